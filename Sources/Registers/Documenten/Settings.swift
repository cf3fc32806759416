public import Catalogi

/// What a town chooses for its register of documents.
public struct DocumentSettings: Sendable {
    /// How codes of organisations are checked.
    public var organisations: OrganisatieNummer
    /// What stands before the numbers of an organisation's documents.
    public var prefix: @Sendable (_ bronorganisatie: String) -> String
    /// Bytes of one part, when a content is sent in parts.
    public var partSize: Int64 = 100 << 20
    /// Bytes of a content at most; no more than the vault takes.
    public var sizeMax: Int64 = 4 << 30
    /// Days between the removal of a document and the destruction of its key and contents.
    public var graceDays: Int64 = 7
    /// Whether the house has a scanner for viruses; without one, contents are read as they came.
    public var hasScanner = false

    public init(
        organisations: OrganisatieNummer = .rsin,
        prefix: @escaping @Sendable (_ bronorganisatie: String) -> String = { _ in "D-" }
    ) {
        (self.organisations, self.prefix) = (organisations, prefix)
    }
}
