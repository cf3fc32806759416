import Foundation
import Kernel
public import Pages

extension LetterSheet {
    /// The letter as a page for `Typesetter.pdf`.
    public var page: HTML {
        let words = LetterWords(language)
        return """
            <!doctype html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(subject)</title>
            <meta name="author" content="\(sender)"><style>\(style(words))</style></head><body>
            \(masthead)\(opening(words))
            <main><h1>\(subject)</h1>\(parts.map(\.html))\(ending)</main></body></html>
            """
    }

    private var sender: String { [head.kind, head.name].filter { !$0.isEmpty }.joined(separator: " ") }

    private var masthead: HTML {
        let contacts = [head.address, head.phone, head.mail, head.site].filter { !$0.isEmpty }
        return """
            <header class="mast"><p class="town"><span class="kind">\(head.kind)</span> \(head.name)</p>
            <p class="contacts">\(LetterSheet.lines(contacts))</p></header>
            <p class="running">\(sender)\(reference.isEmpty ? "" : " · " + reference)</p>
            """
    }

    private func opening(_ words: LetterWords) -> HTML {
        let facts = [
            Fact(words.date, date.written(.text, in: language)), Fact(words.reference, reference),
            Fact(words.theirReference, theirReference), Fact(words.contact, contact),
        ]
        return """
            <div class="opening">\(LetterSheet.list(facts.filter { !$0.value.isEmpty }))
            \(addressed, if: !addressee.isEmpty)</div>
            """
    }

    private var addressed: HTML { "<p class=\"addressee\">\(LetterSheet.lines(addressee))</p>" }

    private var ending: HTML {
        guard !closing.isEmpty || !signers.isEmpty else { return .empty }
        let names: [HTML] = signers.map { "<p class=\"signer\"><strong>\($0.name)</strong><br>\($0.function)</p>" }
        return """
            <div class="ending">\("<p>\(closing)</p>", if: !closing.isEmpty)<div class="signers">\(names)</div></div>
            """
    }

    fileprivate static func lines(_ lines: [String]) -> HTML {
        HTML.joined(lines.map { "\($0)" }, by: "<br>")
    }

    fileprivate static func list(_ facts: [Fact]) -> HTML {
        let rows: [HTML] = facts.map { "<dt>\($0.name)</dt><dd>\(lines($0.value.components(separatedBy: "\n")))</dd>" }
        return "<dl>\(rows)</dl>"
    }
}

extension LetterSheet.Part {
    fileprivate var html: HTML {
        switch self {
        case .heading(let text): "<h2>\(text)</h2>"
        case .paragraph(let text): "<p>\(LetterSheet.lines(text.components(separatedBy: "\n")))</p>"
        case .points(let texts): "<ul>\(texts.map { "<li>\($0)</li>" as HTML })</ul>"
        case .steps(let texts): "<ol>\(texts.map { "<li>\($0)</li>" as HTML })</ol>"
        case .facts(let facts): "<div class=\"facts\">\(LetterSheet.list(facts))</div>"
        case .notice(let text): "<p class=\"notice\">\(LetterSheet.lines(text.components(separatedBy: "\n")))</p>"
        case .table(let caption, let head, let rows): Self.table(caption, head, rows)
        }
    }

    private static func table(_ caption: String, _ head: [String], _ rows: [[String]]) -> HTML {
        let width = max(head.count, rows.map(\.count).max() ?? 0)
        let filled = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
        let cells: [HTML] = filled.map { row in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>" }
        let names: [HTML] = head.map { "<th scope=\"col\">\($0)</th>" }
        return """
            <table>\("<caption>\(caption)</caption>", if: !caption.isEmpty)
            \("<thead><tr>\(names)</tr></thead>", if: !head.isEmpty)<tbody>\(cells)</tbody></table>
            """
    }
}

/// The words that the sheet itself prints.
struct LetterWords {
    let date, reference, theirReference, contact, page, of: String

    init(_ language: Language) {
        (date, reference, theirReference, contact, page, of) =
            switch language {
            case .nl: ("Datum", "Ons kenmerk", "Uw kenmerk", "Contact", "Pagina", "van")
            case .en: ("Date", "Our reference", "Your reference", "Contact", "Page", "of")
            case .fr: ("Date", "Notre référence", "Votre référence", "Contact", "Page", "sur")
            }
    }
}
