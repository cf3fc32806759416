/// A resource, or a part of one, with a value in each of its fields: `status.datumStatusGezet`.
@dynamicMemberLookup
public struct Record<F: Fields>: Hashable, Sendable {
    /// As stored, in the order of `columns` and then `derivedColumns`.
    public private(set) var values: [Value]

    /// Takes values whose shape was checked.
    init(checked values: [Value]) {
        self.values = values
    }

    /// The value of a field.
    public subscript<Content>(dynamicMember path: KeyPath<F, Field<Content>>) -> Content {
        get {
            let slot = F.declaration.slot(path)
            guard let value = Content(stored: values[slot]) else {
                preconditionFailure("\(F.self).\(F.declaration.outline.slotted[slot].name) was not checked")
            }
            return value
        }
        set { values[F.declaration.slot(path)] = newValue.stored }
    }

    /// Writes it as a JSON object; throws only if the database was damaged.
    public func write(to writer: inout JSONWriter, _ addresses: Addresses) throws(JSONError) {
        try F.declaration.outline.write(values, to: &writer, addresses)
    }

    /// Throws all that breaks a limit, for a record that the program itself changed.
    public func check() throws(Invalid) {
        var check = Check()
        for (entry, value) in zip(F.declaration.outline.slotted, values) where entry.spec.column != nil {
            if let fault = entry.spec.fault(in: value) { check.add(Fault(entry.name, fault.code, fault.reason)) }
        }
        try check.done()
    }
}

extension Record {
    /// Takes a record from a row; throws the first field that holds what it cannot hold.
    ///
    /// - Parameter first: the column of the row in which the first field stands.
    public init(_ row: some ColumnSource, from first: Int = 0) throws(Damage) {
        let outline = F.declaration.outline
        var values: [Value] = []
        values.reserveCapacity(outline.slotted.count)
        for slot in outline.slotted.indices {
            let value = row.value(first + slot, outline.types[slot])
            guard outline.slotted[slot].spec.holds(value) else {
                throw Damage(field: "\(outline.typeName).\(outline.slotted[slot].name)")
            }
            values.append(value)
        }
        self.values = values
    }
}

/// A row holds what none of our writes puts there.
public struct Damage: Error, Hashable, Sendable {
    /// The type and the field.
    public let field: String

    /// Names the type and the field.
    public init(field: String) {
        self.field = field
    }
}

extension Record: FieldValue {
    public static var kind: FieldKind { .group(F.declaration.outline) }

    public var stored: Value { StoredJSON.text(of: values, F.declaration.outline) }

    public init?(stored: Value) {
        let outline = F.declaration.outline
        guard case .text(let text) = stored, let values = StoredJSON.values(of: text, outline),
            zip(values, outline.slotted).allSatisfy({ $1.spec.holds($0) })
        else { return nil }
        self.values = values
    }
}
