public import Database
public import Ledger

/// The register of zaken: what it adds to the database and the ledger.
///
/// Source: ZGW Zaken API 1.5.1, with the notes of 1.7.0. See docs/zaken.md.
public struct ZakenModule: Sendable {
    /// Steps of the schema, in order.
    public static let migrations = [
        ZaakStore.migration, StatusStore.migration, ResultaatStore.migration, RolStore.migration,
        ZaakObjectStore.migration, ZaakInformatieObjectStore.migration, ZaakEigenschapStore.migration,
        KlantContactStore.migration, ZaakBesluitStore.migration, ZaakContactMomentStore.migration,
        ZaakVerzoekStore.migration, ZaakNotitieStore.migration,
        NumberStore.migration,
    ]

    /// Tables whose rows the ledger vouches for.
    public static let states = [
        ZaakStore.rows.state, StatusStore.rows.state, ResultaatStore.rows.state, RolStore.rows.state,
        ZaakObjectStore.rows.state, ZaakInformatieObjectStore.rows.state, ZaakEigenschapStore.rows.state,
        KlantContactStore.rows.state, ZaakBesluitStore.rows.state, ZaakContactMomentStore.rows.state,
        ZaakVerzoekStore.rows.state, ZaakNotitieStore.rows.state,
    ]

    /// What entries of this register say happened; 200 to 299 in docs/ledger-kinds.md.
    public enum Kinds {
        public static let zaak = KeptKinds(from: 200)
        public static let status = KeptKinds(from: 203)
        public static let resultaat = KeptKinds(from: 206)
        public static let rol = KeptKinds(from: 209)
        public static let zaakobject = KeptKinds(from: 212)
        public static let zaakinformatieobject = KeptKinds(from: 215)
        public static let zaakeigenschap = KeptKinds(from: 218)
        public static let klantcontact = KeptKinds(from: 221)
        public static let zaakbesluit = KeptKinds(from: 224)
        public static let zaakcontactmoment = KeptKinds(from: 227)
        public static let zaakverzoek = KeptKinds(from: 230)
        public static let zaaknotitie = KeptKinds(from: 233)
        /// A zaak got its end status.
        public static let zaakGesloten = EntryKind(rawValue: 240)
        /// A closed zaak runs again.
        public static let zaakHeropend = EntryKind(rawValue: 241)
        /// The archive dates of a zaak follow from something else that changed.
        public static let archiefAfgeleid = EntryKind(rawValue: 242)
    }
}
