import Foundation
import FoundationNetworking
import Testing

/// A browser as far as a test needs one: it keeps cookies, follows nothing by itself, and sends forms from pages.
final class Browser {
    struct Page {
        let status: Int
        let body: String
        let location: String?
        let headers: HTTPURLResponse?

        /// The token of the forms on the page.
        var token: String? {
            body.firstMatch(of: /name="formulier" value="([0-9a-f]+)"/).map { String($0.output.1) }
        }
    }

    let url: String
    private(set) var cookies: [String: String]

    init(_ url: String, cookies: [String: String] = [:]) {
        (self.url, self.cookies) = (url, cookies)
    }

    func get(_ path: String, accept: String = "text/html") async throws -> Page {
        try await send("GET", path, headers: ["Accept": accept])
    }

    /// Opens a page, and sends a form of it as a browser does.
    func submit(_ fields: [(String, String)], from page: String, to path: String) async throws -> Page {
        let token = try #require(try await get(page).token, "no form on \(page)")
        return try await post(path, [("formulier", token)] + fields)
    }

    func post(_ path: String, _ fields: [(String, String)], headers: [String: String] = [:]) async throws -> Page {
        let allowed = CharacterSet.alphanumerics
        let body = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        let usual = [
            "Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin",
        ]
        return try await send("POST", path, headers: usual.merging(headers) { _, new in new }, body: body)
    }

    func send(
        _ method: String,
        _ path: String,
        headers: [String: String],
        body: String? = nil
    ) async throws -> Page {
        var request = URLRequest(url: try #require(URL(string: url + path)))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.httpShouldHandleCookies = false
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if !cookies.isEmpty {
            let text = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
            request.setValue(text, forHTTPHeaderField: "Cookie")
        }
        let session = URLSession(configuration: .ephemeral, delegate: StandStill(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        let http = response as? HTTPURLResponse
        keep(http?.value(forHTTPHeaderField: "Set-Cookie") ?? "")
        return Page(
            status: http?.statusCode ?? 0,
            body: String(decoding: data, as: UTF8.self),
            location: http?.value(forHTTPHeaderField: "Location"),
            headers: http
        )
    }

    private func keep(_ field: String) {
        for part in field.split(separator: ",") {
            let pair = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let name = pair[0].trimmingCharacters(in: .whitespaces)
            cookies[name] = part.contains("Max-Age=0") ? nil : String(pair[1])
        }
    }
}

/// Follows no redirect.
private final class StandStill: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
