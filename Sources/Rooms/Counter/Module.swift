import Kernel
public import Web

/// The counter of the town: products, forms, receipts and one's own dossiers.
public enum Counter {
    public static func module(_ desk: CounterDesk) -> Module {
        Module(
            name: "Counter",
            routes: ProductRoutes(desk: desk).routes + FormRoutes(desk: desk).routes + SendingRoutes(desk: desk).routes
                + OwnRoutes(desk: desk).routes,
            navigation: [
                NavigationEntry(.init(nl: "Aanvragen"), path: "/aanvragen", policy: .everyone),
                NavigationEntry(.init(nl: "Mijn dossiers"), path: "/mijn", policy: .resident(atLeast: .mailedLink)),
            ]
        )
    }
}
