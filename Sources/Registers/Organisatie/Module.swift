public import Database
public import Ledger

/// The town's own bodies: departments, and who is outside but takes part.
///
/// Legal bodies, functions and absence come with the work that needs them.
public struct OrganisatieModule: Sendable {
    /// Steps of the schema, in order.
    public static let migrations = [AfdelingStore.migration]

    /// Tables whose rows the ledger vouches for.
    public static let states = [AfdelingStore.kept.state]

    /// What entries of this register say happened; from 550 in docs/ledger-kinds.md.
    public enum Kinds {
        public static let afdeling = KeptKinds(from: 550)
    }
}
