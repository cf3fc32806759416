import Database
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct ProgramSignInTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let header: String?
        let fault: TokenFault
        var testDescription: String { name }
    }

    @Test(arguments: TestGround.Kind.available) func `a client that signs with its secret comes in with its claims`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let client = try await ground.addClient()
            let expected = Visitor.program(
                Identity(subject: client.subject, level: .program, attributes: ["naam": "belastingen"]),
                Claims(client: "belastingen", user: "jan", representation: "Jan Péeters 🏛")
            )
            for scheme in ["Bearer ", "bearer ", "BEARER   "] {
                #expect(try await ground.enter(scheme + TokenSamples.token()) == .success(expected))
            }
        }
    }

    @Test(arguments: cases) func `what is wrong with a token is answered with the code that clients know`(
        _ one: Case
    ) async throws {
        try await withGround(.sqlite) { ground in
            _ = try await ground.addClient()
            #expect(try await ground.enter(one.header) == .failure(one.fault))
        }
    }

    @Test(arguments: TestGround.Kind.available)
    func `an unknown client, one without secret and a bad signature look alike`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addClient()
            try await ground.database.write { transaction in
                _ = try ground.clients.add("ongewapend", for: ground.surroundings.identifier(), in: transaction)
            }
            let bodies = ["onbekend", "ongewapend", "a\u{0}b", String(repeating: "x", count: 60)].map {
                TokenSamples.token(TokenSamples.claims(["client_id": .text($0)]))
            }
            for token in bodies + [TokenSamples.token(secret: "een ander geheim")] {
                #expect(try await ground.enter("Bearer " + token) == .failure(.unknownClient))
            }
        }
    }

    @Test(
        arguments: [
            (3_599, nil), (3_899, nil), (3_900, TokenFault.expired), (-300, nil), (-301, .immature),
            (-86_400, .immature),
        ] as [(Int64, TokenFault?)]
    )
    func `a token counts for an hour and five minutes, and not before its time`(
        _ age: Int64,
        _ fault: TokenFault?
    ) async throws {
        try await withGround(.sqlite) { ground in
            _ = try await ground.addClient()
            let issued = JSONValue.number(.integer(Ground.start.milliseconds / 1_000 - age))
            let result = try await ground.enter("Bearer " + TokenSamples.token(TokenSamples.claims(["iat": issued])))
            switch result {
            case .success: #expect(fault == nil)
            case .failure(let found): #expect(found == fault)
            }
        }
    }

    @Test(arguments: TestGround.Kind.available) func `two secrets work while a client changes over, and no third`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addClient(secret: "eerste")
            for secret in ["tweede", "tweede"] { _ = try await ground.addClient(secret: secret) }
            #expect(try await Self.working(ground) == ["eerste", "tweede"])
            _ = try await ground.addClient(secret: "derde")
            #expect(try await Self.working(ground) == ["tweede", "derde"])
            let forgot = try await ground.database.write {
                try ground.clients.forget(formerSecretOf: "belastingen", in: $0)
            }
            #expect(forgot)
            #expect(try await Self.working(ground) == ["derde"])
            let disarmed = try await ground.database.write { try ground.clients.disarm("belastingen", in: $0) }
            #expect(disarmed)
            #expect(try await Self.working(ground) == [])
        }
    }

    private static func working(_ ground: Ground) async throws -> [String] {
        var working: [String] = []
        for secret in ["eerste", "tweede", "derde"] {
            let result = try await ground.enter("Bearer " + TokenSamples.token(secret: secret))
            if case .success = result { working.append(secret) }
        }
        return working
    }

    @Test(arguments: [UInt64(1), 2, 3]) func `a token changed in any byte never comes in, and stops nothing`(
        _ seed: UInt64
    ) async throws {
        try await withGround(.sqlite) { ground in
            _ = try await ground.addClient()
            var generator = SeededGenerator(seed: seed)
            let good = Array(TokenSamples.token().utf8)
            for _ in 0..<400 {
                var bytes = good
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let index = Int.random(in: bytes.indices, using: &generator)
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: bytes[index] = .random(in: 0x20...0x7E, using: &generator)
                    case 1: bytes.remove(at: index)
                    default: bytes.insert(.random(in: 0x20...0x7E, using: &generator), at: index)
                    }
                }
                // Changes may cancel each other out, and a space in front of a token is none of its bytes.
                let text = String(decoding: bytes, as: UTF8.self)
                if text.drop(while: { $0 == " " }) == Substring(TokenSamples.token()) { continue }
                guard case .failure = try await ground.enter("Bearer " + text) else {
                    Issue.record("seed \(seed): \(text)")
                    return
                }
            }
        }
    }

    @Test(arguments: [UInt64(7), 8]) func `random bytes in place of header and claims stop nothing`(
        _ seed: UInt64
    ) async throws {
        try await withGround(.sqlite) { ground in
            _ = try await ground.addClient()
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<300 {
                let length = Int.random(in: 0...80, using: &generator)
                let noise = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
                let token = TokenSamples.token(
                    header: #"{"alg":"HS256"}"#,
                    body: noise,
                    secret: TokenSamples.secret
                )
                guard case .failure = try await ground.enter("Bearer " + token) else {
                    Issue.record("seed \(seed): \(noise)")
                    return
                }
            }
        }
    }
}

extension ProgramSignInTests {
    static let cases: [Case] = headers + claims

    private static let good = TokenSamples.token()

    private static let headers: [Case] = [
        Case(name: "no header", header: nil, fault: .missing),
        Case(name: "an empty header", header: "", fault: .missing),
        Case(name: "Basic", header: "Basic amFuOmdlaGVpbQ==", fault: .missing),
        Case(name: "no token", header: "Bearer ", fault: .missing),
        Case(name: "two parts", header: "Bearer e30.e30", fault: .undecodable),
        Case(name: "four parts", header: "Bearer \(good).e30", fault: .undecodable),
        Case(name: "empty parts", header: "Bearer ..", fault: .undecodable),
        Case(name: "a space within", header: "Bearer \(good) ", fault: .undecodable),
        Case(name: "padding", header: "Bearer \(good)=", fault: .undecodable),
        Case(
            name: "too long",
            header: "Bearer "
                + TokenSamples.token(
                    TokenSamples.claims(["user_id": .text(String(repeating: "x", count: 7_000))])
                ),
            fault: .undecodable
        ),
        header(#"{"alg":"none"}"#), header(#"{"alg":"None"}"#), header(#"{"alg":"hs256"}"#),
        header(#"{"alg":"HS384"}"#), header(#"{"alg":"HS512"}"#), header(#"{"alg":"RS256"}"#),
        header(#"{"alg":"ES256"}"#), header(#"{"alg":["HS256"]}"#), header(#"{"alg":null}"#), header(#"{}"#),
        header(#"{"alg":"none","alg":"HS256"}"#), header(#"{"alg":"HS256","crit":["exp"]}"#),
        header(#"{"alg":"HS256","typ":"JWE"}"#), header(#"["HS256"]"#), header("HS256"), header(""),
        header(#"{"alg":"HS256"} "# + "x"), header("\u{FEFF}" + #"{"alg":"HS256"}"#),
        Case(
            name: "no signature",
            header: "Bearer " + String(good.prefix(good.count - 43)),
            fault: .unknownClient
        ),
    ]

    private static let claims: [Case] = [
        claim("client_id", nil, .noClient), claim("client_id", .text(""), .noClient),
        claim("client_id", .null, .noClient), claim("client_id", .number(.integer(1)), .undecodable),
        claim("client_id", .array([.text("belastingen")]), .undecodable),
        claim("client_id", .text("Belastingen"), .unknownClient),
        claim("iat", nil, .noIssuedAt), claim("iat", .text("1790000000"), .undecodable),
        claim("iat", .number(.integer(.max)), .immature), claim("iat", .number(.integer(.min)), .expired),
        claim("iat", .number(.decimal(text: "1e300", value: 1e300)), .immature),
        claim("exp", .number(.integer(1_789_999_000)), .expired),
        claim("nbf", .number(.integer(1_790_000_301)), .immature),
        claim("iss", .number(.integer(1)), .undecodable), claim("user_id", .object([]), .undecodable),
        body(#"{"client_id":"belastingen","client_id":"belastingen","iat":1790000000}"#),
        body(#"{"client_id":"belastingen","iat":1790000000,"iat":1790000000}"#),
        body(#"{"client_id":"belastingen","iat":1790000000"#), body("[]"), body("null"), body(""),
        body(#"{"client_id":"belastingen","iat":1790000000,"x":[[[[[[]]]]]]}"#),
        body(#"{"client_id":"\ud800","iat":1790000000}"#),
    ]

    /// Signed with the right secret, so that only the header can be the reason.
    private static func header(_ text: String) -> Case {
        Case(name: "header \(text)", header: "Bearer " + TokenSamples.token(header: text), fault: .undecodable)
    }

    private static func claim(_ name: String, _ value: JSONValue?, _ fault: TokenFault) -> Case {
        let token = TokenSamples.token(TokenSamples.claims([name: value]))
        return Case(name: "\(name): \(value.map { "\($0)" } ?? "absent")", header: "Bearer " + token, fault: fault)
    }

    private static func body(_ text: String) -> Case {
        let token = TokenSamples.token(
            header: #"{"alg":"HS256"}"#,
            body: Array(text.utf8),
            secret: TokenSamples.secret
        )
        return Case(name: "claims \(text)", header: "Bearer " + token, fault: .undecodable)
    }
}
