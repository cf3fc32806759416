/// What to write for each member, worked out once: ready names, ready empty values, and the way to write a value.
struct WriteScript: Sendable {
    /// How a stored value becomes JSON.
    enum Way: UInt8, Sendable {
        /// A text that may need escapes.
        case text
        /// A text that never does.
        case plain
        case integer, real, boolean, instant
        /// An id or a URL.
        case reference
        /// A path of ours or a URL.
        case link
        /// JSON as it is stored.
        case json
        /// JSON in which members must be filled in or references rendered.
        case nested
        /// Made of the identity.
        case ownURL
        /// Made of a choice.
        case label
    }

    /// A piece of `bytes`.
    struct Piece: Sendable {
        let start: Int32
        let count: Int32
    }

    /// Plain numbers only, so that going through the steps counts no references.
    struct Step: Sendable {
        let way: Way
        /// The value it is made of.
        let slot: Int
        /// `"naam":`.
        let name: Piece
        /// What stands for null.
        let empty: Piece
        /// The path of the resource that a reference leads to, with a slash at its end.
        let path: Piece
    }

    /// What is needed only for groups, lists and labels.
    struct Detail: Sendable {
        let spec: FieldSpec
        let labels: [String: String]
    }

    let steps: [Step]
    /// Of each step.
    let details: [Detail]
    let bytes: [UInt8]

    init(_ entries: [Outline.Entry], path: String, identity: Int?) {
        var bytes: [UInt8] = []
        func put(_ more: some Collection<UInt8>) -> Piece {
            defer { bytes.append(contentsOf: more) }
            return Piece(start: Int32(bytes.count), count: Int32(more.count))
        }
        let shown = entries.filter { !$0.spec.marks.contains(.hidden) }
        steps = shown.map { entry in
            Step(
                way: entry.spec.kind.way,
                slot: WriteScript.source(of: entry, entries, identity).slot ?? 0,
                name: put(JSONName(entry.name).bytes),
                empty: put(WriteScript.empty(entry.spec)),
                path: put((WriteScript.path(entry.spec.kind, own: path) + "/").utf8)
            )
        }
        details = shown.map { entry in
            let source = WriteScript.source(of: entry, entries, identity)
            return Detail(spec: entry.spec, labels: WriteScript.labels(entry.spec.kind, source.spec.kind))
        }
        self.bytes = bytes
    }

    /// The entry that a member is made of: mostly itself.
    private static func source(
        of entry: Outline.Entry,
        _ entries: [Outline.Entry],
        _ identity: Int?
    ) -> Outline.Entry {
        switch entry.spec.kind {
        case .ownURL: entries.first { $0.slot == identity } ?? entry
        case .label(let number): entries.first { $0.spec.number == number } ?? entry
        default: entry
        }
    }

    private static func empty(_ spec: FieldSpec) -> [UInt8] {
        if case .group(let outline) = spec.kind, spec.marks.contains(.shownWhole) { return outline.empty }
        if case .label = spec.kind { return Array("\"\"".utf8) }
        return Array((spec.marks.contains(.blank) ? "\"\"" : "null").utf8)
    }

    private static func path(_ kind: FieldKind, own path: String) -> String {
        if case .reference(let path) = kind { return path }
        return path
    }

    private static func labels(_ kind: FieldKind, _ source: FieldKind) -> [String: String] {
        guard case .label = kind, case .choice(let choices) = source else { return [:] }
        return Dictionary(choices.map { ($0.value, $0.label) }) { first, _ in first }
    }
}

extension FieldKind {
    /// How a value of the kind is written.
    var way: WriteScript.Way {
        switch self {
        case .text, .choice: .text
        case .boolean: .boolean
        case .integer: .integer
        case .real: .real
        case .day, .period, .identifier: .plain
        case .instant: .instant
        case .link: .link
        case .reference: .reference
        case .group, .list: .nested
        case .json: .json
        case .ownURL: .ownURL
        case .label: .label
        }
    }
}

extension Outline {
    /// The object of which nothing was given: each member as it is when empty.
    var empty: [UInt8] {
        let values = slotted.map {
            $0.spec.fallback ?? ($0.spec.isNullable ? nil : $0.spec.kind.naturalDefault) ?? .null
        }
        let nowhere = Addresses(publicURL: "http://localhost")
        guard let nowhere else { return Array("null".utf8) }
        return (try? JSONWriter.bytes { writer throws(JSONError) in try write(values, to: &writer, nowhere) })
            ?? Array("null".utf8)
    }
}
