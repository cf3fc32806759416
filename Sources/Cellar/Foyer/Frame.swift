import Access
public import Database
import Kernel
public import Pages
public import Web

/// What a room needs to put a page around a visitor: the town, who is signed in, the menu that they may see, and the
/// field against forged forms.
public struct Frame: Sendable {
    public let brand: Brand
    private let forms: FormTokens
    private let database: Database
    private let navigation: [NavigationEntry]

    /// - Parameter navigation: all entries of the house; each visitor sees those that their policy allows.
    public init(brand: Brand, forms: FormTokens, database: Database, navigation: [NavigationEntry] = []) {
        (self.brand, self.forms) = (brand, forms)
        (self.database, self.navigation) = (database, navigation)
    }

    /// The same with the menu of the whole house.
    public func with(_ navigation: [NavigationEntry]) -> Frame {
        Frame(brand: brand, forms: forms, database: database, navigation: navigation)
    }

    /// Begins a page for a visitor.
    ///
    /// - Parameter hasForm: whether the page has a form; a visitor without a session then gets a cookie for it, and
    ///   else none.
    public func sheet(
        _ title: String,
        door: Door = .open,
        hasForm: Bool = false,
        _ request: Request,
        _ caller: Caller
    ) async throws -> Sheet {
        var page = Page(title, brand: brand, door: door)
        page.navigation = try await menu(request, caller)
        guard hasForm || caller.session != nil else {
            page.signIn = Href("/aanmelden?naar=\(request.path)")
            return Sheet(page: page, hidden: [], cookie: nil)
        }
        let (token, cookie) = forms.issue(for: request, caller)
        let hidden = [(name: Frame.field, value: token)]
        if let name = Frame.name(of: caller.visitor) {
            page.signedIn = SignedIn(name, account: "/sessies", signOut: "/afmelden", token: hidden)
        } else {
            page.signIn = Href("/aanmelden?naar=\(request.path)")
        }
        return Sheet(page: page, hidden: hidden, cookie: cookie)
    }

    /// The fields of a form that was sent from one of our pages; throws 403 for any other.
    public func form(_ request: Request, _ caller: Caller) async throws -> Pairs {
        let form = try await request.form()
        try forms.check(form.single(Frame.field), request, caller)
        return form
    }

    /// The same for a form with files, whose first field it is: checks the token that was read from it.
    public func check(_ token: String?, _ request: Request, _ caller: Caller) throws {
        try forms.check(token, request, caller)
    }

    /// The name of the field that carries the token.
    public static let field = "formulier"

    /// How the head of the page names a visitor; nil for who is not signed in.
    private static func name(of visitor: Visitor) -> String? {
        switch visitor {
        case .guest: "Gast"
        case .resident(let identity), .official(let identity): identity.name ?? "Aangemeld"
        default: nil
        }
    }

    private func menu(_ request: Request, _ caller: Caller) async throws -> [NavigationItem] {
        guard !navigation.isEmpty else { return [] }
        let entries = navigation
        let allowed = try await database.read { transaction in
            let rights = Rights(of: caller.visitor)
            return try entries.filter { try rights.may($0.policy, in: transaction) }
        }
        return allowed.prefix(Self.entriesMax).compactMap { entry in
            Href(checking: entry.path).map { link in
                let isCurrent = request.path == entry.path || request.path.hasPrefix(entry.path + "/")
                return NavigationItem(entry.title.nl, to: link, isCurrent: isCurrent)
            }
        }
    }

    private static let entriesMax = 6
}

/// A page in the making, with what goes along with it.
public struct Sheet: Sendable {
    public var page: Page
    /// The fields that every form on the page needs: `.form(to:hidden: sheet.hidden, …)`.
    public let hidden: [(name: String, value: String)]
    let cookie: Cookie?

    /// The answer with the page.
    public func answer(_ status: HTTPResponse.Status = .ok) -> Answer {
        let answer = Answer.page(page.html.bytes, status: status)
        return cookie.map { answer.setting($0) } ?? answer
    }
}
