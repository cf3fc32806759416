/// What a log says of itself: so many entries, with this root.
///
/// Source: C2SP tlog-checkpoint, section Note text.
public struct Checkpoint: Hashable, Sendable {
    /// The most extension lines that are read; we write none.
    public static let extensionsMax = 16

    /// The log's name, such as `stad.example/belfort-ledger`.
    public let origin: String
    /// The number of entries.
    public let size: UInt64
    /// The root of the tree over them.
    public let root: Digest
    /// Further lines, opaque.
    public let extensions: [String]

    /// Puts a checkpoint together; throws for an origin over 255 bytes, an empty line, or a size over `Tree.sizeMax`.
    public init(origin: String, size: UInt64, root: Digest, extensions: [String] = []) throws(NoteError) {
        guard (1...KeyName.lengthMax).contains(origin.utf8.count), size <= Tree.sizeMax,
            extensions.count <= Checkpoint.extensionsMax,
            ([origin] + extensions).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 } })
        else { throw .checkpoint }
        (self.origin, self.size, self.root, self.extensions) = (origin, size, root, extensions)
    }

    /// Reads the text of a note, in exactly the form that `text` writes.
    public init(text: String) throws(NoteError) {
        guard text.utf8.count <= Note.sizeMax else { throw .tooLarge }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String($0) }
        guard lines.count >= 4, lines.last == "", let line = lines[1], let size = Decimal.number(line),
            let hash = lines[2], let root = Base64.bytes(of: hash.utf8).flatMap({ Digest(bytes: $0) })
        else { throw .checkpoint }
        let extensions = lines[3..<lines.count - 1].compactMap { $0 }
        try self.init(origin: lines[0] ?? "", size: size, root: root, extensions: extensions)
        guard self.text.utf8.elementsEqual(text.utf8) else { throw .checkpoint }
    }

    /// Origin, size, root and further lines, each with its newline.
    public var text: String {
        ([origin, String(size), Base64.text(of: root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// The note with the log's signature under it.
    ///
    /// A log never signs two checkpoints that do not fit each other: store the note before it is handed out.
    public func signed(by key: SigningKey) throws(NoteError) -> Note {
        var note = try Note(text: text)
        try note.add(try key.sign(text))
        return note
    }
}

/// Numbers in decimal digits, in one spelling.
enum Decimal {
    /// Nil for a sign, a leading zero, or a number beyond 64 bits.
    static func number(_ text: String) -> UInt64? {
        guard (1...20).contains(text.utf8.count), let number = UInt64(text) else { return nil }
        return String(number).utf8.elementsEqual(text.utf8) ? number : nil
    }
}
