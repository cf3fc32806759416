extension Draft {
    /// Reads a JSON object: members that are not declared, or that the server gives, are stepped over.
    ///
    /// Throws only for what is no JSON; all else that is wrong is noted in the draft.
    public init(_ reader: inout JSONReader, _ addresses: Addresses) throws(JSONError) {
        self.init()
        let outcome = try F.declaration.outline.read(&reader, addresses)
        (values, check, faulty) = (outcome.values, outcome.check, outcome.faulty)
    }

    /// Reads a whole document.
    public static func read(
        _ bytes: [UInt8],
        _ addresses: Addresses,
        limits: JSONLimits = JSONLimits()
    ) throws(JSONError) -> Draft {
        try JSONReader.read(bytes, limits: limits) { (reader) throws(JSONError) in
            try Draft(&reader, addresses)
        }
    }
}

/// What came of reading one object.
struct ObjectReading {
    var values: [Value?]
    var check = Check()
    var faulty: Set<Int> = []

    mutating func note(_ reading: FieldReading, _ name: @autoclosure () -> String, _ slot: Int) {
        switch reading {
        case .value(let value): values[slot] = value
        case .absent: break
        case .fault(let code, let reason):
            check.add(Fault(name(), code, reason))
            faulty.insert(slot)
        case .faults(let invalid):
            check.add(invalid, inside: name())
            faulty.insert(slot)
        }
    }
}

/// What came of reading one value.
enum FieldReading {
    case value(Value)
    /// To be taken as if it was not there.
    case absent
    case fault(String, String?)
    /// Faults of parts, on paths from here.
    case faults(Invalid)

    static func fault(_ code: String) -> FieldReading { .fault(code, nil) }

    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading {
        .value(.text(String(decoding: bytes, as: UTF8.self)))
    }
}

extension Outline {
    func read(_ reader: inout JSONReader, _ addresses: Addresses) throws(JSONError) -> ObjectReading {
        var outcome = ObjectReading(values: Array(repeating: nil, count: slotted.count))
        guard try reader.kind() == .object else {
            try reader.skip()
            outcome.check.add(Fault(Fault.whole, "invalid", "Hier hoort een object."))
            outcome.faulty = Set(slotted.indices)
            return outcome
        }
        try reader.object { (reader, name) throws(JSONError) in
            guard let index = names.index(of: name) else { return }
            let spec = entries[index].spec
            guard !spec.marks.contains(.readOnly) else { return }
            outcome.note(try spec.read(&reader, addresses), entries[index].name, propertySlots[index])
        }
        return outcome
    }

    /// Reads a group within a resource: as a whole, with defaults, as its stored text.
    func readGroup(_ reader: inout JSONReader, _ addresses: Addresses) throws(JSONError) -> FieldReading {
        guard try reader.kind() == .object else {
            try reader.skip()
            return .fault("invalid", "Hier hoort een object.")
        }
        var outcome = try read(&reader, addresses)
        var values: [Value] = []
        values.reserveCapacity(slotted.count)
        for slot in fallbacks.indices {
            let value = outcome.values[slot] ?? fallbacks[slot]
            values.append(value ?? .null)
            if value == nil, !outcome.faulty.contains(slot) {
                outcome.check.add(Fault(slotted[slot].name, "required"))
            }
        }
        if let invalid = Invalid(outcome.check.faults) { return .faults(invalid) }
        return .value(StoredJSON.text(of: values, self))
    }

    /// Whether an object is the one that is shown when there is none, in any order.
    func isEmpty(_ sent: JSONValue) -> Bool {
        guard case .object(let members) = sent, case .object(let shown)? = try? JSONValue(empty) else { return false }
        return Set(members) == Set(shown)
    }
}
