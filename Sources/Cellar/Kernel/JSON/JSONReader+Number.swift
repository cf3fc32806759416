extension JSONReader {
    /// Takes a number.
    public mutating func number() throws(JSONError) -> JSONNumber {
        try expect(.number)
        let start = position
        let (range, integer) = try takeNumber()
        if let integer { return .integer(integer) }
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw JSONError(.numberOutOfRange, at: start) }
        return .decimal(text: text, value: value)
    }

    /// Steps over a number; its value as well if it is a whole one of 64 bits.
    mutating func takeNumber() throws(JSONError) -> (range: Range<Int>, integer: Int64?) {
        let start = position
        let isNegative = bytes[position] == 0x2D
        if isNegative { position += 1 }
        var integer = try takeWhole(isNegative: isNegative)
        if position < bytes.count, bytes[position] == 0x2E {
            position += 1
            try skipDigits()
            integer = nil
        }
        if position < bytes.count, bytes[position] | 0x20 == 0x65 {
            position += 1
            if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
            try skipDigits()
            integer = nil
        }
        guard position - start <= JSONLimits.number else { throw JSONError(.numberTooLong, at: start) }
        return (start..<position, integer)
    }

    /// Steps over the part before a fraction: a zero, or digits that do not start with one.
    private mutating func takeWhole(isNegative: Bool) throws(JSONError) -> Int64? {
        let start = position
        try skipDigits()
        guard position == start + 1 || bytes[start] != 0x30 else { throw JSONError(.invalidNumber, at: start) }
        var value: Int64? = 0
        for index in start..<position {
            let digit = Int64(bytes[index] & 0x0F)
            guard let tens = value?.multipliedReportingOverflow(by: 10), !tens.overflow else { return nil }
            // Below zero throughout, since the lowest number has no positive twin.
            let sum =
                isNegative
                ? tens.partialValue.subtractingReportingOverflow(digit)
                : tens.partialValue.addingReportingOverflow(digit)
            value = sum.overflow ? nil : sum.partialValue
        }
        return value
    }

    private mutating func skipDigits() throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
        guard position > start else {
            throw position < bytes.count ? error(.invalidNumber) : error(.unexpectedEnd)
        }
    }
}
