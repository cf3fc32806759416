import Access
import Database
import Kernel
import Ledger
import Web

/// The scopes by which a verb is allowed: one of them is enough, on the zaken that it reaches.
struct Needed: Sendable {
    let scopes: [Scope]

    init(_ scopes: Scope...) { self.scopes = scopes }

    static let reading = Needed(.zakenLezen)
    static let making = Needed(.zakenAanmaken)
    static let changing = Needed(.zakenBijwerken, .zakenForceren)
    /// What may come with a new zaak, and later too.
    static let adding = Needed(.zakenAanmaken, .zakenBijwerken, .zakenForceren)
    static let status = Needed(.zakenAanmaken, .statussenToevoegen, .zakenHeropenen)
    static let removing = Needed(.zakenVerwijderen)
    static let untying = Needed(.zakenBijwerken, .zakenForceren, .zakenVerwijderen)

    /// Whether the route opens at all; which zaken it reaches is for the mandate.
    var policy: Policy {
        let policies = scopes.map { Policy.scope($0, of: .zaken) }
        return policies.count == 1 ? policies[0] : .anyOf(policies)
    }

    /// The zaken for which a caller has one of the scopes; each scope keeps its own types and ceiling.
    func reach(_ caller: Caller, for aim: Predicate.Aim = .many) -> Clause {
        let reaches = scopes.map { Mandate.reach($0, caller, for: aim) }
        return reaches.dropFirst().reduce(reaches[0]) { "(\($0)) OR (\($1))" }
    }
}

extension Mandate {
    /// What a caller may do to zaken, without anything that not everybody may.
    init(_ needed: Needed, _ caller: Caller) {
        self.init(zaken: needed.reach(caller))
    }

    /// The same with what they may besides, judged for the one zaak that the verb is about.
    init(_ needed: Needed, _ caller: Caller, on zaak: Identifier?, in transaction: Transaction) throws {
        var extra: Extra = []
        if let zaak {
            let pairs: [(Scope, Extra)] = [
                (.statussenToevoegen, .statussenToevoegen), (.zakenHeropenen, .heropenen),
                (.zakenForceren, .geforceerdBijwerken),
            ]
            for (scope, permission) in pairs {
                let reach = Self.reach(scope, caller, for: .one)
                if try ZaakStore.rows.isThere(zaak, reach, in: transaction) { extra.insert(permission) }
            }
        }
        self.init(zaken: needed.reach(caller, for: .one), extra)
    }

    /// Whether a zaak is there and within reach: whoever may not see it is not told about its gates either.
    func reaches(_ zaak: Identifier, _ change: Change) throws -> Bool {
        try ZaakStore.rows.isThere(zaak, zaken, in: change.transaction)
    }

    /// The zaken for which a caller has a scope.
    fileprivate static func reach(_ scope: Scope, _ caller: Caller, for aim: Predicate.Aim) -> Clause {
        let columns = Columns(
            id: "zaak.uuid",
            organisation: "zaak.bronorganisatie",
            type: "zaak.zaaktype",
            rank: "zaak.rang"
        )
        return Rights(of: caller.visitor).predicate(scope, of: .zaken, on: columns, firstParameter: 1, for: aim).clause
    }
}

extension Scope {
    fileprivate static let zakenLezen: Scope = "zaken.lezen"
    fileprivate static let zakenAanmaken: Scope = "zaken.aanmaken"
    fileprivate static let zakenBijwerken: Scope = "zaken.bijwerken"
    fileprivate static let zakenForceren: Scope = "zaken.geforceerd-bijwerken"
    fileprivate static let statussenToevoegen: Scope = "zaken.statussen.toevoegen"
    fileprivate static let zakenHeropenen: Scope = "zaken.heropenen"
    fileprivate static let zakenVerwijderen: Scope = "zaken.verwijderen"
}
