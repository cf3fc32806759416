extension FieldSpec {
    /// Which declared limit a stored value breaks, if any; its shape is right.
    func fault(in value: Value) -> (code: String, reason: String?)? {
        switch value {
        case .null: isNullable ? nil : ("null", nil)
        case .integer(let number): fault(ofNumber: Double(number), exact: number)
        case .real(let number): fault(ofNumber: number, exact: nil)
        case .text(let text): fault(ofText: text)
        case .bytes: nil
        }
    }

    func fault(ofNumber number: Double, exact: Int64?) -> (code: String, reason: String?)? {
        guard way == .integer || way == .real else { return nil }
        if let max, exact.map({ $0 > max }) ?? (number > Double(max)) { return ("max_value", "Hoogstens \(max).") }
        if let min, exact.map({ $0 < min }) ?? (number < Double(min)) { return ("min_value", "Minstens \(min).") }
        return nil
    }

    private func fault(ofText text: String) -> (code: String, reason: String?)? {
        switch way {
        case .text, .link, .reference:
            var text = text
            return text.withUTF8 { fault(ofText: $0) }
        case .list: return fault(ofList: text)
        default: return nil
        }
    }

    /// Limits of a text; an empty one has only the limit that it must not be empty.
    func fault(ofText text: UnsafeBufferPointer<UInt8>) -> (code: String, reason: String?)? {
        guard !text.isEmpty else { return marks.contains(.required) ? ("blank", nil) : nil }
        if let max, text.count > max, FieldSpec.scalars(text) > max {
            return ("max_length", "Hoogstens \(max) tekens.")
        }
        if let min, FieldSpec.scalars(text) < min { return ("min_length", "Minstens \(min) tekens.") }
        guard let pattern, !pattern.matches(text) else { return nil }
        return (pattern.code, nil)
    }

    /// Characters as ZGW counts them: all bytes but those that go on with a character.
    private static func scalars(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        text.count { $0 & 0xC0 != 0x80 }
    }

    private func fault(ofList text: String) -> (code: String, reason: String?)? {
        guard max != nil || min != nil || marks.contains(.required) || marks.contains(.unique), let element else {
            return nil
        }
        return fault(ofElements: StoredJSON.elements(of: text, element.kind) ?? [])
    }

    func fault(ofElements elements: [Value]) -> (code: String, reason: String?)? {
        if let max, elements.count > max { return ("max_length", "Hoogstens \(max) elementen.") }
        if elements.count < (min ?? (marks.contains(.required) ? 1 : 0)) { return ("empty", nil) }
        if marks.contains(.unique), Set(elements).count < elements.count { return ("duplicate", nil) }
        return nil
    }

    /// Whether a column can hold the value at all; a limit that was tightened later does not matter here.
    func holds(_ value: Value) -> Bool {
        switch value {
        case .null: isNullable || marks.contains(.derived)
        case .integer(let number):
            way == .boolean || way == .integer || way == .instant && Instant(exactly: number) != nil
        case .real: way == .real
        case .text(let text): text.withBytes { holds($0) }
        case .bytes: false
        }
    }

    private func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch way {
        case .text, .json: true
        case .day: Day(utf8: text) != nil
        case .period: Period(utf8: text) != nil
        case .identifier: Identifier(utf8: text) != nil
        case .reference: text.first == 0x68 || Identifier(utf8: text) != nil
        case .link: text.first == 0x2F || Addresses.isURL(text)
        case .choice: choices.contains { $0.bytes.withUnsafeBufferPointer { $0.isEqual(to: text) } }
        case .group, .list: StoredJSON.holds(text, self)
        case .boolean, .integer, .real, .instant: false
        }
    }
}
