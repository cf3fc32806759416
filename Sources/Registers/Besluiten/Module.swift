public import Database
public import Ledger

/// The register of decisions: what it adds to the database and the ledger.
///
/// Source: ZGW Besluiten API 1.1.0. See docs/besluiten.md.
public struct BesluitenModule: Sendable {
    /// Steps of the schema, in order.
    public static let migrations = [
        BesluitStore.migration, BesluitStore.documentMigration, BesluitNumberStore.migration,
    ]

    /// Tables whose rows the ledger vouches for.
    public static let states = [BesluitStore.rows.state, BesluitStore.documents.state]

    /// What entries of this register say happened; 400 to 499 in docs/ledger-kinds.md.
    public enum Kinds {
        public static let besluit = KeptKinds(from: 400)
        public static let besluitinformatieobject = KeptKinds(from: 403)
    }
}
