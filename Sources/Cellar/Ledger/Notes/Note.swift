/// A text with the signatures under it.
///
/// Source: C2SP signed-note.
public struct Note: Hashable, Sendable {
    /// The most bytes that are read: 64 of the largest signatures would need more, 16 need 110,000.
    public static let sizeMax = 262_144
    /// The most signatures that are read.
    public static let signaturesMax = 64

    /// The text, its last newline included.
    public let text: String
    /// The signature lines in their order, whoever made them.
    public private(set) var signatures: [NoteSignature]

    /// A text that nobody has signed yet; it ends in a newline and has no other control characters.
    public init(text: String) throws(NoteError) {
        guard text.utf8.last == Note.newline, Note.isPlain(text.utf8) else { throw .notText }
        guard text.utf8.count <= Note.sizeMax else { throw .tooLarge }
        (self.text, signatures) = (text, [])
    }

    /// Adds a line under the others.
    public mutating func add(_ signature: NoteSignature) throws(NoteError) {
        guard signatures.count < Note.signaturesMax else { throw .tooLarge }
        signatures.append(signature)
    }

    /// The lines by these keys, all checked, one for each key; those by others are passed over.
    ///
    /// Throws if a line claims to be by one of the keys and is not, or if there is none by any.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> [VerifiedSignature] {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            guard let key = keys.first(where: { $0.isNamed(in: signature) }) else { continue }
            guard let good = key.verify(signature.bytes, under: text) else { throw .badSignature(name: key.name) }
            if !verified.contains(where: { $0.key == key }) { verified.append(good) }
        }
        guard !verified.isEmpty else { throw .unsigned }
        return verified
    }
}

extension Note {
    /// Reads a note in exactly the form that `bytes` writes.
    public init(bytes: some BidirectionalCollection<UInt8>) throws(NoteError) {
        let bytes = Array(bytes)
        guard bytes.count <= Note.sizeMax else { throw .tooLarge }
        guard Note.isPlain(bytes), String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
        guard bytes.last == Note.newline, let blank = Note.lastBlankLine(bytes), blank + 1 < bytes.count else {
            throw .form
        }
        let lines = bytes[(blank + 1)..<(bytes.count - 1)].split(
            separator: Note.newline,
            maxSplits: Note.signaturesMax,
            omittingEmptySubsequences: false
        )
        guard lines.count <= Note.signaturesMax else { throw .tooLarge }
        text = String(decoding: bytes[..<blank], as: UTF8.self)
        signatures = []
        for line in lines {
            guard let signature = NoteSignature(line: line) else { throw .form }
            signatures.append(signature)
        }
    }

    /// The text, a blank line and the signature lines.
    public var bytes: [UInt8] {
        Array((text + "\n" + signatures.map { "\($0)\n" }.joined()).utf8)
    }

    private static let newline = UInt8(ascii: "\n")

    /// No control characters but newlines.
    private static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == newline }
    }

    /// Where the last empty line begins, which parts the text from the signatures.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        return (1..<bytes.count).last { bytes[$0] == newline && bytes[$0 - 1] == newline }
    }
}
