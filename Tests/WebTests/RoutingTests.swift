import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct RoutingTests {
    static func route(_ path: String, _ method: HTTPRequest.Method = .get) -> Route {
        Route(method, path, policy: .everyone) { _, _ in .nothing }
    }

    static func composition(_ paths: [String]) throws -> Composition {
        try Composition([Module(name: "Proef", routes: paths.map { route($0) })])
    }

    @Test(
        arguments: [
            ("/", "/", [:]), ("/zaken", "/zaken", [:]), ("/zaken/", "/zaken/", [:]),
            ("/zaken/12", "/zaken/{uuid}", ["uuid": "12"]), ("/zaken/nieuw", "/zaken/nieuw", [:]),
            ("/zaken/12/status/3", "/zaken/{zaak}/status/{status}", ["zaak": "12", "status": "3"]),
            ("/bestanden/a/b/c.css", "/bestanden/{pad*}", ["pad": "a/b/c.css"]), ("/zaken/nieuw/status/3", nil, [:]),
            ("/zaken/12/", nil, [:]), ("/niets", nil, [:]), ("/bestanden", nil, [:]), ("/zaken/12/status", nil, [:]),
        ] as [(String, String?, [String: String])]
    )
    func `a path leads to one route`(_ path: String, _ expected: String?, _ parameters: [String: String]) throws {
        let composition = try Self.composition([
            "/", "/zaken", "/zaken/", "/zaken/{uuid}", "/zaken/nieuw", "/zaken/{zaak}/status/{status}",
            "/bestanden/{pad*}",
        ])
        let target = try Target(path, method: .get, host: "a")
        guard case .route(let route, let found) = composition.tree.find(.get, target.segments) else {
            #expect(expected == nil)
            return
        }
        #expect(route.path == expected)
        #expect(found == parameters)
    }

    @Test(arguments: [
        ["/a", "/a"], ["/a/{x}", "/a/{y}"], ["/a/{x*}", "/a/{y*}"], ["a"], ["/a//b"], ["/{x}/{x}"], ["/{x*}/a"],
        ["/{}"],
        ["/a{x}"], ["/{*}"],
    ])
    func `paths that clash or cannot be matched are refused with a sentence`(_ paths: [String]) {
        #expect(throws: CompositionError.self) { try Self.composition(paths) }
    }

    @Test func `modules with one name and menu entries that lead nowhere are refused`() throws {
        #expect(throws: CompositionError.self) { try Composition([Module(name: "A"), Module(name: "A")]) }
        #expect(throws: CompositionError.self) { try Composition([Module(name: "")]) }
        let entry = NavigationEntry(Text(nl: "Zaken"), path: "/zaken", policy: .everyone)
        #expect(throws: CompositionError.self) { try Composition([Module(name: "A", navigation: [entry])]) }
        let whole = try Composition([Module(name: "A", routes: [Self.route("/zaken")], navigation: [entry])])
        #expect(whole.navigation == [entry])
    }

    @Test func `finding a route takes a step for each segment, however many routes there are`() throws {
        let composition = try Self.composition((0..<5_000).map { "/kamer\($0)/{a}/{b}/vast" })
        let segments = ["kamer4999", "x", "y", "vast"]
        guard case .route(let route, _) = composition.tree.find(.get, segments) else {
            Issue.record("not found")
            return
        }
        #expect(route.path == "/kamer4999/{a}/{b}/vast")
    }
}

private let marieke = Visitor.official(Identity(subject: Identifier(high: 0, low: 1), level: .password))
private let jan = Visitor.official(Identity(subject: Identifier(high: 0, low: 2), level: .password))

/// Who may, asked before anything is read or done.
@Suite struct AdmissionTests {
    static let admission = Admission(
        authenticate: { request in
            switch request.headers[.authorization] {
            case nil: .nobody
            case "Bearer marieke": Caller(marieke)
            case "Session marieke": Caller(marieke, session: "s1")
            case "Bearer jan": Caller(jan)
            default: throw Refusal.unauthenticated
            }
        },
        may: { caller, policy, _ in caller.visitor == marieke && policy == .official }
    )

    static let routes = TestServer.routes + [.post("/geheim", policy: .official) { _, _ in .text("gedaan") }]

    @Test(arguments: [("", 401), ("Bearer jan", 403), ("Bearer vals", 401), ("Bearer marieke", 200)])
    func `a route asks its policy`(_ credentials: String, _ status: Int) async throws {
        try await TestServer.run(Self.routes, admission: Self.admission) { port in
            let field = credentials.isEmpty ? "" : "Authorization: \(credentials)\r\n"
            let text = try await Wire.exchange(
                port,
                "GET /geheim HTTP/1.1\r\nHost: a\r\n\(field)Connection: close\r\n\r\n"
            )
            #expect(text.status == status)
            #expect(text.contains("geheim") == (status == 200))
        }
    }

    @Test func `without closures only what is for anyone is open`() async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, "GET /geheim HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(text.status == 401)
        }
    }

    @Test(arguments: [
        ("", 403), ("Sec-Fetch-Site: cross-site\r\n", 403), ("Sec-Fetch-Site: same-site\r\n", 403),
        ("Sec-Fetch-Site: same-origin\r\n", 200), ("Origin: http://a\r\n", 200), ("Origin: http://b\r\n", 403),
        ("Origin: null\r\n", 403), ("Origin: https://a\r\n", 403), ("Origin: http://a.b\r\n", 403),
        ("X-CSRF-Token: 00\r\n", 403),
    ])
    func `a session changes things only from our own pages`(_ fields: String, _ status: Int) async throws {
        try await TestServer.run(Self.routes, admission: Self.admission) { port in
            let session = "Authorization: Session marieke\r\n"
            let head = "POST /geheim HTTP/1.1\r\nHost: a\r\n\(session)\(fields)Connection: close\r\n\r\n"
            let text = try await Wire.exchange(port, head)
            #expect(text.status == status)
        }
    }

    @Test func `a token of the session in a field of the head will do`() async throws {
        let request = try Request(.get, "/")
        let (token, cookie) = try TestServer.forms().issue(for: request, Caller(marieke, session: "s1"))
        #expect(cookie == nil)
        try await TestServer.run(Self.routes, admission: Self.admission) { port in
            let fields = "Authorization: Session marieke\r\nX-CSRF-Token: \(token)\r\nConnection: close\r\n\r\n"
            let text = try await Wire.exchange(port, "POST /geheim HTTP/1.1\r\nHost: a\r\n" + fields)
            #expect(text.status == 200)
        }
    }
}

@Suite struct FormTokenTests {
    static let visitor = Caller(marieke, session: "s1")

    @Test func `a token holds for its own session only, and looks different each time`() throws {
        let request = try Request(.get, "/")
        let (first, _) = try TestServer.forms().issue(for: request, Self.visitor)
        let (second, _) = try TestServer.forms().issue(for: request, Self.visitor)
        #expect(first != second)
        try TestServer.forms().check(first, request, Self.visitor)
        try TestServer.forms().check(second, request, Self.visitor)
        #expect(throws: Refusal.self) {
            try TestServer.forms().check(first, request, Caller(marieke, session: "s2"))
        }
        #expect(throws: Refusal.self) { try TestServer.forms().check(first, request, .nobody) }
        #expect(throws: Refusal.self) { try TestServer.forms().check(nil, request, Self.visitor) }
    }

    @Test func `each changed character makes a token worthless`() throws {
        let request = try Request(.get, "/")
        let (token, _) = try TestServer.forms().issue(for: request, Self.visitor)
        for index in token.indices {
            var changed = token
            changed.replaceSubrange(index...index, with: token[index] == "0" ? "1" : "0")
            #expect(throws: Refusal.self) { try TestServer.forms().check(changed, request, Self.visitor) }
        }
    }

    @Test func `a visitor without a session gets a cookie that the token is bound to`() throws {
        let (token, cookie) = try TestServer.forms().issue(for: try Request(.get, "/"), .nobody)
        let value = try #require(cookie?.value)
        let own = try Request(.post, "/", headers: [.cookie: "formulier=\(value)"])
        try TestServer.forms().check(token, own, .nobody)
        let other = try Request(.post, "/", headers: [.cookie: "formulier=anders"])
        #expect(throws: Refusal.self) { try TestServer.forms().check(token, other, .nobody) }
    }

    @Test func `a short key is refused`() {
        #expect(throws: CompositionError.self) { try FormTokens(key: [1, 2, 3], surroundings: .live) }
    }
}
