import Kernel

/// A JSON Web Token, taken apart and not yet believed.
///
/// Source: RFC 7515 and 7519; of the algorithms only HS256, named in the header exactly so. Stricter than these where
/// that leaves a choice: no duplicate names, no `crit`, base64url with one spelling, and a bound on everything.
struct WebToken: Sendable {
    static let bytesMax = 8_192

    /// The bytes that were signed, and the signature.
    let signed: [UInt8]
    let signature: [UInt8]

    let client: String?
    let user: String
    let representation: String
    /// Seconds since 1970, as the token claims them.
    let issuedAt: Double?
    let expires: Double?
    let notBefore: Double?

    /// Takes a token apart; the header is judged before the claims are looked at.
    init(_ text: some StringProtocol) throws(TokenFault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.bytesMax else { throw .undecodable }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.bytes(parts[0]), let body = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2])
        else { throw .undecodable }
        try Self.judge(header: header)
        let claims = try Self.object(body)
        self.signature = signature
        signed = Array(bytes[..<parts[1].endIndex])
        client = try Self.text("client_id", claims)
        user = try Self.text("user_id", claims) ?? ""
        representation = try Self.text("user_representation", claims) ?? ""
        _ = try Self.text("iss", claims)
        issuedAt = try Self.seconds("iat", claims)
        expires = try Self.seconds("exp", claims)
        notBefore = try Self.seconds("nbf", claims)
    }

    private static let limits = JSONLimits(bytes: bytesMax, depth: 4, text: 2_048, members: 64, elements: 64)

    private static func judge(header: [UInt8]) throws(TokenFault) {
        let header = try object(header)
        guard header["alg"]?.text == "HS256", header["crit"] == nil else { throw .undecodable }
        guard let type = header["typ"] else { return }
        guard type.text?.lowercased() == "jwt" else { throw .undecodable }
    }

    private static func object(_ bytes: [UInt8]) throws(TokenFault) -> JSONValue {
        guard let value = try? JSONValue(bytes, limits: limits), case .object = value else { throw .undecodable }
        return value
    }

    /// A claim that is a text; null is as good as absent, anything else is no token of a client of ours.
    private static func text(_ name: String, _ claims: JSONValue) throws(TokenFault) -> String? {
        switch claims[name] {
        case nil, .null: return nil
        case .text(let text): return text
        default: throw .undecodable
        }
    }

    private static func seconds(_ name: String, _ claims: JSONValue) throws(TokenFault) -> Double? {
        switch claims[name] {
        case nil, .null: return nil
        case .number(let number): return number.double
        default: throw .undecodable
        }
    }
}
