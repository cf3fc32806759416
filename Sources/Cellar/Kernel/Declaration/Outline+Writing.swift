extension Outline {
    /// Writes a record as a JSON object; throws only if the database was damaged.
    func write(_ values: [Value], to writer: inout JSONWriter, _ addresses: Addresses) throws(JSONError) {
        writer.beginObject()
        try script.bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            let leaf = WriteLeaf(bytes: bytes, addresses: addresses)
            for step in script.steps {
                writer.json(utf8: UnsafeBufferPointer(rebasing: bytes[step.name]))
                try leaf.write(values[step.slot], step, to: &writer)
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
        try script.bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            let leaf = WriteLeaf(bytes: bytes, addresses: addresses)
            for step in script.steps {
                writer.json(utf8: UnsafeBufferPointer(rebasing: bytes[step.name]))
                try leaf.write(row, first + step.slot, step, to: &writer)
            }
        }
        writer.endObject()
    }
}

/// Writes single values.
struct WriteLeaf {
    /// Those of the script.
    let bytes: UnsafeBufferPointer<UInt8>
    let addresses: Addresses

    func write(_ value: Value, _ step: WriteScript.Step, to writer: inout JSONWriter) throws(JSONError) {
        switch value {
        case .null: writer.json(utf8: slice(step.empty))
        case .integer(let number): write(number, step, to: &writer)
        case .real(let number): writer.real(number)
        case .text(let text): try text.withBytes { bytes throws(JSONError) in try write(bytes, step, to: &writer) }
        case .bytes(let bytes):
            try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in try write(bytes, step, to: &writer) }
        }
    }

    func write(
        _ row: some ColumnSource,
        _ column: Int,
        _ step: WriteScript.Step,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        if row.isNull(column) {
            writer.json(utf8: slice(step.empty))
            return
        }
        switch step.way {
        case .integer, .boolean, .instant: write(row.integer(column), step, to: &writer)
        case .real: writer.real(row.real(column))
        default:
            let failure = row.withText(column) { text -> JSONError? in
                do throws(JSONError) {
                    try write(text, step, to: &writer)
                    return nil
                } catch {
                    return error
                }
            }
            if let failure { throw failure }
        }
    }

    private func write(_ number: Int64, _ step: WriteScript.Step, to writer: inout JSONWriter) {
        switch step.way {
        case .boolean: writer.boolean(number != 0)
        case .instant: writer.instant(Instant(milliseconds: number))
        default: writer.integer(number)
        }
    }

    private func write(
        _ text: UnsafeBufferPointer<UInt8>,
        _ step: WriteScript.Step,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        switch step.way {
        case .plain: writer.plain(text)
        case .text: writer.text(utf8: text)
        case .reference: write(reference: text, path: slice(step.path), to: &writer)
        case .ownURL: addresses.base.withUnsafeBufferPointer { writer.plain($0, slice(step.path), text) }
        case .link: write(link: text, to: &writer)
        case .label: writer.text(step.labels[String(decoding: text, as: UTF8.self)] ?? "")
        case .nested where !text.elementsEqual(WriteLeaf.emptyList): try render(text, step.kind, to: &writer)
        default: writer.json(utf8: text)
        }
    }

    /// A foreign URL starts with `h`, an id with a hexadecimal digit.
    private func write(
        reference text: UnsafeBufferPointer<UInt8>,
        path: UnsafeBufferPointer<UInt8>,
        to writer: inout JSONWriter
    ) {
        if text.first == 0x68 {
            writer.text(utf8: text)
        } else {
            addresses.base.withUnsafeBufferPointer { writer.plain($0, path, text) }
        }
    }

    private func write(link text: UnsafeBufferPointer<UInt8>, to writer: inout JSONWriter) {
        guard text.first == 0x2F else { return writer.text(utf8: text) }
        addresses.base.withUnsafeBufferPointer { writer.plain($0, text) }
    }

    private static let emptyList: [UInt8] = [0x5B, 0x5D]

    private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }
}

// MARK: - Groups and lists

extension WriteLeaf {
    /// Writes a group or list from its stored JSON: what was left out is filled in, references get their host.
    private func render(
        _ text: UnsafeBufferPointer<UInt8>,
        _ kind: FieldKind,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        var reader = try JSONReader(text, limits: StoredJSON.limits)
        try render(kind, from: &reader, to: &writer)
    }

    private func render(
        _ kind: FieldKind,
        from reader: inout JSONReader,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        switch kind {
        case .group(let outline):
            try outline.write(try outline.stored(from: &reader), to: &writer, addresses)
        case .list(let element):
            writer.beginArray()
            try reader.array { (reader, _) throws(JSONError) in try render(element, from: &reader, to: &writer) }
            writer.endArray()
        case .reference(let path):
            try reader.withText { text throws(JSONError) in
                var path = path + "/"
                path.withUTF8 { write(reference: text, path: $0, to: &writer) }
            }
        case .link: try reader.withText { text throws(JSONError) in write(link: text, to: &writer) }
        case .boolean: writer.boolean(try reader.storedInteger() != 0)
        case .instant: writer.instant(Instant(milliseconds: try reader.storedInteger()))
        default: try reader.copy(to: &writer)
        }
    }
}

extension String {
    /// Lends the UTF-8 bytes, with a typed error.
    func withBytes<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        var copy = self
        var outcome: Swift.Result<Result, JSONError>?
        copy.withUTF8 { bytes in
            do throws(JSONError) {
                outcome = .success(try body(bytes))
            } catch {
                outcome = .failure(error)
            }
        }
        guard let outcome else { throw JSONError(.unexpectedEnd, at: 0) }
        return try outcome.get()
    }
}
