import Dossiers
import Foundation
import House
import Kernel
import Testing
import Web

@testable import Workplace

/// An official at their desk: opens pages and sends the forms that stand on them, as a browser without script does.
struct Desk: Sendable {
    let ground: WorkGround
    let caller: Caller

    /// What a route answered.
    struct Page {
        let status: Int
        let body: String
        let headers: HTTPFields

        var location: String? { headers[.location] }

        /// The value of a hidden field.
        func hidden(_ name: String) -> String? {
            guard let pattern = try? Regex("name=\"\(name)\" value=\"([^\"]*)\"") else { return nil }
            return body.firstMatch(of: pattern).flatMap { $0[1].substring }.map(String.init)
        }
    }

    /// A file that a form sends.
    struct Upload {
        let name: String
        let content: String
    }

    func get(_ target: String) async throws -> Page { try await ask(.get, target) }

    func page(_ id: Identifier) async throws -> Page { try await get("/werk/dossiers/\(id)") }

    /// Opens the page of a verb, fills in what is given beside what stands there, and presses a button.
    func send(
        _ verb: String,
        _ fields: [String: String] = [:],
        all: [(String, String)] = [],
        pressing stage: String = "doen",
        seen: String? = nil,
        file: Upload? = nil,
        in id: Identifier
    ) async throws -> Page {
        ground.clock.advance(milliseconds: 60_000)
        let form = try await get("/werk/dossiers/\(id)/\(verb)")
        var parts = [("formulier", form.hidden("formulier") ?? ""), ("stap", stage)]
        if let seen = seen ?? form.hidden("gezien") { parts.append(("gezien", seen)) }
        for name in ["ontwerp", "sha256", "taak", "vraag", "resultaat", "document", "termijn"] where fields[name] == nil
        {
            if let value = form.hidden(name) { parts.append((name, value)) }
        }
        return try await post(verb, parts + fields.map { ($0.key, $0.value) } + all, file: file, in: id)
    }

    func post(_ verb: String, _ fields: [(String, String)], file: Upload? = nil, in id: Identifier) async throws
        -> Page
    {
        var body = fields.map { name, value in
            "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        if let file {
            body += "--grens\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"\(file.name)\"\r\n\r\n"
            body += file.content + "\r\n"
        }
        body += "--grens--\r\n"
        return try await ask(.post, "/werk/dossiers/\(id)/\(verb)", body: Array(body.utf8))
    }

    private func ask(_ method: HTTPRequest.Method, _ target: String, body: [UInt8] = []) async throws -> Page {
        let path = String(target.prefix { $0 != "?" })
        let found = try #require(match(method, path), "no route for \(target)")
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=grens", .accept: "text/html"]
        let request = try Request(
            method,
            target,
            headers: headers,
            body: body,
            parameters: found.parameters,
            id: ground.hall.surroundings.identifier()
        )
        return try await Page(found.route.handler(request, caller))
    }

    /// The route of a path; a written segment wins over a named one, as in the house.
    private func match(_ method: HTTPRequest.Method, _ path: String) -> (route: Route, parameters: [String: String])? {
        let segments = path.split(separator: "/")
        let fitting = ground.routes.filter { $0.method == method }.compactMap { route in
            parameters(of: route, segments).map { (route: route, parameters: $0) }
        }
        return fitting.min { $0.parameters.count < $1.parameters.count }
    }

    private func parameters(of route: Route, _ segments: [Substring]) -> [String: String]? {
        let pattern = route.path.split(separator: "/")
        guard pattern.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, segment) in zip(pattern, segments) {
            if part.hasPrefix("{") {
                parameters[String(part.dropFirst().dropLast())] = String(segment)
            } else if part != segment {
                return nil
            }
        }
        return parameters
    }
}

extension Desk.Page {
    init(_ answer: Answer) async throws {
        let text = if case .bytes(let bytes) = answer.body { String(decoding: bytes, as: UTF8.self) } else { "" }
        self.init(status: answer.status.code, body: text, headers: answer.headers)
    }
}
