public import Database
public import Ledger

/// The register of documents: what it adds to the database and the ledger.
///
/// Source: ZGW Documenten API 1.4.2, with notes of later versions. See docs/documenten.md.
public struct DocumentenModule: Sendable {
    /// Steps of the schema, in order.
    public static let migrations = [
        DocumentStore.migration, DocumentVersieStore.migration, ObjectInformatieObjectStore.migration,
        GebruiksrechtenStore.migration, VerzendingStore.migration, DocumentPartStore.migration,
        DocumentNumberStore.migration, DocumentRemovalStore.migration,
    ]

    /// Tables whose rows the ledger vouches for.
    public static let states = [
        DocumentStore.rows.state, DocumentVersieStore.rows.state, ObjectInformatieObjectStore.rows.state,
        GebruiksrechtenStore.rows.state, VerzendingStore.rows.state,
    ]

    /// What entries of this register say happened; 300 to 399 in docs/ledger-kinds.md.
    public enum Kinds {
        public static let enkelvoudiginformatieobject = KeptKinds(from: 300)
        public static let versie = KeptKinds(from: 303)
        public static let objectinformatieobject = KeptKinds(from: 306)
        public static let gebruiksrechten = KeptKinds(from: 309)
        public static let verzending = KeptKinds(from: 312)
        /// Somebody works on a document.
        public static let vergrendeld = EntryKind(rawValue: 340)
        /// Nobody does any more.
        public static let ontgrendeld = EntryKind(rawValue: 341)
        /// Whether rights restrict its use follows from rights that came or went.
        public static let gebruiksrechtAfgeleid = EntryKind(rawValue: 342)
    }
}
