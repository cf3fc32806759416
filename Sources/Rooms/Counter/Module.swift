import Kernel
public import Web

/// The counter of the town: products, forms, receipts and one's own dossiers; and taking in for somebody else.
public enum Counter {
    public static func module(_ desk: CounterDesk) -> Module {
        Module(
            name: "Counter",
            routes: ProductRoutes(desk: desk).routes
                + FormRoutes(desk: desk, prefix: "/aanvraag", policy: .everyone).routes
                + FormRoutes(desk: desk, prefix: "/werk/innemen", policy: IntakeRoutes.policy).routes
                + IntakeRoutes(desk: desk).routes + LinkRoutes(desk: desk).routes + OwnRoutes(desk: desk).routes
                + AssetRoutes.routes,
            navigation: [
                NavigationEntry(.init(nl: "Aanvragen"), path: "/aanvragen", policy: .everyone),
                NavigationEntry(.init(nl: "Mijn dossiers"), path: "/mijn", policy: .resident(atLeast: .mailedLink)),
                NavigationEntry(.init(nl: "Innemen"), path: "/werk/innemen", policy: IntakeRoutes.policy),
            ],
            services: [DraftSweeper(desk: desk)]
        )
    }
}
