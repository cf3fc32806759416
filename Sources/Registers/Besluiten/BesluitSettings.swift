/// What a town chooses for its register of decisions.
public struct BesluitSettings: Sendable {
    /// The code of what is wrong with the number of an organisation, if anything is.
    public var organisationFault: @Sendable (_ organisation: String) -> String?
    /// What stands before the numbers of an organisation's decisions.
    public var prefix: @Sendable (_ organisation: String) -> String

    public init(
        organisationFault: @escaping @Sendable (_ organisation: String) -> String?,
        prefix: @escaping @Sendable (_ organisation: String) -> String = { _ in "B" }
    ) {
        (self.organisationFault, self.prefix) = (organisationFault, prefix)
    }
}
