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

    private func fault(ofNumber number: Double, exact: Int64?) -> (code: String, reason: String?)? {
        guard kind.hasRange else { return nil }
        if let max, exact.map({ $0 > max }) ?? (number > Double(max)) { return ("max_value", "Hoogstens \(max).") }
        if let min, exact.map({ $0 < min }) ?? (number < Double(min)) { return ("min_value", "Minstens \(min).") }
        return nil
    }

    private func fault(ofText text: String) -> (code: String, reason: String?)? {
        switch kind {
        case .text, .link, .reference: break
        case .list: return fault(ofList: text)
        default: return nil
        }
        if text.isEmpty, marks.contains(.required) { return ("blank", nil) }
        if let max, text.utf8.count > max, text.unicodeScalars.count > max {
            return ("max_length", "Hoogstens \(max) tekens.")
        }
        if let min, text.unicodeScalars.count < min, !text.isEmpty {
            return ("min_length", "Minstens \(min) tekens.")
        }
        guard let pattern, !text.isEmpty else { return nil }
        var copy = text
        return copy.withUTF8(pattern.matches) ? nil : (pattern.code, nil)
    }

    private func fault(ofList text: String) -> (code: String, reason: String?)? {
        guard max != nil || min != nil || marks.contains(.required) || marks.contains(.unique), let element else {
            return nil
        }
        let elements = StoredJSON.elements(of: text, element.kind) ?? []
        if let max, elements.count > max { return ("max_length", "Hoogstens \(max) elementen.") }
        if elements.count < (min ?? (marks.contains(.required) ? 1 : 0)) { return ("empty", nil) }
        if marks.contains(.unique), Set(elements).count < elements.count { return ("duplicate", nil) }
        return nil
    }

    /// Whether a column can hold the value at all; a limit that was tightened later does not matter here.
    func holds(_ value: Value) -> Bool {
        switch (value, kind) {
        case (.null, _): isNullable || marks.contains(.derived)
        case (.integer, .boolean), (.integer, .integer), (.real, .real): true
        case (.integer(let number), .instant): Instant(exactly: number) != nil
        case (.text(let text), .day): Day(text) != nil
        case (.text(let text), .period): Period(text) != nil
        case (.text(let text), .identifier): Identifier(text) != nil
        case (.text(let text), .reference): text.hasPrefix("http") || Identifier(text) != nil
        case (.text(let text), .link): Link(text) != nil
        case (.text(let text), .choice(let choices)): choices.contains { $0.value == text }
        case (.text(let text), .group(let outline)): StoredJSON.values(of: text, outline) != nil
        case (.text(let text), .list(let kind)): text == "[]" || StoredJSON.elements(of: text, kind) != nil
        case (.text, .text), (.text, .json): true
        default: false
        }
    }
}

extension FieldKind {
    /// Whether limits are about the number itself.
    var hasRange: Bool {
        switch self {
        case .integer, .real: true
        default: false
        }
    }
}
