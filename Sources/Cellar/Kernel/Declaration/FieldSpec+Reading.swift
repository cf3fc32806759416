extension FieldSpec {
    /// Takes a value from JSON and says what came of it; throws only for what is no JSON.
    func read(_ reader: inout JSONReader, _ addresses: Addresses) throws(JSONError) -> FieldReading {
        if try reader.takeNull() { return readNull() }
        let reading = try readShape(&reader, addresses)
        guard case .value(let value) = reading, let fault = fault(in: value) else { return reading }
        return .fault(fault.code, fault.reason)
    }

    /// A null where the type has none is taken for an empty text if that is allowed, as clients of ZGW expect.
    private func readNull() -> FieldReading {
        if isNullable { return .value(.null) }
        if case .text = kind, let fallback { return .value(fallback) }
        return .fault("null")
    }

    private func readShape(
        _ reader: inout JSONReader,
        _ addresses: Addresses
    ) throws(JSONError) -> FieldReading {
        switch kind {
        case .boolean: return try readBoolean(&reader)
        case .integer, .real: return try readNumber(&reader)
        case .group(let outline): return try readGroup(outline, &reader, addresses)
        case .list: return try readList(&reader, addresses)
        case .json:
            guard try reader.kind() == .object else { return try wrong(&reader) }
            let bytes = try JSONWriter.bytes(capacity: 256) { writer throws(JSONError) in
                try reader.copy(to: &writer)
            }
            return .value(.text(String(decoding: bytes, as: UTF8.self)))
        default:
            guard try reader.kind() == .text else { return try wrong(&reader) }
            return try reader.withText { (text) throws(JSONError) in readText(text, addresses) }
        }
    }

    private func wrong(_ reader: inout JSONReader) throws(JSONError) -> FieldReading {
        try reader.skip()
        return .fault("invalid")
    }

    private func readBoolean(_ reader: inout JSONReader) throws(JSONError) -> FieldReading {
        guard try reader.kind() == .boolean else { return try wrong(&reader) }
        return .value(.integer(try reader.boolean() ? 1 : 0))
    }

    private func readNumber(_ reader: inout JSONReader) throws(JSONError) -> FieldReading {
        guard try reader.kind() == .number else { return try wrong(&reader) }
        let number = try reader.number()
        if case .real = kind { return .value(.real(number.double)) }
        guard case .integer(let integer) = number else { return .fault("invalid") }
        return .value(.integer(integer))
    }

    private func readList(
        _ reader: inout JSONReader,
        _ addresses: Addresses
    ) throws(JSONError) -> FieldReading {
        guard try reader.kind() == .array, let element else {
            try reader.skip()
            return .fault("not_a_list")
        }
        var check = Check()
        var writer = JSONWriter(capacity: 256)
        writer.beginArray()
        try reader.array { (reader, index) throws(JSONError) in
            switch try element.read(&reader, addresses) {
            case .value(let value): StoredJSON.write(value, element.kind, to: &writer)
            case .absent: check.add(Fault("\(index)", "blank"))
            case .fault(let code, let reason): check.add(Fault("\(index)", code, reason))
            case .faults(let invalid): check.add(invalid, inside: "\(index)")
            }
        }
        writer.endArray()
        if let invalid = Invalid(check.faults) { return .faults(invalid) }
        return .value(.text(writer.withBytes { String(decoding: $0, as: UTF8.self) }))
    }

    /// A group that is shown whole when it is not there may be sent back as it was shown.
    private func readGroup(
        _ outline: Outline,
        _ reader: inout JSONReader,
        _ addresses: Addresses
    ) throws(JSONError) -> FieldReading {
        reader.skipSpace()
        let start = reader.position
        let reading = limitTexts(outline, try outline.readGroup(&reader, addresses))
        guard case .faults = reading, isNullable, marks.contains(.shownWhole) else { return reading }
        let sent = try JSONValue(Array(reader.bytes[start..<reader.position]), limits: reader.limits)
        return outline.isEmpty(sent) ? .value(.null) : reading
    }

    /// The limit of a group holds for each text in it: for a `Text`, each language.
    private func limitTexts(_ outline: Outline, _ reading: FieldReading) -> FieldReading {
        guard let max, case .value(.text(let text)) = reading,
            let values = StoredJSON.values(of: text, outline)
        else { return reading }
        var check = Check()
        for case (.text(let text), let entry) in zip(values, outline.slotted) {
            check.that(text.unicodeScalars.count <= max, entry.name, "max_length", "Hoogstens \(max) tekens.")
        }
        return Invalid(check.faults).map { .faults($0) } ?? reading
    }
}

// MARK: - Texts

extension FieldSpec {
    func readText(_ text: UnsafeBufferPointer<UInt8>, _ addresses: Addresses) -> FieldReading {
        if text.isEmpty, kind.canBeBlank { return readBlank() }
        switch kind {
        case .day: return readDay(text)
        case .instant: return readInstant(text)
        case .period: return Period(utf8: text).map { .value($0.stored) } ?? .fault("invalid")
        case .identifier: return Identifier(utf8: text).map { .value($0.stored) } ?? .fault("invalid")
        case .choice(let choices): return readChoice(text, choices)
        case .link: return readLink(text, addresses)
        case .reference(let path): return readReference(text, path: path, addresses)
        default:
            guard !text.contains(0) else { return .fault("null_characters_not_allowed") }
            return .value(.text(String(decoding: text, as: UTF8.self)))
        }
    }

    /// An empty text where one of a kind is meant: nothing, unless there must be something.
    private func readBlank() -> FieldReading {
        if isNullable { return .value(.null) }
        if case .choice = kind { return marks.contains(.required) ? .fault("invalid_choice") : .absent }
        return .fault("blank")
    }

    private func readDay(_ text: UnsafeBufferPointer<UInt8>) -> FieldReading {
        if Day(utf8: text) != nil { return .value(.text(String(decoding: text, as: UTF8.self))) }
        return .fault(Instant(utf8: text) == nil ? "invalid" : "datetime", "Dit is geen datum, zoals 2026-01-31.")
    }

    private func readInstant(_ text: UnsafeBufferPointer<UInt8>) -> FieldReading {
        if let instant = Instant(utf8: text) { return .value(.integer(instant.milliseconds)) }
        return .fault(
            Day(utf8: text) == nil ? "invalid" : "date",
            "Dit is geen tijdstip, zoals 2026-01-31T09:30:00Z."
        )
    }

    /// Older clients send some lists in capitals; what is stored is the choice as it is declared.
    private func readChoice(
        _ text: UnsafeBufferPointer<UInt8>,
        _ choices: [(value: String, label: String)]
    ) -> FieldReading {
        for choice in choices where choice.value.utf8.elementsEqual(text) { return .value(.text(choice.value)) }
        let given = String(decoding: text.prefix(100), as: UTF8.self)
        for choice in choices where choice.value.lowercased() == given.lowercased() {
            return .value(.text(choice.value))
        }
        return .fault("invalid_choice", "“\(given)” is geen geldige keuze.")
    }

    private func readLink(_ text: UnsafeBufferPointer<UInt8>, _ addresses: Addresses) -> FieldReading {
        guard Addresses.isURL(text) else { return .fault("invalid") }
        return .value(.text(String(decoding: addresses.path(of: text) ?? text, as: UTF8.self)))
    }

    private func readReference(
        _ text: UnsafeBufferPointer<UInt8>,
        path: String,
        _ addresses: Addresses
    ) -> FieldReading {
        guard Addresses.isURL(text) else { return .fault("bad-url") }
        guard let own = addresses.path(of: text) else {
            guard !marks.contains(.ownOnly) else { return .fault("no_match") }
            return .value(.text(String(decoding: text, as: UTF8.self)))
        }
        let id = own.last == 0x2F ? own.dropLast() : own[...]
        guard id.starts(with: path.utf8), id.count == path.utf8.count + 37, id[path.utf8.count] == 0x2F,
            let identifier = Identifier(utf8: UnsafeBufferPointer(rebasing: id[(path.utf8.count + 1)...]))
        else { return .fault("invalid-resource") }
        return .value(identifier.stored)
    }
}
