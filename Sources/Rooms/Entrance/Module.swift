public import Foyer
public import Ledger
public import Pages
public import Web

/// The entrance: the home page, signing in, what pages need, and the check of a receipt.
public enum Entrance {
    public static func module(_ journal: Journal, frame: Frame, door: EntranceDoor) -> Module {
        let brand = frame.brand
        let residents = door.residents.map { ResidentRoutes(door: door, way: $0).routes } ?? []
        return Module(
            name: "Entrance",
            routes: HomeRoutes(frame: frame).routes + StatementRoutes(brand: brand).routes
                + ReceiptRoutes(journal: journal, brand: brand).routes + SignInRoutes(door: door).routes
                + SessionRoutes(door: door).routes + PasswordRoutes(door: door).routes
                + GuestRoutes(door: door).routes + residents
        )
    }

    /// Where a visitor who must sign in is led, with the way back.
    public static func signInPath(_ request: Request, hasResidents: Bool) -> String {
        let isResident = hasResidents && (request.path + "/").hasPrefix("/mijn/")
        let back = ReturnPath(of: request).text
        return (isResident ? Href("/aanmelden/inwoner?naar=\(back)") : Href("/aanmelden?naar=\(back)")).text
    }

    /// The page for a refusal, so that a visitor with a browser gets a way forward.
    public static func refusalPage(_ refusal: Refusal, _ request: Request, brand: Brand) -> [UInt8] {
        let problem: PageProblem =
            switch refusal.status.code {
            case 404: .notFound
            case 401, 403: .noAccess(askAt: brand.mail)
            case 503: .closedForWork
            default: .ourFault(reference: refusal.code, answersKept: false)
            }
        var page = Page.problem(problem, brand: brand)
        if [401, 403].contains(refusal.status.code) {
            let back = request.method == .get ? ReturnPath(of: request).text : "/"
            page.signIn = Href("/aanmelden?naar=\(back)")
            // The reasons of refusals are ours and repeat nothing that was sent.
            page.main += HTML.buttons([.linkButton("Meld je aan", to: Href("/aanmelden?naar=\(back)"), icon: .lock)])
            page.main += HTML("<p class=\"meta\">\(refusal.reason)</p>")
        }
        return page.html.bytes
    }
}
