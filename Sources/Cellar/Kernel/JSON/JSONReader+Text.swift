extension JSONReader {
    /// Where the characters of a text are.
    enum TextPlace {
        /// In the document, as they stand.
        case plain(Range<Int>)
        /// In `unescaped`.
        case unescaped
    }

    /// Takes a text.
    public mutating func text() throws(JSONError) -> String {
        try withText { (bytes) throws(JSONError) in String(decoding: bytes, as: UTF8.self) }
    }

    /// Takes a text and lends its UTF-8 bytes, escapes undone.
    public mutating func withText<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try expect(.text)
        switch try takeText() {
        case .plain(let range): return try body(UnsafeBufferPointer(rebasing: bytes[range]))
        case .unescaped: return try unescaped.withUnsafeBufferPointer(body)
        }
    }

    /// Steps over a text, from its opening quote; it is copied only when it has escapes.
    mutating func takeText() throws(JSONError) -> TextPlace {
        position += 1
        let start = position
        try skipCharacters()
        guard try current() != 0x22 else {
            guard position - start <= limits.text else { throw error(.textTooLong) }
            position += 1
            return .plain(start..<position - 1)
        }
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[start..<position])
        while try current() != 0x22 {
            try takeEscape()
            let run = position
            try skipCharacters()
            unescaped.append(contentsOf: bytes[run..<position])
            guard unescaped.count <= limits.text else { throw error(.textTooLong) }
        }
        position += 1
        return .unescaped
    }

    /// Steps over characters that mean themselves, to a quote or a backslash.
    private mutating func skipCharacters() throws(JSONError) {
        while position < bytes.count {
            skipPlainWords()
            guard position < bytes.count else { break }
            let byte = bytes[position]
            if byte == 0x22 || byte == 0x5C { return }
            guard byte >= 0x20 else { throw error(.controlCharacter) }
            guard let length = UTF8Sequence.length(in: bytes, at: position) else { throw error(.invalidUTF8) }
            position += length
        }
        throw error(.unexpectedEnd)
    }

    /// Steps over ASCII that means itself, eight bytes at a time.
    private mutating func skipPlainWords() {
        let base = UnsafeRawPointer(bytes.baseAddress)
        while let base, bytes.count - position >= 8 {
            let word = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            guard word & ByteWord.highBits | ByteWord.marks(word) == 0 else { return }
            position += 8
        }
    }

    /// Undoes one escape, from its backslash.
    private mutating func takeEscape() throws(JSONError) {
        let start = position
        position += 1
        let letter = try current()
        position += 1
        switch letter {
        case 0x22, 0x5C, 0x2F: unescaped.append(letter)
        case 0x62: unescaped.append(0x08)
        case 0x66: unescaped.append(0x0C)
        case 0x6E: unescaped.append(0x0A)
        case 0x72: unescaped.append(0x0D)
        case 0x74: unescaped.append(0x09)
        case 0x75:
            unescaped.append(contentsOf: String(Character(try takeScalar(from: start))).utf8)
        default: throw JSONError(.invalidEscape, at: start)
        }
    }

    /// The character of `\uXXXX`, or of two of them that make a pair.
    private mutating func takeScalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try takeHexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes.count - position >= 2, bytes[position] == 0x5C, bytes[position + 1] == 0x75
        else { throw JSONError(.loneSurrogate, at: start) }
        position += 2
        let second = try takeHexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONError(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func takeHexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            switch try current() {
            case let byte where byte &- 0x30 < 10: value = value << 4 | UInt32(byte - 0x30)
            case let byte where (byte | 0x20) &- 0x61 < 6: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: throw error(.invalidEscape)
            }
            position += 1
        }
        return value
    }
}

/// UTF-8 as the Unicode Standard, table 3-7, allows it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Sequence {
    /// How many bytes the character at a place takes; nil if they are no character.
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        let lead = bytes[position]
        let (count, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard bytes.count - position >= count, second.contains(bytes[position + 1]) else { return nil }
        for offset in stride(from: 2, to: count, by: 1) where bytes[position + offset] & 0xC0 != 0x80 { return nil }
        return count
    }
}

/// Eight bytes looked at together.
enum ByteWord {
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Not zero exactly if one of the bytes is a quote, a backslash or a control character.
    ///
    /// Source: the haszero and hasless tests of Anderson's Bit Twiddling Hacks; the lowest mark set is right, and so
    /// is the answer whether there is one.
    @inline(__always)
    static func marks(_ word: UInt64) -> UInt64 {
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let control = (word &- ones &* 0x20) & ~word
        return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | control) & highBits
    }
}
