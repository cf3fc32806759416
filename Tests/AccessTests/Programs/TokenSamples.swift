import Crypto
import Database
import Kernel

@testable import Access

/// Makes tokens as clients do, and as attackers do.
enum TokenSamples {
    static let secret = "een geheim van tweeendertig bytes"

    static func claims(_ changes: [String: JSONValue?] = [:], at now: Instant = Ground.start) -> JSONValue {
        var claims: [(String, JSONValue)] = [
            ("iss", .text("belastingen")), ("iat", .number(.integer(now.milliseconds / 1_000))),
            ("client_id", .text("belastingen")), ("user_id", .text("jan")),
            ("user_representation", .text("Jan Péeters 🏛")),
        ]
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            claims.removeAll { $0.0 == name }
            if let value { claims.append((name, value)) }
        }
        return .object(claims.map { JSONValue.Member($0.0, $0.1) })
    }

    static func token(
        header: String = #"{"alg":"HS256","typ":"JWT"}"#,
        _ claims: JSONValue = claims(),
        secret: String = secret
    ) -> String {
        token(header: header, body: claims.bytes, secret: secret)
    }

    static func token(header: String, body: [UInt8], secret: String) -> String {
        let signed = Base64URL.text(Array(header.utf8)) + "." + Base64URL.text(body)
        let key = SymmetricKey(data: Array(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array(signed.utf8), using: key)
        return signed + "." + Base64URL.text(Array(code))
    }
}

extension Ground {
    var clients: ClientStore { ClientStore(seal: seal, surroundings: surroundings) }

    func addClient(_ id: String = "belastingen", secret: String = TokenSamples.secret) async throws -> Client {
        try await database.write { try clients.add(id, secret: secret, isSuperuser: false, in: $0).client }
    }

    /// The visitor of a header, or the fault.
    func enter(_ header: String?) async throws -> Result<Visitor, TokenFault> {
        let programs = try ProgramSignIn(seal: seal, surroundings: surroundings)
        do {
            return .success(try await database.read { try programs.visitor(authorization: header, in: $0) })
        } catch let fault as TokenFault {
            return .failure(fault)
        }
    }
}
