import Foundation
import Kernel
import Pages
import Testing

@Suite struct WordsTests {
    /// Each `Phrase(nl: …, en: …, fr: …)` in the sources, as text.
    static let phrases: [(file: String, nl: String, en: String, fr: String)] = sources.flatMap { file, text in
        text.matches(of: pattern).map { (file, String($0.1), String($0.2), String($0.3)) }
    }
    static let sources: [(String, String)] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            (try? String(contentsOf: root.appending(path: name), encoding: .utf8)).map { (name, $0) }
        }
    }()
    nonisolated(unsafe) static let pattern =  // A regular expression is only read.
        /Phrase\(\s*nl: "(.*)",\s*en: "(.*)",\s*fr: "(.*)"\s*\)/

    @Test func `every phrase of the program is read by these tests`() {
        let written = WordsTests.sources.reduce(0) { $0 + $1.1.matches(of: /Phrase\(\s*nl: "/).count }
        #expect(WordsTests.phrases.count == written)
        #expect(written > 100)
    }

    @Test func `every phrase has all three languages and the same values in each`() {
        for phrase in WordsTests.phrases {
            let texts = [phrase.nl, phrase.en, phrase.fr]
            #expect(texts.allSatisfy { !$0.isEmpty }, "\(phrase)")
            #expect(Set(texts.map { $0.count(of: "\\(") }).count == 1, "\(phrase)")
        }
    }

    @Test func `the Dutch words are the ones we use`() {
        let avoided = [
            "gelieve", "teneinde", " indien ", "dienen te", "bekomen", "middels", "inzake", "betreffende", "tevens",
            "reeds",
            "overmaken", "uploaden", "downloaden", "inloggen", "submitten", "account", "helaas", "!", " u ", " uw ",
            "(s)",
            "(en)", "Oeps", "ongeldig",
        ]
        for phrase in WordsTests.phrases {
            let text = " \(phrase.nl.lowercased()) "
            #expect(!avoided.contains { text.contains($0.lowercased()) }, "\(phrase.nl)")
        }
    }

    @Test(arguments: [
        (0, "0", "0", "0"), (999, "999", "999", "999"), (1_234, "1.234", "1,234", "1\u{202F}234"),
        (-1_000_000, "−1.000.000", "−1,000,000", "−1\u{202F}000\u{202F}000"),
    ])
    func `numbers are grouped`(number: Int, nl: String, en: String, fr: String) {
        #expect([number.written(), number.written(in: .en), number.written(in: .fr)] == [nl, en, fr])
    }

    @Test func `the largest numbers are written too`() {
        #expect(Int.min.written() == "−9.223.372.036.854.775.808")
        #expect(Money(cents: .min).written().hasPrefix("−92.233.720"))
        #expect(FileSize(bytes: .max).written().hasSuffix("GB"))
    }

    @Test func `amounts are written as the language does`() {
        let amount = Money(cents: 123_405)
        #expect(amount.written() == "1.234,05 euro")
        #expect(amount.written(.table) == "€\u{A0}1.234,05")
        #expect(amount.written(in: .en) == "€1,234.05")
        #expect(amount.written(in: .fr) == "1\u{202F}234,05\u{A0}€")
        #expect(Money(cents: -5).written(.table) == "€\u{A0}−0,05")
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (84_000, "84 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (1_240_000, "1,2 MB"),
        (9_950_000, "10 MB"), (2_500_000_000, "2,5 GB"), (-1, "0 B"),
    ])
    func `file sizes have the unit that people read`(bytes: Int64, text: String) {
        #expect(FileSize(bytes: bytes).written().replacing("\u{A0}", with: " ") == text)
    }

    @Test func `periods are written in words`() throws {
        #expect(try #require(Period("P1Y2M")).written() == "1 jaar en 2 maanden")
        #expect(try #require(Period("P30D")).written(in: .fr) == "30 jours")
        #expect(try #require(Period("P1DT36H5M")).written(in: .en) == "1 day, 36 hours and 5 minutes")
        #expect(try #require(Period("P0D")).written() == "0 dagen")
        #expect(try #require(Period("P0D")).written(in: .fr) == "0 jour")
    }
}
