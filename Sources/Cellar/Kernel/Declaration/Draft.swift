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
        try record { slot, _ in F.declaration.outline.fallbacks[slot] }
    }

    /// A changed resource (PATCH): what is absent stays.
    public func record(changing old: Record<F>) throws(Invalid) -> Record<F> {
        try record(over: old) { slot, _ in old.values[slot] }
    }

    /// A resource written anew (PUT): what is absent gets its default, except what the server gives or fixes.
    public func record(replacing old: Record<F>) throws(Invalid) -> Record<F> {
        try record(over: old) { slot, entry in
            entry.spec.marks.isDisjoint(with: [.readOnly, .writeOnce]) ? entry.spec.fallback : old.values[slot]
        }
    }

    /// The values, defaults filled in, without a look at limits or what must be there.
    var filled: [Value] {
        zip(values, F.declaration.outline.fallbacks).map { $0 ?? $1 ?? .null }
    }
}

extension Draft {
    private func record(
        over old: Record<F>,
        _ missing: (Int, Outline.Entry) -> Value?
    ) throws(Invalid) -> Record<F> {
        var draft = self
        for (slot, entry) in F.declaration.outline.slotted.enumerated() where entry.spec.marks.contains(.writeOnce) {
            guard let value = values[slot], value != old.values[slot] else { continue }
            draft.check.add(Fault(entry.name, "wijzigen-niet-toegelaten"))
        }
        return try draft.record(missing)
    }

    private func record(_ missing: (Int, Outline.Entry) -> Value?) throws(Invalid) -> Record<F> {
        let outline = F.declaration.outline
        var (check, result) = (check, [Value]())
        result.reserveCapacity(values.count)
        for slot in values.indices {
            let value = values[slot] ?? missing(slot, outline.slotted[slot])
            result.append(value ?? .null)
            if value == nil, !faulty.contains(slot) {
                check.add(Fault(outline.slotted[slot].name, "required"))
            }
        }
        for slot in unchecked.sorted() {
            guard let fault = outline.slotted[slot].spec.fault(in: result[slot]), values[slot] != nil else { continue }
            check.add(Fault(outline.slotted[slot].name, fault.code, fault.reason))
        }
        try check.done()
        return Record(checked: result)
    }
}
