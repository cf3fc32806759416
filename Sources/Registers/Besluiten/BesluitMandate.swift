public import Database

/// What the one who asks may do with decisions. Policy makes it of the visitor's grants; the rest is answered with 403.
public struct BesluitMandate: Sendable {
    /// Which rows of table `besluit`, by its columns `uuid`, `besluittype` and `verantwoordelijke_organisatie`: those
    /// for which the verb is allowed. What a verb makes must lie within it too.
    public let besluiten: Clause
    /// To which rows of table `zaak` a decision may be tied: those that the visitor may see.
    public let zaken: Clause
    /// Whether decisions of a closed zaak may be made and changed (`zaken.geforceerd-bijwerken`).
    public let isForced: Bool

    public init(besluiten: Clause, zaken: Clause, isForced: Bool = false) {
        (self.besluiten, self.zaken, self.isForced) = (besluiten, zaken, isForced)
    }
}
