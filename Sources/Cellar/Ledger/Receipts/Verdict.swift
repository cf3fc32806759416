/// What a check of a receipt came to: what holds, in the order in which it was looked at, and what does not.
public struct Verdict: Hashable, Sendable {
    /// One thing to check; each stands on the ones before it.
    public enum Step: Hashable, Sendable, CaseIterable {
        /// The file has the form of a receipt.
        case form
        /// The log has signed the checkpoint, and no line by a known key is false.
        case signature
        /// The entry is in the log.
        case inclusion
        /// The payload is the one to which the entry committed.
        case opening
        /// The payload says number, time and documents.
        case content
        /// Every document handed in is among them; left out where none was.
        case documents
    }

    /// The first thing that does not hold, with the reason.
    public enum Refusal: Error, Hashable, Sendable {
        /// Not in the form of a receipt.
        case form(ReceiptError)
        /// Not signed by the log.
        case signature(NoteError)
        /// The path does not lead from the entry to the root.
        case inclusion
        /// The payload is not the entry's.
        case opening
        /// The payload does not say number, time and documents.
        case content
        /// This document, under the name by which it was handed in, is not among those that came in.
        case document(naam: String)
    }

    /// What holds.
    public internal(set) var holds: [Step] = []
    /// What does not; nil if all holds.
    public internal(set) var refusal: Refusal?
    /// The checkpoint, with the log's and the witnesses' signatures; nil until those hold.
    public internal(set) var signed: SignedCheckpoint?
    /// The entry; nil until it is proved to be in the log.
    public internal(set) var entry: Entry?
    /// The entry's place in the log; nil as long.
    public internal(set) var place: UInt64?
    /// Number, time and documents; nil until the payload is proved to be the entry's.
    public internal(set) var content: ReceiptContent?

    /// Whether nothing was refused.
    public var isGood: Bool { refusal == nil }
}
