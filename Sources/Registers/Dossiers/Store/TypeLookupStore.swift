import Catalogi
import Database
import Kernel

/// Finds published types of the catalogue by their name.
struct TypeLookupStore {
    let transaction: Transaction

    init(_ transaction: Transaction) { self.transaction = transaction }

    /// The newest published version that has not ended.
    func current<T: VersionedType>(_ type: T.Type, _ name: String, _ catalogus: Identifier) throws -> Identifier? {
        try transaction.first(
            """
            SELECT uuid FROM \(name: T.table) WHERE catalogus = \(catalogus.stored) AND omschrijving = \(.text(name))
            AND concept = 0 AND einde_geldigheid IS NULL ORDER BY begin_geldigheid DESC, uuid LIMIT 1
            """ as Clause
        ) { Identifier($0.text(0)) } ?? nil
    }

    /// The catalogue in which the house keeps its types; nil in a new house.
    func catalogus(_ domein: String, _ organisation: String) throws -> Identifier? {
        try transaction.first(
            "SELECT uuid FROM catalogus WHERE domein = \(.text(domein)) AND rsin = \(.text(organisation))" as Clause
        ) { Identifier($0.text(0)) } ?? nil
    }
}
