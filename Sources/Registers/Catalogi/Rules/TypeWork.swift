public import Database
public import Kernel
public import Ledger

/// What the register of types takes at composition: a setting, and what it must know of the registers above it.
public struct CatalogiRules: Sendable {
    public var organisatieNummer: OrganisatieNummer
    /// The code of what keeps a type from being deleted, such as `related-zaken`; nil when nothing does.
    ///
    /// It takes the path of the resource (`ZaakType.path`) and runs inside the transaction of the deletion.
    public var inUse: @Sendable (_ path: String, Identifier, Transaction) throws -> String?

    public init(
        organisatieNummer: OrganisatieNummer = .rsin,
        inUse: @escaping @Sendable (String, Identifier, Transaction) throws -> String? = { _, _, _ in nil }
    ) {
        (self.organisatieNummer, self.inUse) = (organisatieNummer, inUse)
    }
}

/// What a verb works with: the right to change, what the visitor may see and do, and what was fetched beforehand.
public struct TypeWork {
    public let change: Change
    /// Today, in the town.
    public let day: Day
    /// What the visitor may see; what may not be seen cannot be changed either.
    public let visible: Clause
    /// Whether the visitor may correct or delete what was published.
    public let forced: Bool
    public let selectielijst: Selectielijst
    public let rules: CatalogiRules

    public init(
        _ change: Change,
        on day: Day,
        visible: Clause,
        forced: Bool = false,
        selectielijst: Selectielijst = .none,
        rules: CatalogiRules = CatalogiRules()
    ) {
        (self.change, self.day, self.visible, self.forced) = (change, day, visible, forced)
        (self.selectielijst, self.rules) = (selectielijst, rules)
    }

    var transaction: Transaction { change.transaction }

    /// The resource as it stands, kept from others until the commit; a 404 when there is none or it may not be seen.
    func find<R>(_ id: Identifier, in kept: Kept<R>) throws -> KeptRecord<R> {
        let found = try kept.first(where: [kept.identity(id), visible], locking: true, in: transaction)
        guard let found else { throw Problem(.notFound) }
        return found
    }
}
