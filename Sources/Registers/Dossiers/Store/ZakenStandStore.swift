import Access
import Database
import Kernel
import Ledger
import Zaken

/// Reads the rows that a dossier is made of, for one dossier or for a page of them: as many statements either way.
enum ZakenStandStore {
    static func zaken(_ ids: [Identifier], in transaction: Transaction) throws -> [Identifier: Record<Zaak>] {
        var found: [Identifier: Record<Zaak>] = [:]
        for id in ids where try transaction.exists("SELECT 1 FROM zaak WHERE uuid = $1", [id.stored]) {
            found[id] = try ZaakStore.rows.find(id, "1 = 1", in: transaction).record
        }
        return found
    }

    static func dossiers(_ ids: [Identifier], in transaction: Transaction) throws -> [Identifier: Record<Dossier>] {
        let columns = Dossier.declaration.columns.map { "dossier.\($0.name)" }.joined(separator: ", ")
        var found: [Identifier: Record<Dossier>] = [:]
        try transaction.each(
            "SELECT \(name: columns) FROM dossier WHERE zaak IN (\(.list(ids.map(\.stored))))" as Clause
        ) { row in
            let record = try Record<Dossier>(row)
            found[record.zaak] = record
        }
        return found
    }

    /// Whether somebody may do something to a dossier, by their grants or their tie to it.
    static func may(_ scope: Scope, _ visitor: Visitor, _ id: Identifier, in transaction: Transaction) throws -> Bool {
        if case .house = visitor { return true }
        let predicate = Rights(of: visitor).predicate(scope, of: .zaken, on: columns, firstParameter: 2, for: .one)
        return try transaction.exists(
            "SELECT 1 FROM zaak WHERE zaak.uuid = $1 AND \(predicate.sql)",
            [id.stored] + predicate.parameters
        )
    }

    /// Where the register of zaken keeps what rights are judged by.
    static let columns = Columns(
        id: "zaak.uuid",
        organisation: "zaak.bronorganisatie",
        type: "zaak.zaaktype",
        rank: "zaak.rang"
    )
}
