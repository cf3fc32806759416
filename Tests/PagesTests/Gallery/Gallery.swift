import Kernel
import Pages

/// Every component with believable content, and whole pages: what designers look at, and what the browser checks read.
enum Gallery {
    /// The pages by file name.
    static func pages() -> [(name: String, page: HTML)] {
        [
            ("onderdelen", parts()), ("velden", fields()), ("velden-fout", wrongFields()), ("lijsten", lists()),
            ("thuis", home()), ("product", product()), ("formulier-fout", formStep()), ("nakijken", checkAnswers()),
            ("ontvangst", receipt()), ("mijn-dossiers", myDossiers()), ("dossier", myDossier()),
            ("werklijst", worklist()), ("werk-dossier", deskDossier()), ("beslissing", decision()),
            ("geen-resultaat", noResults()), ("leeg", emptyDesk()),
            ("fout-404", problem(.notFound)), ("fout-403", problem(.noAccess(askAt: "je diensthoofd"), .desk)),
            ("fout-429", problem(tooMany: 1)),
            ("fout-500", problem(.ourFault(reference: "7f3a-92c1", answersKept: true))),
            ("fout-503", problem(.closedForWork)), ("english", english()),
        ]
    }

    /// The 429 page after so many minutes.
    static func problem(tooMany minutes: Int) -> HTML {
        Period(minutes: minutes).map { problem(.tooMany(wait: $0)) } ?? .empty
    }

    static func problem(_ problem: PageProblem, _ door: Door = .open) -> HTML {
        var page = Page.problem(problem, brand: Leiebeke.brand, door: door, search: "/zoeken")
        page.navigation = door == .desk ? Leiebeke.desk("") : Leiebeke.openSite()
        page.signedIn = door == .desk ? Leiebeke.els : nil
        page.signIn = door == .desk ? nil : "/aanmelden"
        return page.html
    }
}
