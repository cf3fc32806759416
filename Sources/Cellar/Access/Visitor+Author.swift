public import Ledger

extension Visitor {
    /// As whom the visitor changes something: what the ledger writes of them.
    public var author: Author {
        Author(
            pseudonym: identity?.subject ?? Author.house.pseudonym,
            level: AuthenticationLevel(rawValue: level.rawValue) ?? .anonymous
        )
    }
}
