import Access
import Crypto
import Database
import Foundation
import Kernel
import TestGround
import Testing

/// Every route with every kind of visitor. The table below is written by hand and knows nothing of the policies in the
/// code; a route that it does not name fails the test.
@Suite(.serialized) struct WalkTests {
    /// Who comes by.
    enum Who: Hashable {
        case nobody, guest, resident, program, superuser
        case official(Role)

        static let all: [Who] =
            [.nobody, .guest, .resident, .program, .superuser] + Role.allCases.map { .official($0) }
        static let people = Set(all).subtracting([.nobody, .program, .superuser])
    }

    /// Who may use what begins so: the longest beginning counts, `=` before it means exactly.
    private static let table: [(path: String, who: Set<Who>)] = [
        ("=/", Set(Who.all)),
        ("/health/", Set(Who.all)),
        ("/static/", Set(Who.all)),
        ("/log/", Set(Who.all)),
        ("=/.well-known/belfort-key", Set(Who.all)),
        ("=/bewijs", Set(Who.all)),
        ("=/contact", Set(Who.all)), ("=/privacy", Set(Who.all)), ("=/toegankelijkheid", Set(Who.all)),
        ("=/aanmelden", Set(Who.all)), ("=/aanmelden/code", Set(Who.all)), ("=/aanmelden/inwoner", Set(Who.all)),
        ("=/afmelden", Set(Who.all)),
        ("/toegang/", Set(Who.all)), ("/wachtwoord/", Set(Who.all)),
        ("=/sessies", Who.people), ("/sessies/", Who.people),
        ("=/beheer/gebruikers", [.official(.beheerder)]), ("/beheer/gebruikers/", [.official(.beheerder)]),
        ("=/beheer/uitgaand", [.official(.beheerder)]), ("/beheer/uitgaand/", [.official(.beheerder)]),
        // Programs only, by their token; a client without grants gets no further than the door.
        ("=/aanvragen", Set(Who.all)), ("/aanvragen/", Set(Who.all)),
        // A guest has one draft or dossier, which is that of the walk; a resident must be tied to it.
        // Whoever has no such form gets one page for all reasons, with a way on.
        ("/aanvraag/", Set(Who.all)), ("=/mijn", Who.people), ("/mijn/", [.guest]),
        ("=/werk", Set(Role.allCases.map { .official($0) })), ("/werk/", Set(Role.allCases.map { .official($0) })),
        ("=/werk/innemen", [.official(.balie), .official(.behandelaar)]),
        ("/werk/innemen/", [.official(.balie), .official(.behandelaar)]),
        ("/catalogi/api/v1/", [.superuser]), ("/besluiten/api/v1/", [.superuser]),
        ("/zaken/api/v1/", [.superuser]),
    ]

    private static func expected(_ path: String) -> Set<Who>? {
        if let exact = table.first(where: { $0.path == "=" + path }) { return exact.who }
        return table.filter { path.hasPrefix($0.path) }.max { $0.path.count < $1.path.count }?.who
    }

    @Test func `every route answers every visitor as the table says`() async throws {
        try await withFolder { folder in
            let ground = PeopleGround(in: folder)
            let cookies = try await visitors(ground)
            for arguments in [["proef", "--superuser"], ["klein"]] {
                let added = try await Program.run(
                    ["client", "add", "--secret", Self.secret] + arguments + ground.arguments
                )
                #expect(added.status == 0, "\(added.complaint)")
            }
            let environment = ["BELFORT_DEMO": "true"]
            let list = try await Program.run(["routes"] + ground.arguments, environment: environment)
            let routes = list.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            #expect(routes.count > 40)
            let server = try await Server.start(ground.arguments, environment: environment)
            defer { server.stop() }
            for route in routes {
                guard let allowed = Self.expected(route[1]) else {
                    Issue.record("\(route[0]) \(route[1]) has no expectation: add it to the table")
                    continue
                }
                for who in Who.all {
                    // Signing out and ending are tried without their token, so nobody is signed out on the way.
                    let verdict = try await isLetIn(who, route, server.url, cookies)
                    #expect(verdict == allowed.contains(who), "\(who): \(route[0]) \(route[1]) \(route[2])")
                }
            }
        }
    }

    /// What stands in the place of each parameter of a path.
    private static let object = "5f4d3c2b-0000-4000-8000-000000000001"
    private static let secret = "een geheim van genoeg tekens, 2026"

    /// A session for each kind of person.
    private func visitors(_ ground: PeopleGround) async throws -> [Who: String] {
        var cookies: [Who: String] = [:]
        let random = Surroundings.live
        let resident = Identity(subject: random.identifier(), level: .high)
        cookies[.resident] = try await ground.session(.resident(resident, origin: "test"))
        let guest = Identity(subject: random.identifier(), level: .mailedLink)
        cookies[.guest] = try await ground.session(
            .guest(guest, of: try #require(Identifier(Self.object)), origin: "test")
        )
        for role in Role.allCases {
            let email = "\(role.rawValue)@leiebeke.example"
            try await ground.add(role.rawValue, email, [role], password: nil)
            let official = try #require(try await ground.official(email))
            let identity = Identity(subject: official.id, level: .password)
            cookies[.official(role)] = try await ground.session(.official(identity, origin: "test"))
        }
        return cookies
    }

    /// Whether the door opens: what lies behind may still be missing, or want a form.
    private func isLetIn(_ who: Who, _ route: [String], _ url: String, _ cookies: [Who: String]) async throws -> Bool {
        let path = route[1].replacing(/\{[^}]+\}/, with: Self.object)
        let browser = Browser(url, cookies: cookies[who].map { ["sessie": $0] } ?? [:])
        var headers = ["Accept": "application/json", "Sec-Fetch-Site": "same-origin"]
        switch who {
        case .program: headers["Authorization"] = "Bearer \(Self.token("klein"))"
        case .superuser: headers["Authorization"] = "Bearer \(Self.token("proef"))"
        default: break
        }
        let page = try await browser.send(route[0], path, headers: headers)
        #expect(page.status != 500, "\(who): \(route[0]) \(route[1])")
        guard [401, 403].contains(page.status) else { return true }
        let code = try JSONValue(Array(page.body.utf8))["code"]?.text
        return code == "form_token"
    }

    private static func token(_ client: String) -> String {
        func encoded(_ bytes: some Sequence<UInt8>) -> String {
            Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }
        let claims =
            #"{"iss":"\#(client)","client_id":"\#(client)","iat":\#(Int(Date().timeIntervalSince1970)),"#
            + #""user_id":"","user_representation":""}"#
        let signed = "\(encoded(#"{"alg":"HS256","typ":"JWT"}"#.utf8)).\(encoded(claims.utf8))"
        let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return "\(signed).\(encoded(code))"
    }
}
