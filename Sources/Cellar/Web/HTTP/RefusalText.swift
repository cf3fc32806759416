internal import Kernel

// What a refusal looks like to a program and to a person. This file is the seam to Kernel's Problem.

extension Refusal {
    /// The refusal that an error of a handler stands for; none for what is our own mistake.
    static func standing(for error: any Error) -> Refusal? {
        error as? Refusal
    }

    /// RFC 9457 problem details, as `application/problem+json`.
    func problem(_ id: Identifier) -> [UInt8] {
        let members = [
            ("type", "about:blank"), ("code", code), ("title", status.reasonPhrase), ("detail", reason),
            ("instance", "urn:uuid:\(id)"),
        ]
        let texts = members.map { "\"\($0.0)\":\"\(escape($0.1))\"" } + ["\"status\":\(status.code)"]
        return Array("{\(texts.joined(separator: ","))}".utf8)
    }

    /// A page with the sentence and a way forward.
    func page(_ id: Identifier) -> [UInt8] {
        let page = """
            <!doctype html>
            <html lang="nl"><head><meta charset="utf-8"><title>\(status.code)</title></head>
            <body><main><h1>Dit lukte niet</h1><p>\(plain(reason))</p><p><a href="/">Naar de startpagina</a></p>
            <p>Nummer van dit verzoek: \(id)</p></main></body></html>

            """
        return Array(page.utf8)
    }

    static let problemType = "application/problem+json"

    /// The inside of a JSON text.
    private func escape(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\"", "\\": escaped += "\\\(scalar)"
            case _ where scalar.value < 0x20: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// Text that means nothing but itself in HTML.
    private func plain(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
