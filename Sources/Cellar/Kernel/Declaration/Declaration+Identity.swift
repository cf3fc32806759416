extension Declaration {
    /// The column of the field marked `.identity`; stops the program if there is none.
    public var identityColumn: String { Column.name(of: outline.slotted[identitySlot].name) }

    var identitySlot: Int {
        guard let slot = outline.slotted.firstIndex(where: { $0.spec.marks.contains(.identity) }) else {
            preconditionFailure("\(F.self) has no field marked .identity")
        }
        return slot
    }
}

extension Record {
    /// The identity of the resource.
    public var identifier: Identifier {
        guard let id = Identifier(stored: values[F.declaration.identitySlot]) else {
            preconditionFailure("\(F.self) has no identity in the field marked .identity")
        }
        return id
    }

    /// The values in the order of `Declaration.columns`, as a row keeps them.
    public var columnValues: [Value] {
        zip(values, F.declaration.outline.slotted).filter { $1.spec.column != nil }.map(\.0)
    }
}
