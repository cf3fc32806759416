/// What is known of a resource's fields, derived once from their declaration.
public struct Declaration<F: Fields>: Sendable {
    let outline: Outline
    private let fields: F

    /// Derives all from the fields; stops the program if they contradict each other.
    public init(_ fields: F) {
        outline = Outline(fields)
        self.fields = fields
    }

    /// The columns of its table, in the order in which a row is read.
    public var columns: [Column] {
        outline.slotted.compactMap { entry in
            entry.spec.column.map {
                Column(name: Column.name(of: entry.name), type: $0, isNullable: entry.spec.isNullable)
            }
        }
    }

    /// What a row holds after the columns, in this order: fields that come from elsewhere, in snake case.
    public var derivedColumns: [String] {
        outline.slotted.filter { $0.spec.column == nil }.map { Column.name(of: $0.name) }
    }

    /// The JSON names of fields with something about a person.
    public var personal: [String] {
        outline.slotted.filter { $0.spec.marks.contains(.personal) }.map(\.name)
    }

    /// The place of a field's value in a record.
    ///
    /// Each property of a `Fields` is one reference wide, so its offset says which it is; that is ten times as fast as
    /// looking at the property. A path through a protocol has no offset, and is looked at.
    func slot<Content>(_ path: KeyPath<F, Field<Content>>) -> Int {
        guard let offset = MemoryLayout<F>.offset(of: path) else {
            return outline.slot(ofNumber: fields[keyPath: path].spec.number)
        }
        return outline.propertySlots[offset / MemoryLayout<Field<Content>>.stride]
    }

    /// Writes a row as a JSON object, straight from where the driver keeps it; throws only on a damaged row.
    ///
    /// - Parameter first: the column of the row in which the first field stands.
    public func write(
        _ row: some ColumnSource,
        from first: Int = 0,
        to writer: inout JSONWriter,
        _ addresses: Addresses
    ) throws(JSONError) {
        try outline.write(row, from: first, to: &writer, addresses)
    }
}
