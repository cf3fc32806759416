public import Ledger
public import Pages
public import Web

/// The entrance: the home page, what pages need, and the check of a receipt.
public enum Entrance {
    /// - Parameter brand: the town as its pages name it.
    public static func module(_ journal: Journal, brand: Brand) -> Module {
        Module(
            name: "Entrance",
            routes: HomeRoutes(brand: brand).routes + StatementRoutes(brand: brand).routes
                + ReceiptRoutes(journal: journal, brand: brand).routes
        )
    }

    /// The page for a refusal, so that a visitor with a browser gets a way forward.
    public static func refusalPage(_ refusal: Refusal, brand: Brand) -> [UInt8] {
        let problem: PageProblem =
            switch refusal.status.code {
            case 404: .notFound
            case 401, 403: .noAccess(askAt: brand.mail)
            case 503: .closedForWork
            default: .ourFault(reference: refusal.code, answersKept: false)
            }
        return Page.problem(problem, brand: brand).html.bytes
    }
}
