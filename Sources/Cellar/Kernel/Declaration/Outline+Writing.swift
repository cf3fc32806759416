extension Outline {
    /// Writes a record as a JSON object; throws only if the database was damaged.
    func write(_ values: [Value], to writer: inout JSONWriter, _ addresses: Addresses) throws(JSONError) {
        try addresses.base.withUnsafeBufferPointer { base throws(JSONError) in
            try write(values, to: &writer, base: base)
        }
    }

    /// The same with the public address as bytes.
    func write(
        _ values: [Value],
        to writer: inout JSONWriter,
        base: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) {
        writer.beginObject()
        try withLeaf(base) { (leaf, steps) throws(JSONError) in
            try values.withUnsafeBufferPointer { values throws(JSONError) in
                for index in steps.indices {
                    try leaf.write(values[steps[index].slot], index, steps[index], to: &writer)
                }
            }
        }
        writer.endObject()
    }

    /// Writes a row as a JSON object, straight from where the driver keeps it.
    ///
    /// - Parameter first: the column of the row in which the first field stands.
    func write(
        _ row: some ColumnSource,
        from first: Int,
        to writer: inout JSONWriter,
        _ addresses: Addresses
    ) throws(JSONError) {
        writer.beginObject()
        try addresses.base.withUnsafeBufferPointer { base throws(JSONError) in
            try withLeaf(base) { (leaf, steps) throws(JSONError) in
                for index in steps.indices { try leaf.write(row, first, index, steps[index], to: &writer) }
            }
        }
        writer.endObject()
    }

    @inline(__always)
    private func withLeaf(
        _ base: UnsafeBufferPointer<UInt8>,
        _ body: (WriteLeaf, UnsafeBufferPointer<WriteScript.Step>) throws(JSONError) -> Void
    ) throws(JSONError) {
        try script.bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            try script.details.withUnsafeBufferPointer { details throws(JSONError) in
                try script.steps.withUnsafeBufferPointer { steps throws(JSONError) in
                    try body(WriteLeaf(bytes: bytes, base: base, details: details), steps)
                }
            }
        }
    }
}
