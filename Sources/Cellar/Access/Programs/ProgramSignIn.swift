import Crypto
public import Database
public import Kernel

/// The way in for programs: a token with each request, signed with the secret of the client (ZGW).
///
/// The token is judged anew each time and makes no session; pages accept none.
public struct ProgramSignIn: Sendable {
    private let seal: Seal
    private let clock: TokenClock
    private let surroundings: Surroundings
    /// Sealed in a place of its own, and opened where a client or a secret of it is missing: the same work.
    private let decoy: [UInt8]

    public init(seal: Seal, clock: TokenClock = TokenClock(), surroundings: Surroundings) throws {
        (self.seal, self.clock, self.surroundings) = (seal, clock, surroundings)
        decoy = try seal.close(surroundings.random(32), for: Self.decoyPlace)
    }

    /// Who signed the token of an `Authorization` header; throws `TokenFault`.
    ///
    /// Signature before times: who cannot sign learns nothing about what else is wrong.
    public func visitor(authorization header: String?, in transaction: Transaction) throws -> Visitor {
        guard let header else { throw TokenFault.missing }
        let token = try WebToken(try Self.bearer(header))
        guard let id = token.client, !id.isEmpty else { throw TokenFault.noClient }
        let client = Client.isPossible(id) ? try ClientStore.armed(id, in: transaction) : nil
        let isSigned = try isSigned(token, by: client, id)
        guard let client, isSigned else { throw TokenFault.unknownClient }
        try clock.judge(token, at: surroundings.now())
        let identity = Identity(
            subject: client.subject,
            level: .program,
            attributes: client.label.isEmpty ? [:] : ["naam": client.label]
        )
        return .program(identity, Claims(client: id, user: token.user, representation: token.representation))
    }

    /// Whether one of two secrets signed the token. Always opens two and computes two signatures, whoever it is.
    private func isSigned(_ token: WebToken, by client: ClientStore.Armed?, _ id: String) throws -> Bool {
        var isSigned = false
        for sealed in [client?.secret, client?.former] {
            let secret = try seal.open(sealed ?? decoy, for: sealed == nil ? Self.decoyPlace : ClientStore.place(id))
            let isRight = HMAC<SHA256>.isValidAuthenticationCode(
                token.signature,
                authenticating: token.signed,
                using: SymmetricKey(data: secret)
            )
            isSigned = isSigned || (isRight && sealed != nil)
        }
        return isSigned
    }

    private static let decoyPlace = "decoy"

    /// The scheme's name in any case, one or more spaces, the token (RFC 9110, 11.1; RFC 6750, 2.1).
    private static func bearer(_ header: String) throws(TokenFault) -> Substring {
        guard header.utf8.count <= WebToken.bytesMax + 64 else { throw .undecodable }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw .missing }
        return parts[1].drop { $0 == " " }
    }
}
