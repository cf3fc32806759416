public import Database

/// What the one who asks may do with decisions. Policy makes it of the visitor's grants; the rest is answered with 403.
public struct BesluitMandate: Sendable {
    /// Which rows of table `besluit`, by its columns `uuid`, `besluittype` and `verantwoordelijke_organisatie`: those
    /// for which the verb is allowed. What a verb makes must lie within it too.
    public let besluiten: Clause
    /// To which rows of table `zaak` a decision may be tied: those that the visitor may see.
    public let zaken: Clause
    /// Of which rows of table `zaak` the decisions may be made and changed though it is closed
    /// (`zaken.geforceerd-bijwerken`).
    public let forced: Clause

    public init(besluiten: Clause, zaken: Clause, forced: Clause = "1 = 0") {
        (self.besluiten, self.zaken, self.forced) = (besluiten, zaken, forced)
    }

    /// The house itself: everything.
    public static let house = BesluitMandate(besluiten: "1 = 1", zaken: "1 = 1", forced: "1 = 1")
}
