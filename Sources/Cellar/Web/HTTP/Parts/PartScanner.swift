/// Takes the bytes of `multipart/form-data` apart, however they are cut into chunks.
///
/// Stricter than RFC 2046: no preamble, no spaces after a boundary, no epilogue but one line end; no browser writes
/// them, and they are where two parsers disagree.
///
/// Source: RFC 7578; RFC 2046 section 5.1.1.
struct PartScanner {
    /// What comes next.
    enum Signal: Equatable {
        case begin(PartHead)
        case bytes([UInt8])
        case endOfPart
        case end
    }

    private enum Stage { case boundary, head, content, epilogue }

    private let delimiter: [UInt8]
    private let limits: PartLimits
    private var buffer: [UInt8]
    private var start = 0
    private var stage = Stage.boundary
    private var count = 0
    private var isInside = false

    init(boundary: String, limits: PartLimits) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        // As if a line had ended before the first boundary: then all boundaries are alike.
        buffer = [0x0D, 0x0A]
    }

    mutating func feed(_ bytes: [UInt8]) {
        buffer.removeFirst(start)
        start = 0
        buffer += bytes
    }

    /// The next signal; `nil` when more bytes are needed.
    mutating func next() throws(Refusal) -> Signal? {
        switch stage {
        case .boundary: try readBoundary()
        case .head: try readHead()
        case .content: try readContent()
        case .epilogue: try readEpilogue()
        }
    }

    private var rest: ArraySlice<UInt8> { buffer[start...] }

    /// A boundary and what follows it: a line end before a part, two hyphens at the end of all.
    private mutating func readBoundary() throws(Refusal) -> Signal? {
        guard rest.count >= delimiter.count + 2 else {
            guard delimiter.starts(with: rest.prefix(delimiter.count)) else { throw .brokenParts }
            return nil
        }
        guard rest.starts(with: delimiter) else { throw .brokenParts }
        let after = rest.dropFirst(delimiter.count).prefix(2)
        let isLast = after.elementsEqual("--".utf8)
        guard isLast || after.elementsEqual([0x0D, 0x0A]) else { throw .brokenParts }
        if isInside {
            isInside = false
            return .endOfPart
        }
        start += delimiter.count + 2
        stage = isLast ? .epilogue : .head
        return try next()
    }

    private mutating func readHead() throws(Refusal) -> Signal? {
        guard let end = firstBlankLine() else {
            guard rest.count <= limits.headBytes else { throw .brokenParts }
            return nil
        }
        guard end - start <= limits.headBytes, count < limits.parts else { throw .tooManyParts }
        let head = try PartHead(buffer[start..<end], limits: limits)
        start = end + 4
        (stage, isInside) = (.content, true)
        count += 1
        return .begin(head)
    }

    private func firstBlankLine() -> Int? {
        let last = min(buffer.count - 4, start + limits.headBytes)
        guard start <= last else { return nil }
        return (start...last).first { buffer[$0] == 0x0D && buffer[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }

    /// Content up to the next boundary; what could be the beginning of one stays until more is known.
    private mutating func readContent() throws(Refusal) -> Signal? {
        var end = start
        while end < buffer.count, !couldBeDelimiter(at: end) { end += 1 }
        guard end > start else {
            guard rest.count >= delimiter.count else { return nil }
            stage = .boundary
            return try next()
        }
        let bytes = Array(buffer[start..<end])
        start = end
        return .bytes(bytes)
    }

    private func couldBeDelimiter(at index: Int) -> Bool {
        guard buffer[index] == 0x0D else { return false }
        let ahead = buffer[index...].prefix(delimiter.count)
        return delimiter.starts(with: ahead)
    }

    private mutating func readEpilogue() throws(Refusal) -> Signal? {
        guard [0x0D, 0x0A].starts(with: rest) else { throw .brokenParts }
        return .end
    }
}

extension Refusal {
    /// 400: the parts of a form do not hold together.
    static let brokenParts = Refusal.malformed("De delen van het formulier zijn niet leesbaar.")

    /// 413: more parts, or larger heads, than a form has.
    static let tooManyParts = Refusal(.contentTooLarge, "too_many_parts", "Het formulier heeft te veel delen.")
}
