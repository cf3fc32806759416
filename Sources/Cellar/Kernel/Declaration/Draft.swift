/// What somebody wants a resource to be: each field absent, null or with a value; and what is wrong with it.
///
/// It comes from JSON or is filled by the program. Nothing is thrown until a record is asked for, and then all faults
/// at once.
@dynamicMemberLookup
public struct Draft<F: Fields>: Sendable {
    /// Nil is absent, `.null` is null.
    var values: [Value?]
    /// What is wrong with what came in.
    public internal(set) var check = Check()
    /// Slots whose fault is noted already.
    var faulty: Set<Int> = []
    /// Slots set by the program, of which limits were not looked at.
    private var unchecked: Set<Int> = []

    /// Starts with all fields absent.
    public init() {
        values = Array(repeating: nil, count: F.declaration.outline.slotted.count)
    }

    /// The value that was given; nil if none was, or a wrong one. Setting nil makes the field absent.
    public subscript<Content>(dynamicMember path: KeyPath<F, Field<Content>>) -> Content? {
        get { values[F.declaration.slot(path)].flatMap { Content(stored: $0) } }
        set {
            let slot = F.declaration.slot(path)
            values[slot] = newValue?.stored
            unchecked.insert(slot)
        }
    }

    /// Whether a field was given, be it null.
    public func gives<Content>(_ path: KeyPath<F, Field<Content>>) -> Bool {
        values[F.declaration.slot(path)] != nil
    }

    /// Notes a fault that a rule found, to be thrown with the others.
    public mutating func add(_ fault: Fault) {
        check.add(fault)
    }

    /// A new resource: what is absent gets its default.
    public func record() throws(Invalid) -> Record<F> {
        try finished(F.declaration.outline.fallbacks)
    }

    /// A changed resource (PATCH): what is absent stays.
    public func record(changing old: Record<F>) throws(Invalid) -> Record<F> {
        try keeping(old).finished(old.values.map(Optional.some))
    }

    /// A resource written anew (PUT): what is absent gets its default, except what the server gives or fixes.
    public func record(replacing old: Record<F>) throws(Invalid) -> Record<F> {
        let outline = F.declaration.outline
        let missing = outline.slotted.indices.map { slot in
            outline.slotted[slot].spec.marks.isDisjoint(with: [.readOnly, .writeOnce])
                ? outline.fallbacks[slot] : old.values[slot]
        }
        return try keeping(old).finished(missing)
    }

    /// The values, defaults filled in, without a look at limits or what must be there.
    var filled: [Value] {
        zip(values, F.declaration.outline.fallbacks).map { $0 ?? $1 ?? .null }
    }
}

extension Draft {
    /// Notes a fault for each field that is fixed and is to become another.
    private func keeping(_ old: Record<F>) -> Draft {
        var draft = self
        for (slot, entry) in F.declaration.outline.slotted.enumerated() where entry.spec.marks.contains(.writeOnce) {
            guard let value = values[slot], value != old.values[slot] else { continue }
            draft.check.add(Fault(entry.name, "wijzigen-niet-toegelaten"))
        }
        return draft
    }

    /// Fills in what is absent, and looks whether all is there and within its limits.
    private func finished(_ missing: [Value?]) throws(Invalid) -> Record<F> {
        let slotted = F.declaration.outline.slotted
        var (check, result) = (check, [Value]())
        result.reserveCapacity(values.count)
        for slot in values.indices {
            if let value = values[slot] ?? missing[slot] {
                result.append(value)
            } else {
                result.append(.null)
                if !faulty.contains(slot) { check.add(Fault(slotted[slot].name, "required")) }
            }
        }
        for slot in unchecked.sorted() where values[slot] != nil {
            guard let fault = slotted[slot].spec.fault(in: result[slot]) else { continue }
            check.add(Fault(slotted[slot].name, fault.code, fault.reason))
        }
        try check.done()
        return Record(checked: result)
    }
}
