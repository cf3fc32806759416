/// Writes single values. It holds only what is lent to it, so that passing it on counts no references.
struct WriteLeaf {
    /// Those of the script.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The public address.
    let base: UnsafeBufferPointer<UInt8>
    let details: UnsafeBufferPointer<WriteScript.Detail>

    @inline(__always)
    func write(
        _ value: borrowing Value,
        _ index: Int,
        _ step: WriteScript.Step,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        writer.json(utf8: slice(step.name))
        switch value {
        case .null: writer.json(utf8: slice(step.empty))
        case .integer(let number): write(number, step, to: &writer)
        case .real(let number): writer.real(number)
        case .text(let text):
            let failure = text.withBytes { write($0, index, step, to: &writer) }
            if let failure { throw failure }
        case .bytes(let bytes):
            let failure = bytes.withUnsafeBufferPointer { write($0, index, step, to: &writer) }
            if let failure { throw failure }
        }
    }

    @inline(__always)
    func write(
        _ row: some ColumnSource,
        _ first: Int,
        _ index: Int,
        _ step: WriteScript.Step,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        writer.json(utf8: slice(step.name))
        let column = first + step.slot
        if row.isNull(column) {
            writer.json(utf8: slice(step.empty))
            return
        }
        switch step.way {
        case .integer, .boolean, .instant: write(row.integer(column), step, to: &writer)
        case .real: writer.real(row.real(column))
        default:
            let failure = row.withText(column) { write($0, index, step, to: &writer) }
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

    /// Answers what is wrong with a group or list that was damaged.
    private func write(
        _ text: UnsafeBufferPointer<UInt8>,
        _ index: Int,
        _ step: WriteScript.Step,
        to writer: inout JSONWriter
    ) -> JSONError? {
        switch step.way {
        case .plain: writer.plain(text)
        case .text: writer.text(utf8: text)
        case .reference: write(reference: text, path: slice(step.path), to: &writer)
        case .ownURL: writer.plain(base, slice(step.path), text)
        case .link: write(link: text, to: &writer)
        case .label: writer.text(details[index].labels[String(decoding: text, as: UTF8.self)] ?? "")
        case .nested where text.count != 2 || text[0] != 0x5B || text[1] != 0x5D:
            do throws(JSONError) {
                try render(text, details[index].spec, to: &writer)
            } catch {
                return error
            }
        default: writer.json(utf8: text)
        }
        return nil
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
            writer.plain(base, path, text)
        }
    }

    private func write(link text: UnsafeBufferPointer<UInt8>, to writer: inout JSONWriter) {
        if text.first == 0x2F {
            writer.plain(base, text)
        } else {
            writer.text(utf8: text)
        }
    }

    @inline(__always)
    private func slice(_ piece: WriteScript.Piece) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + Int(piece.start) }, count: Int(piece.count))
    }
}

// MARK: - Groups and lists

extension WriteLeaf {
    /// Writes a group or list from its stored JSON: what was left out is filled in, references get their host.
    private func render(
        _ text: UnsafeBufferPointer<UInt8>,
        _ spec: FieldSpec,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        var reader = try JSONReader(text, limits: StoredJSON.limits)
        try render(spec, from: &reader, to: &writer)
    }

    private func render(
        _ spec: FieldSpec,
        from reader: inout JSONReader,
        to writer: inout JSONWriter
    ) throws(JSONError) {
        switch spec.way {
        case .group:
            guard let outline = spec.outline else { return }
            try outline.write(try outline.stored(from: &reader), to: &writer, base: base)
        case .list:
            guard let element = spec.element else { return }
            writer.beginArray()
            try reader.array { (reader, _) throws(JSONError) in try render(element, from: &reader, to: &writer) }
            writer.endArray()
        case .reference:
            try reader.withText { text throws(JSONError) in
                spec.path.withUnsafeBufferPointer { write(reference: text, path: $0, to: &writer) }
            }
        case .link: try reader.withText { text throws(JSONError) in write(link: text, to: &writer) }
        case .boolean: writer.boolean(try reader.storedInteger() != 0)
        case .instant: writer.instant(Instant(milliseconds: try reader.storedInteger()))
        default: try reader.copy(to: &writer)
        }
    }
}

extension String {
    /// Lends the UTF-8 bytes where they are, which for a text of Swift's own making is without a copy.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }
}
