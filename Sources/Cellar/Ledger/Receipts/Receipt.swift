/// A proof to take home: an entry, what it held, and its path to a signed checkpoint.
///
/// Whoever has it and the log's public key can check it without asking the town: docs/receipt.md has the form,
/// docs/check-receipt.py is a second checker. Source: C2SP tlog-proof.
public struct Receipt: Hashable, Sendable {
    /// The ending of the file's name.
    public static let fileExtension = "tlog-proof"
    /// The most bytes that are read: the largest opening in base64, and the largest note.
    public static let sizeMax = 8_388_608
    /// The most hashes that are read: a path in a tree of `Tree.sizeMax` leaves.
    public static let hashesMax = 62

    /// The change that is proved.
    public let entry: Entry
    /// What it held.
    public let opening: Opening
    /// The entry's place in the log, from zero.
    public let index: UInt64
    /// The path, from the sibling up.
    public let hashes: [Digest]
    /// The signed checkpoint.
    public let note: Note

    /// Puts a receipt together, and throws if it would not hold; signatures are not looked at.
    public init(entry: Entry, opening: Opening, proof: InclusionProof, note: Note) throws(ReceiptError) {
        (self.entry, self.opening, self.note) = (entry, opening, note)
        (index, hashes) = (proof.index, proof.hashes)
        guard let checkpoint = try? Checkpoint(text: note.text), checkpoint.size == proof.size,
            isIncluded(in: checkpoint), isOpened
        else { throw .doesNotHold }
    }

    init(entry: Entry, opening: Opening, index: UInt64, hashes: [Digest], note: Note) {
        (self.entry, self.opening) = (entry, opening)
        (self.index, self.hashes, self.note) = (index, hashes, note)
    }

    /// Whether the path leads from the entry to this checkpoint's root.
    func isIncluded(in checkpoint: Checkpoint) -> Bool {
        InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
            .proves(leaf: entry.leaf, root: checkpoint.root)
    }

    /// Whether the opening is what the entry committed to.
    var isOpened: Bool { opening.commitment == entry.clearCommitment }
}

/// What can be wrong with the form of a receipt; what it says is judged by `Receipt.check`.
public enum ReceiptError: Error, Hashable {
    /// More bytes than `Receipt.sizeMax`, or more hashes than `Receipt.hashesMax`.
    case tooLarge
    /// No tlog-proof: the first line, the index, a hash or the empty line is not in its form.
    case form
    /// The line `extra` is missing, or does not hold an entry and its opening.
    case extra
    /// The entry's bytes are no entry.
    case entry(EntryError)
    /// What follows the empty line is no signed note.
    case note(NoteError)
    /// Entry, opening, path and checkpoint do not belong together.
    case doesNotHold
}
