extension FieldSpec {
    /// Takes a value from JSON and says what came of it; throws only for what is no JSON.
    func read(_ reader: inout JSONReader, _ addresses: Addresses) throws(JSONError) -> FieldReading {
        let sent = try reader.kind()
        if sent == .null {
            try reader.take("null")
            return readNull()
        }
        switch way {
        case .boolean where sent == .boolean: return .value(.integer(try reader.boolean() ? 1 : 0))
        case .integer where sent == .number, .real where sent == .number: return try readNumber(&reader)
        case .group: return try readGroup(&reader, addresses)
        case .list: return try readList(&reader, addresses)
        case .json where sent == .object: return .value(.text(try reader.compactText()))
        case .boolean, .integer, .real, .json: break
        default:
            guard sent == .text else { break }
            return try reader.withText { (text) throws(JSONError) in readText(text, addresses) }
        }
        try reader.skip()
        return .fault("invalid")
    }

    /// A null where the type has none is taken for an empty text if that is allowed, as clients of ZGW expect.
    private func readNull() -> FieldReading {
        if isNullable { return .value(.null) }
        if way == .text, let fallback { return .value(fallback) }
        return .fault("null")
    }

    private func readNumber(_ reader: inout JSONReader) throws(JSONError) -> FieldReading {
        let number = try reader.number()
        guard way == .integer else { return limited(.real(number.double), fault(ofNumber: number.double, exact: nil)) }
        guard case .integer(let integer) = number else { return .fault("invalid") }
        return limited(.integer(integer), fault(ofNumber: number.double, exact: integer))
    }

    private func limited(_ value: Value, _ fault: (code: String, reason: String?)?) -> FieldReading {
        fault.map { .fault($0.code, $0.reason) } ?? .value(value)
    }
}

// MARK: - Groups and lists

extension FieldSpec {
    private func readList(
        _ reader: inout JSONReader,
        _ addresses: Addresses
    ) throws(JSONError) -> FieldReading {
        guard try reader.kind() == .array, let element else {
            try reader.skip()
            return .fault("not_a_list")
        }
        var (values, check) = ([Value](), Check())
        try reader.array { (reader, index) throws(JSONError) in
            switch try element.read(&reader, addresses) {
            case .value(let value): values.append(value)
            case .absent: check.add(Fault("\(index)", "blank"))
            case .fault(let code, let reason): check.add(Fault("\(index)", code, reason))
            case .faults(let invalid): check.add(invalid, inside: "\(index)")
            }
        }
        if let invalid = Invalid(check.faults) { return .faults(invalid) }
        let text = values.isEmpty ? "[]" : StoredJSON.text { StoredJSON.write(values, element.kind, to: &$0) }
        return limited(.text(text), fault(ofElements: values))
    }

    /// A group that is shown whole when it is not there may be sent back as it was shown.
    private func readGroup(
        _ reader: inout JSONReader,
        _ addresses: Addresses
    ) throws(JSONError) -> FieldReading {
        guard let outline else { return .fault("invalid") }
        reader.skipSpace()
        let start = reader.position
        let reading = limitTexts(try outline.readGroup(&reader, addresses))
        guard case .faults = reading, isNullable, marks.contains(.shownWhole) else { return reading }
        let sent = try JSONValue(Array(reader.bytes[start..<reader.position]), limits: reader.limits)
        return outline.isEmpty(sent) ? .value(.null) : reading
    }

    /// The limit of a group holds for each text in it: for a `Text`, each language.
    private func limitTexts(_ reading: FieldReading) -> FieldReading {
        guard let max, let outline, case .value(.text(let text)) = reading,
            let values = StoredJSON.values(of: text, outline)
        else { return reading }
        var check = Check()
        for case (.text(let text), let entry) in zip(values, outline.slotted) {
            check.that(text.unicodeScalars.count <= max, entry.name, "max_length", "Hoogstens \(max) tekens.")
        }
        return Invalid(check.faults).map { .faults($0) } ?? reading
    }
}

extension JSONReader {
    /// Takes a value of any kind as compact JSON.
    mutating func compactText() throws(JSONError) -> String {
        let bytes = try JSONWriter.bytes(capacity: 256) { writer throws(JSONError) in try copy(to: &writer) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
