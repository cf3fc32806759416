extension Receipt {
    /// The file.
    public var bytes: [UInt8] {
        let lines = [Receipt.heading, "extra \(Base64.text(of: extra))", "index \(index)"]
        let path = hashes.map { Base64.text(of: $0.bytes) }
        return Array(((lines + path).joined(separator: "\n") + "\n\n").utf8) + note.bytes
    }

    /// Reads exactly what `bytes` writes.
    public init(bytes: [UInt8]) throws(ReceiptError) {
        guard bytes.count <= Receipt.sizeMax else { throw .tooLarge }
        guard let blank = Receipt.firstBlankLine(bytes) else { throw .form }
        let lines = bytes[..<blank].split(
            separator: UInt8(ascii: "\n"),
            maxSplits: Receipt.hashesMax + 3,
            omittingEmptySubsequences: false
        )
        guard lines.first?.elementsEqual(Receipt.heading.utf8) == true else { throw .form }
        guard lines.count >= 2, let extra = Receipt.value(of: "extra", in: lines[1]) else { throw .extra }
        guard lines.count >= 3, let number = Receipt.value(of: "index", in: lines[2]),
            let index = Decimal.number(String(decoding: number, as: UTF8.self))
        else { throw .form }
        guard lines.count <= Receipt.hashesMax + 3 else { throw .tooLarge }
        let hashes = lines[3...].compactMap { Base64.bytes(of: $0).flatMap { Digest(bytes: $0) } }
        guard hashes.count == lines.count - 3 else { throw .form }
        let (entry, opening) = try Receipt.read(extra: extra)
        let note = try Receipt.note(bytes[(blank + 2)...])
        self.init(entry: entry, opening: opening, index: index, hashes: hashes, note: note)
    }

    private static let heading = "c2sp.org/tlog-proof@v1"
    /// The first byte of what stands behind `extra`.
    private static let layout: UInt8 = 1

    /// Entry, nonce and clear payload, each behind its length in four bytes.
    private var extra: [UInt8] {
        var extra = [Receipt.layout]
        for part in [entry.bytes, opening.nonce, opening.clear] {
            extra.append(bigEndian: UInt32(truncatingIfNeeded: part.count))
            extra += part
        }
        return extra
    }

    private static func read(extra text: ArraySlice<UInt8>) throws(ReceiptError) -> (Entry, Opening) {
        guard let bytes = Base64.bytes(of: text), bytes.first == layout else { throw .extra }
        var rest = bytes.dropFirst()
        var parts: [[UInt8]] = []
        for _ in 0..<3 {
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            guard rest.count >= 4, rest.count - 4 >= length else { throw .extra }
            parts.append(Array(rest.dropFirst(4).prefix(length)))
            rest = rest.dropFirst(4 + length)
        }
        guard rest.isEmpty, let opening = Opening(nonce: parts[1], clear: parts[2]) else { throw .extra }
        do {
            return (try Entry(bytes: parts[0]), opening)
        } catch {
            throw .entry(error)
        }
    }

    private static func note(_ bytes: ArraySlice<UInt8>) throws(ReceiptError) -> Note {
        do {
            return try Note(bytes: bytes)
        } catch {
            throw .note(error)
        }
    }

    /// Where the newline stands that an empty line follows.
    private static func firstBlankLine(_ bytes: [UInt8]) -> Int? {
        let newline = UInt8(ascii: "\n")
        return (0..<max(0, bytes.count - 1)).first { bytes[$0] == newline && bytes[$0 + 1] == newline }
    }

    /// What follows a word and a space.
    private static func value(of word: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        line.starts(with: "\(word) ".utf8) ? line.dropFirst(word.utf8.count + 1) : nil
    }
}
