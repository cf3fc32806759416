internal import Database
internal import HTTPTypes
public import Kernel

// What a refusal looks like to a program and to a person, and how Kernel's problems become refusals.

extension Refusal {
    /// The refusal with which a problem is answered; all its faults are in the answer.
    public init(_ problem: Problem) {
        self.init(HTTPResponse.Status(integerLiteral: problem.status), problem.code, problem.detail)
        self.problem = problem
        if problem.kind == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
        if problem.kind == .unavailable || problem.kind == .throttled { headers[.retryAfter] = "5" }
    }

    /// The refusal that an error of a handler stands for; none for what is our own mistake.
    static func standing(for error: any Error) -> Refusal? {
        switch error {
        case let refusal as Refusal: refusal
        case let problem as Problem: Refusal(problem)
        case let invalid as Invalid: Refusal(Problem(invalid))
        case let error as JSONError: Refusal(Problem(error))
        case let error as DatabaseError: Refusal(error)
        default: nil
        }
    }

    /// RFC 9457 problem details, in the shape that ZGW gives them.
    ///
    /// - Parameter help: the address of the help pages, without a slash at its end.
    func text(_ id: Identifier, help: String) -> [UInt8] {
        JSONWriter.bytes(capacity: 512) { writer in
            if let problem {
                problem.write(to: &writer, help: help, instance: id)
            } else {
                write(to: &writer, help: help, id)
            }
        }
    }

    private func write(to writer: inout JSONWriter, help: String, _ id: Identifier) {
        writer.beginObject()
        let members = [
            ("type", "\(help)/\(code.replacing("_", with: "-"))"), ("code", code), ("title", status.reasonPhrase),
            ("detail", reason), ("instance", "urn:uuid:\(id)"),
        ]
        for (name, text) in members {
            writer.name(name)
            writer.text(text)
        }
        writer.name("status")
        writer.integer(Int64(status.code))
        writer.endObject()
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

    /// Text that means nothing but itself in HTML.
    private func plain(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
