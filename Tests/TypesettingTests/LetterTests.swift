import Foundation
import Kernel
import Pages
import Testing

@testable import Typesetting

@Suite struct LetterTests {
    @Test func `a letter says all that it was given, each in its tag`() async throws {
        let pdf = try await Paper.typesetter().pdf(Paper.letter().page)
        let text = try Paper.ask("pdftotext", ["-layout"], pdf)
        let expected = [
            "Stad", "Belfort", "Grote Markt 1, 9999 Belfort", "info@belfort.example", "Mevrouw An Peeters",
            "Veldstraat 12", "Ons kenmerk", "2026-001234", "22 juni 2026", "Uw aanvraag voor een terras",
            "Het college keurt uw aanvraag goed.", "De stoep blijft vrij.", "Wat u betaalt", "€ 50",
            "U kunt binnen 30 dagen bezwaar indienen.", "Jan Claes", "algemeen directeur", "Pagina 1 van 1",
        ]
        for piece in expected { #expect(text.contains(piece), "\(piece)") }
        #expect(!text.contains("Uw kenmerk"))
        let structure = try Paper.ask("pdfinfo", ["-struct"], pdf)
        for tag in ["H1 (block)", "H2 (block)", "L (block)", "Table (block)", "Caption", "TH", "TD"] {
            #expect(structure.contains(tag), "\(tag)")
        }
    }

    @Test func `hostile text stays text, wherever it stands`() async throws {
        let hostile = "</style></title><h1>X</h1><img src=\"file:///etc/passwd\"><script>alert(1)</script>&amp;'\""
        var letter = try Paper.letter()
        letter.head.name = hostile
        letter.head.address = hostile
        letter.addressee = [hostile]
        (letter.reference, letter.theirReference, letter.contact) = (hostile, hostile, hostile)
        (letter.subject, letter.closing) = (hostile, hostile)
        letter.signers = [.init(hostile, function: hostile)]
        letter.parts = [
            .heading(hostile), .paragraph(hostile), .points([hostile]), .steps([hostile]), .notice(hostile),
            .facts([.init(hostile, hostile)]), .table(caption: hostile, head: [hostile], rows: [[hostile]]),
        ]
        let page = letter.page.text
        #expect(!page.contains("<script") && !page.contains("<img"))
        #expect(page.components(separatedBy: "<h1>").count == 2)
        #expect(page.components(separatedBy: "</style>").count == 2)
        let pdf = try await Paper.typesetter().pdf(letter.page)
        #expect(try Paper.ask("pdfinfo", [], pdf).contains("Title:           " + hostile))
        #expect(try Paper.ask("pdftotext", ["-raw"], pdf).contains("<script>alert(1)"))
        let heads = try Paper.ask("pdfinfo", ["-struct"], pdf).components(separatedBy: "H1 (block)")
        #expect(heads.count == 2)
    }

    @Test func `a long letter counts its pages and names the town on each`() async throws {
        var letter = try Paper.letter()
        letter.parts = (1...120).map { .paragraph("Punt \($0): de raad neemt kennis van het verslag.") }
        let pdf = try await Paper.typesetter().pdf(letter.page)
        let pages = try Paper.ask("pdftotext", ["-layout"], pdf).components(separatedBy: "\u{C}").dropLast()
        #expect(pages.count > 2)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("Pagina \(index + 1) van \(pages.count)"))
            #expect(page.contains("Stad Belfort · 2026-001234") == (index > 0))
        }
    }

    @Test func `a letter in another language uses its words and its tag`() async throws {
        var letter = try Paper.letter()
        letter.language = .fr
        let pdf = try await Paper.typesetter().pdf(letter.page)
        let text = try Paper.ask("pdftotext", ["-layout"], pdf)
        #expect(text.contains("Notre référence") && text.contains("22 juin 2026") && text.contains("Page 1 sur 1"))
        #expect(try Paper.catalogue(pdf).contains("/Lang (fr)"))
    }

    @Test(arguments: ["red", "#12", "#12345g", "#1234567", "", "#123456;}", "１２３４５６７"])
    func `only a colour is a colour`(_ text: String) {
        #expect(Ink(text) == nil)
    }

    @Test func `a town's own colours come into its letters`() throws {
        var letter = try Paper.letter()
        letter.head.colour = try #require(Ink("#AA1020"))
        #expect(letter.page.text.contains("color: #AA1020"))
    }
}
