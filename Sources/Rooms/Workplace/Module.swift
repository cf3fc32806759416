import Kernel
public import Web

/// Where officials work on dossiers: lists of work, and one dossier with all that can be done in it.
public enum Workplace {
    public static func module(_ desk: WorkDesk) -> Module {
        Module(
            name: "Workplace",
            routes: WorklistRoutes(desk: desk).routes + DossierRoutes(desk: desk).routes + VerbRoutes(desk: desk).routes
                + DocumentRoutes(desk: desk).routes,
            navigation: [NavigationEntry(.init(nl: "Werk"), path: "/werk", policy: .official)]
        )
    }
}
