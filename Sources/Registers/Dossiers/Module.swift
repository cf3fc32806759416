public import Database
public import Ledger

/// The register of dossiers: types, what was asked, what happened, what was said; over zaken, documents and decisions.
public struct DossiersModule: Sendable {
    /// Steps of the schema, in order.
    public static let migrations = [
        DossierTypeStore.migration, DossierRowsStore.dossiersMigration, DossierRowsStore.eventsMigration,
        DossierRowsStore.messagesMigration, StandStore.migration, FormStore.migration,
    ]

    /// Tables whose rows the ledger vouches for.
    public static let states = [
        DossierTypeStore.kept.state, DossierRowsStore.dossiers.state, DossierRowsStore.events.state,
        DossierRowsStore.messages.state,
    ]

    /// What entries of this register say happened; 600 to 699 in docs/ledger-kinds.md.
    public enum Kinds {
        public static let type = KeptKinds(from: 600)
        public static let dossier = KeptKinds(from: 603)
        public static let event = KeptKinds(from: 606)
        public static let message = KeptKinds(from: 609)
        /// The receipt that the applicant takes home.
        public static let receipt = EntryKind(rawValue: 615)
        /// Work came up: it is planned from now on.
        public static let planned = EntryKind(rawValue: 620)
        /// Work is not needed any more.
        public static let dropped = EntryKind(rawValue: 621)
    }
}

extension Fact.Content {
    /// The kind of its entry.
    var kind: EntryKind {
        let number: UInt16 =
            switch self {
            case .received: 630
            case .taken: 631
            case .started: 632
            case .done: 633
            case .asked: 634
            case .reminded: 635
            case .settled: 636
            case .paper: 637
            case .paperWithdrawn: 638
            case .advised: 639
            case .drafted: 640
            case .approved: 641
            case .sentBack: 642
            case .decided: 643
            case .notified: 644
            case .paid: 645
            case .extended: 646
            case .ended: 647
            case .corrected: 648
            case .reopened: 649
            case .status: 650
            }
        return EntryKind(rawValue: number)
    }
}
