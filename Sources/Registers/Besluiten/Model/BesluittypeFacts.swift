public import Kernel

/// What the catalogue says of a besluittype.
public struct BesluittypeFacts: Hashable, Sendable {
    /// A concept cannot be used.
    public var isPublished: Bool

    public init(isPublished: Bool) {
        self.isPublished = isPublished
    }
}

/// What the register of zaken says of the zaak in which a decision is taken.
public struct DecidedZaak: Hashable, Sendable {
    public var zaaktype: Reference<Besluit.Zaaktype>
    /// Whether it ended: then it is changed only with force.
    public var isClosed: Bool
    /// Whether it is archived: then nothing is added to it, also with force.
    public var isArchived: Bool

    public init(zaaktype: Reference<Besluit.Zaaktype>, isClosed: Bool, isArchived: Bool) {
        (self.zaaktype, self.isClosed, self.isArchived) = (zaaktype, isClosed, isArchived)
    }
}
