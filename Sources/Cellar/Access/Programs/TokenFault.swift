/// Why a program's token was not accepted: the code that ZGW clients know, and a sentence for whoever builds one.
///
/// All are answered with 403, as clients in the field expect. The sentence never holds anything of the token.
public enum TokenFault: String, Error, Hashable, Sendable, CaseIterable {
    /// There is no token.
    case missing = "permission_denied"
    /// It is no token, is too long, or is signed in a way that is not on the list.
    case undecodable = "jwt-decode-error"
    /// The claim `client_id` is absent or empty.
    case noClient = "missing-client-identifier"
    /// The client is unknown, has no secret, or the signature is not its own: one answer for all, in the same time.
    case unknownClient = "invalid-client-identifier"
    /// The claim `iat` is absent.
    case noIssuedAt = "jwt-missing-iat-claim"
    /// It was issued more than an hour ago, lies in the future, or its own `exp` has passed.
    case expired = "jwt-expired"
    /// Its own `nbf` or its `iat` lies in the future.
    case immature = "jwt-immature-signature"

    /// What to do about it.
    public var sentence: String {
        switch self {
        case .missing: "Geef een token mee: Authorization: Bearer, met een JWT."
        case .undecodable: "Het token is geen JWT met HS256 van hoogstens \(WebToken.bytesMax) bytes."
        case .noClient: "Het token mist de claim client_id."
        case .unknownClient: "De client is niet bekend, of het token is niet met zijn geheim ondertekend."
        case .noIssuedAt: "Het token mist de claim iat."
        case .expired: "Het token is verlopen: maak een nieuw, en kijk of de klok juist staat."
        case .immature: "Het token geldt nog niet: kijk of de klok juist staat."
        }
    }
}
