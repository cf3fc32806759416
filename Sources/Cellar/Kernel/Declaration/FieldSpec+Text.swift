extension FieldSpec {
    /// Makes a value of a text, from JSON or from a query parameter.
    func readText(_ text: UnsafeBufferPointer<UInt8>, _ addresses: Addresses) -> FieldReading {
        switch way {
        case .text: readPlain(text)
        case .day: readDay(text)
        case .instant: readInstant(text)
        case .period: Period(utf8: text).map { .value($0.stored) } ?? .fault("invalid")
        case .identifier: Identifier(utf8: text).map { .value($0.stored) } ?? .fault("invalid")
        case .choice: text.isEmpty ? readBlank() : readChoice(text)
        case .link: text.isEmpty ? readBlank() : readLink(text, addresses)
        case .reference: text.isEmpty ? readBlank() : readReference(text, addresses)
        case .boolean, .integer, .real, .group, .list, .json: .fault("invalid")
        }
    }

    private func readPlain(_ text: UnsafeBufferPointer<UInt8>) -> FieldReading {
        if let fault = fault(ofText: text) { return .fault(fault.code, fault.reason) }
        // PostgreSQL has no text with a zero in it.
        return text.contains(0) ? .fault("null_characters_not_allowed") : .text(text)
    }

    /// An empty text where one of a kind is meant: nothing, unless there must be something.
    private func readBlank() -> FieldReading {
        if isNullable { return .value(.null) }
        if way == .choice { return marks.contains(.required) ? .fault("invalid_choice") : .absent }
        return .fault("blank")
    }

    private func readDay(_ text: UnsafeBufferPointer<UInt8>) -> FieldReading {
        if Day(utf8: text) != nil { return .text(text) }
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
    private func readChoice(_ text: UnsafeBufferPointer<UInt8>) -> FieldReading {
        for choice in choices where choice.bytes.elementsEqual(text) { return .value(choice.value) }
        let lowercased = text.lazy.map(Addresses.lowercased)
        for choice in choices where choice.bytes.lazy.map(Addresses.lowercased).elementsEqual(lowercased) {
            return .value(choice.value)
        }
        let given = String(decoding: text.prefix(100), as: UTF8.self)
        return .fault("invalid_choice", "“\(given)” is geen geldige keuze.")
    }

    private func readLink(_ text: UnsafeBufferPointer<UInt8>, _ addresses: Addresses) -> FieldReading {
        if let fault = fault(ofText: text) { return .fault(fault.code, fault.reason) }
        guard Addresses.isURL(text) else { return .fault("invalid") }
        return .text(addresses.path(of: text) ?? text)
    }

    private func readReference(_ text: UnsafeBufferPointer<UInt8>, _ addresses: Addresses) -> FieldReading {
        if let fault = fault(ofText: text) { return .fault(fault.code, fault.reason) }
        guard Addresses.isURL(text) else { return .fault("bad-url") }
        guard let own = addresses.path(of: text) else {
            return marks.contains(.ownOnly) ? .fault("no_match") : .text(text)
        }
        let address = own.last == 0x2F ? own.dropLast() : own[...]
        guard address.count > path.count, address.starts(with: path),
            let identifier = Identifier(utf8: UnsafeBufferPointer(rebasing: address[path.count...]))
        else { return .fault("invalid-resource") }
        return .value(identifier.stored)
    }
}
