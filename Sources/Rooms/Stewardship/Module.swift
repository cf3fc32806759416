import Kernel
public import Ledger
public import Web

/// Stewardship: what keeps the house in order, and what it shows of its ledger to whoever wants to check it.
public enum Stewardship {
    /// The public log, the accounts of officials, and what leaves the house.
    public static func module(_ journal: Journal, desk: StewardDesk) -> Module {
        Module(
            name: "Stewardship",
            routes: LogRoutes(journal: journal).routes + UserRoutes(desk: desk).routes
                + OutboxRoutes(desk: desk).routes,
            navigation: [
                NavigationEntry(Text(nl: "Gebruikers"), path: "/beheer/gebruikers", policy: UserRoutes.policy),
                NavigationEntry(Text(nl: "Uitgaand"), path: "/beheer/uitgaand", policy: OutboxRoutes.policy),
            ]
        )
    }
}
