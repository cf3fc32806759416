import Kernel

extension Entry {
    /// The entry as it is stored, hashed and never written otherwise.
    public var bytes: [UInt8] {
        var bytes = draft.front
        bytes.reserveCapacity(Entry.length)
        for digest in [previous, payloadHash, keyCommitment, clearCommitment, stateHash] { digest.write(into: &bytes) }
        return bytes + draft.back
    }

    /// Reads exactly what `bytes` writes, so that an entry has one spelling and one hash.
    public init(bytes: [UInt8]) throws(EntryError) {
        guard bytes.count == Entry.length else { throw .length(bytes.count) }
        var cursor = FieldCursor(bytes)
        let version: UInt8 = cursor.number()
        guard version == Entry.version else { throw .version(version) }
        let (chain, sequence): (Identifier, UInt64) = (cursor.identifier(), cursor.number())
        guard sequence <= Entry.sequenceMax else { throw .sequence(sequence) }
        let milliseconds: Int64 = cursor.number()
        guard let time = Instant(exactly: milliseconds) else { throw .time(milliseconds) }
        let (kind, actor): (UInt16, Identifier) = (cursor.number(), cursor.identifier())
        let level: UInt8 = cursor.number()
        (previous, payloadHash, keyCommitment) = (cursor.digest(), cursor.digest(), cursor.digest())
        (clearCommitment, stateHash) = (cursor.digest(), cursor.digest())
        draft = Draft(
            chain: chain,
            sequence: sequence,
            time: time,
            kind: kind,
            actor: actor,
            authenticationLevel: level,
            resource: cursor.identifier(),
            request: cursor.identifier()
        )
    }

    /// The highest place in a chain: a signed column holds it.
    public static let sequenceMax = UInt64(Int64.max)
}

extension Entry.Draft {
    /// Version to authentication level: the 52 bytes before the hashes.
    var front: [UInt8] {
        var bytes: [UInt8] = [Entry.version]
        bytes += chain.bytes
        bytes.append(bigEndian: sequence)
        bytes.append(bigEndian: time.milliseconds)
        bytes.append(bigEndian: kind)
        bytes += actor.bytes
        bytes.append(authenticationLevel)
        return bytes
    }

    /// Resource and request: the 32 bytes after the hashes.
    var back: [UInt8] { resource.bytes + request.bytes }
}

extension [UInt8] {
    /// Appends a number, the most significant byte first.
    mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}

/// Reads one field after another of bytes whose number was checked before.
private struct FieldCursor {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>() -> Number {
        defer { position += MemoryLayout<Number>.size }
        return bytes.withUnsafeBytes {
            Number(bigEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }

    mutating func identifier() -> Identifier { Identifier(high: number(), low: number()) }

    mutating func digest() -> Digest { Digest(number(), number(), number(), number()) }
}
