/// The parts of a form with files, one after another; nothing is kept that is not asked for, and no file is written.
///
/// Asking for the next part skips what was left of the one before it.
public struct Parts: AsyncSequence, Sendable {
    private let reader: PartReader

    init(_ reader: PartReader) {
        self.reader = reader
    }

    /// Goes from part to part.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let reader: PartReader

        /// The next part; throws 400 where the form breaks off or its grammar.
        public func next() async throws -> Part? { try await reader.nextPart() }
    }

    /// Starts, or goes on, reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: reader) }
}

/// One field of a form with files.
public struct Part: AsyncSequence, Sendable {
    /// The name of the field.
    public let name: String
    /// The name of the file on the visitor's machine, as it was sent: never a name to store it under.
    public let fileName: String?
    /// What the visitor's program says it is; the content may be something else.
    public let contentType: String?

    let number: Int
    let reader: PartReader

    /// Gives the content in chunks.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let part: Part

        /// The next bytes; `nil` at the end of the part, and when the next part was already asked for.
        public func next() async throws -> [UInt8]? { try await part.reader.nextChunk(of: part.number) }
    }

    /// Starts, or goes on, reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(part: self) }

    /// The whole content as text, for ordinary fields; throws 413 beyond the bytes, 400 when it is not UTF-8.
    public func text(bytesMax: Int = 64 * 1024) async throws -> String {
        var all: [UInt8] = []
        for try await chunk in self {
            guard all.count + chunk.count <= bytesMax else { throw Refusal.tooLarge(most: bytesMax) }
            all += chunk
        }
        guard let text = String(validating: all, as: UTF8.self), !all.contains(0) else { throw Refusal.brokenParts }
        return text
    }
}

/// Reads the body for the parts; at most one chunk is in memory.
actor PartReader {
    private var scanner: PartScanner
    private let body: RequestBody
    private var number = 0
    private var isInside = false
    private var isOver = false

    init(boundary: String, limits: PartLimits, body: RequestBody) {
        scanner = PartScanner(boundary: boundary, limits: limits)
        self.body = body
    }

    func nextPart() async throws -> Part? {
        while !isOver {
            switch try await nextSignal() {
            case .begin(let head):
                number += 1
                isInside = true
                return Part(
                    name: head.name,
                    fileName: head.fileName,
                    contentType: head.contentType,
                    number: number,
                    reader: self
                )
            case .bytes: continue
            case .endOfPart: isInside = false
            case .end: isOver = true
            }
        }
        return nil
    }

    func nextChunk(of number: Int) async throws -> [UInt8]? {
        guard number == self.number, isInside else { return nil }
        guard case .bytes(let bytes) = try await nextSignal() else {
            isInside = false
            return nil
        }
        return bytes
    }

    private func nextSignal() async throws -> PartScanner.Signal {
        while true {
            if let signal = try scanner.next() { return signal }
            guard let chunk = try await body.next() else { throw Refusal.brokenParts }
            scanner.feed(chunk)
        }
    }
}
