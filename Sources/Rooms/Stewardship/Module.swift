public import Ledger
public import Web

/// Stewardship: what keeps the house in order, and what it shows of its ledger to whoever wants to check it.
public enum Stewardship {
    /// The public log: checkpoints, hash tiles and the key.
    public static func module(_ journal: Journal) -> Module {
        Module(name: "Stewardship", routes: LogRoutes(journal: journal).routes)
    }
}
