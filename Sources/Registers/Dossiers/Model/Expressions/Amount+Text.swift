extension Amount: CustomStringConvertible, LosslessStringConvertible {
    /// Reads a decimal with a point and at most four digits behind it, as documents and programs write it: `12.5`.
    public init?(_ text: String) {
        self.init(text, comma: ".", group: nil)
    }

    /// Reads a decimal as people in Flanders type it: `12,5`, `1.234,50`, `1234.5`, with or without a euro sign.
    public init?(typed text: String) {
        var text = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "€" }
        if text.lowercased().hasSuffix("euro") { text.removeLast(4) }
        if let value = Amount(text, comma: ",", group: ".") ?? Amount(text) {
            self = value
        } else {
            return nil
        }
    }

    private init?(_ text: String, comma: Character, group: Character?) {
        let sign: Int64 = text.first == "-" ? -1 : 1
        let parts = (sign < 0 ? text.dropFirst() : text[...]).split(separator: comma, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard let front = Amount.digits(whole, group: group), (1...4).contains(fraction.count),
            let back = Amount.digits(fraction, group: nil)
        else { return nil }
        let missing = (fraction.count..<4).reduce(into: Int64(1)) { power, _ in power *= 10 }
        self.init(units: sign * (front * Amount.scale + back * missing))
    }

    /// Up to twelve digits; groups, if allowed, are of three.
    private static func digits(_ text: Substring, group: Character?) -> Int64? {
        var plain = text
        if let group, text.contains(group) {
            let parts = text.split(separator: group, omittingEmptySubsequences: false)
            guard let first = parts.first, (1...3).contains(first.count),
                parts.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
            plain = Substring(parts.joined())
        }
        guard (1...12).contains(plain.utf8.count), plain.utf8.allSatisfy(Naming.isDigit) else { return nil }
        return Int64(plain)
    }

    /// The decimal with a point, without zeros at the end: `12.5`.
    public var description: String { written(comma: ".", group: "", least: 0) }

    /// The number for people: `1.234,5`.
    public var writtenNumber: String { written(comma: ",", group: ".", least: 0) }

    /// Euros for people, in running text: `1.234,50 euro`.
    public var writtenEuro: String {
        let cents = Amount(units: self.cents * 100) ?? self
        return cents.written(comma: ",", group: ".", least: 2) + " euro"
    }

    private func written(comma: String, group: String, least: Int) -> String {
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt64(Amount.scale))
        var back = String(rest + UInt64(Amount.scale)).dropFirst()
        while back.count > least, back.last == "0" { back.removeLast() }
        let front = Amount.grouped(String(whole), by: group)
        return (units < 0 ? "-" : "") + front + (back.isEmpty ? "" : comma + back)
    }

    private static func grouped(_ digits: String, by group: String) -> String {
        guard !group.isEmpty, digits.count > 3 else { return digits }
        let head = digits.count % 3
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digit.offset - head) % 3 == 0 { text += group }
            text.append(digit.element)
        }
    }
}
