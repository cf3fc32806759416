public import Kernel

/// What went wrong with a request, as far as a visitor is told.
public enum PageProblem: Sendable, Hashable {
    /// 404; also for what one may not know to exist.
    case notFound
    /// 403, with who can give access.
    case noAccess(askAt: String)
    /// 429, with the time after which it works again.
    case tooMany(wait: Period)
    /// 500; `answersKept` only when it is true.
    case ourFault(reference: String, answersKept: Bool)
    /// 503; maintenance, or a start that is not finished.
    case closedForWork

    /// The status of the answer.
    public var status: Int {
        switch self {
        case .notFound: 404
        case .noAccess: 403
        case .tooMany: 429
        case .ourFault: 500
        case .closedForWork: 503
        }
    }
}

extension Page {
    /// A page for a problem: what happened in plain words, and a way forward. It says nothing about the program.
    ///
    /// - Parameter search: where one can search, offered to whoever did not find something.
    public static func problem(
        _ problem: PageProblem,
        brand: Brand,
        door: Door = .open,
        search: Href? = nil,
        in language: Language = .nl
    ) -> Page {
        var page = Page(problem.title[language], brand: brand, door: door, in: language)
        page.width = .narrow
        page.main = HTML(
            """
            <div class="problem"><div class="problem-icon">\(HTML.icon(problem.icon))</div><h1>\(page.title)</h1>\
            \(problem.sentences(brand).map { HTML("<p class=\"lead\">\($0, language)</p>") })\
            \(problem.way(search, language))<p class="meta">\(Phrase.code, language) \(problem.status)</p></div>
            """
        )
        return page
    }
}

extension PageProblem {
    var title: Phrase {
        switch self {
        case .notFound: .notFound
        case .noAccess: .noAccess
        case .tooMany: .tooMany
        case .ourFault: .ourFault
        case .closedForWork: .closedForWork
        }
    }

    var icon: Icon {
        switch self {
        case .notFound: .search
        case .noAccess: .lock
        case .tooMany: .hourglass
        case .ourFault: .alert
        case .closedForWork: .cone
        }
    }

    func sentences(_ brand: Brand) -> [Phrase] {
        switch self {
        case .notFound: [.notFoundWay]
        case .noAccess(let who): [.askAccess(who)]
        case .tooMany(let wait): [.tryAgainIn(wait)]
        case .ourFault(let reference, let kept):
            (kept ? [.answersKept] : []) + [.tryAgain, .callUs(brand.phone, reference)]
        case .closedForWork: [.tryAgain, .callUs(brand.phone, nil)]
        }
    }

    func way(_ search: Href?, _ language: Language) -> HTML {
        let home = HTML.linkButton(Phrase.toHome[language], to: "/", .secondary, icon: .home)
        guard self == .notFound, let search else { return HTML.buttons([home]) }
        let box = HTML.searchBox(Phrase.search[language], to: search, name: "q", in: language)
        return HTML("\(box)\(HTML.buttons([home]))")
    }
}
