import Foundation
import Kernel
import Pages
import Testing

@Suite struct PageTests {
    @Test(arguments: Gallery.pages().map(\.name))
    func `a page has one heading, one main part, a language and nothing inline`(name: String) throws {
        let page = try #require(Gallery.pages().first { $0.name == name }).page.text
        #expect(page.count(of: "<h1") == 1)
        #expect(page.count(of: "<main ") == 1)
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\""))
        for banned in [
            " style=\"", "<style", "onclick", "onload", "javascript:", "<script>", "Optional(", "nil<", "http://",
        ] {
            #expect(!page.contains(banned), "\(banned)")
        }
    }

    @Test(arguments: Gallery.pages().map(\.name))
    func `every id is there once, and every reference to one is answered`(name: String) throws {
        let page = try #require(Gallery.pages().first { $0.name == name }).page.text
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        let lists = page.matches(of: /\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/).map { String($0.1) }
        let fragments = page.matches(of: /\shref="#([^"]+)"/).map { String($0.1) }
        for reference in lists.flatMap({ $0.split(separator: " ").map(String.init) }) + fragments {
            #expect(ids.contains(reference), "\(reference)")
        }
    }

    @Test func `the title holds page, door and town, and says that there are errors`() {
        var page = Page("Waar?", brand: Leiebeke.brand, door: .mine)
        page.hasErrors = true
        #expect(page.html.text.contains("<title>Fout: Waar? – Mijn loket – Stad Leiebeke</title>"))
    }

    @Test func `a page that is not Dutch says which text is valid`() {
        #expect(Gallery.english().text.contains("Only the Dutch text is legally valid."))
        #expect(!Gallery.home().text.contains("rechtsgeldig"))
    }

    @Test(arguments: [
        (PageProblem.notFound, 404, "We vinden deze pagina niet"),
        (.noAccess(askAt: "Els"), 403, "Vraag toegang aan Els."),
        (.ourFault(reference: "7f3a", answersKept: false), 500, "en vermeld 7f3a"), (.closedForWork, 503, "onderhoud"),
    ])
    func `a problem is told in plain words with a way forward`(problem: PageProblem, status: Int, words: String) {
        let text = Page.problem(problem, brand: Leiebeke.brand).html.text
        #expect(problem.status == status)
        #expect(text.contains(words) && text.contains("Naar de startpagina"))
        #expect(!text.contains("Je antwoorden zijn bewaard"))
    }

    /// UPDATE_GOLDEN=1 writes them anew; the difference is the review.
    @Test(arguments: ["thuis", "formulier-fout", "dossier", "werklijst", "fout-500", "english"])
    func `a page is what it was`(name: String) throws {
        let page = try #require(Gallery.pages().first { $0.name == name }).page.text
        let text = readable(page)
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Golden/Pages/\(name).html")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        let changed = zip(golden.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
        #expect(golden == text, "first difference: \(String(describing: changed)); UPDATE_GOLDEN=1 if it is meant")
    }

    /// A tag a line, and no hash of an asset: its change is not the page's.
    private func readable(_ page: String) -> String {
        page.replacing("><", with: ">\n<").replacing(/-[0-9a-f]{16}\./, with: "-HASH.")
    }
}
