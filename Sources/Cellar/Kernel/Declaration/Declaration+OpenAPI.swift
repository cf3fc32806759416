extension Declaration {
    /// Writes the schema object of the resource (OpenAPI 3.0.3), for `components/schemas`.
    ///
    /// Raw JSON refers to the schema that its field names.
    public func writeSchema(to writer: inout JSONWriter) {
        writer.schema(outline, about: nil)
    }

    /// Writes the query parameters of a list as an array of parameter objects.
    public func writeParameters(to writer: inout JSONWriter) {
        writer.beginArray()
        for filter in filters {
            writer.beginObject()
            writer.member("in", "query")
            writer.member("name", filter.name)
            if let help = filter.entry.spec.help { writer.member("description", help) }
            writer.name("schema")
            writer.schema(of: filter)
            writer.endObject()
        }
        writer.endArray()
    }
}

extension JSONWriter {
    fileprivate mutating func schema(_ outline: Outline, about spec: FieldSpec?) {
        beginObject()
        member("type", "object")
        if let spec { facts(spec) }
        let shown = outline.entries.filter { !$0.spec.marks.contains(.hidden) }
        let required = shown.filter { !$0.spec.marks.isDisjoint(with: [.required, .readOnly]) }
        if !required.isEmpty {
            name("required")
            texts(required.map(\.name))
        }
        name("properties")
        beginObject()
        for entry in shown {
            name(entry.name)
            schema(entry.spec)
        }
        endObject()
        endObject()
    }

    private mutating func schema(_ spec: FieldSpec) {
        switch spec.kind {
        case .group(let outline): schema(outline, about: spec)
        case .json: rawSchema(spec)
        default:
            beginObject()
            shape(spec.kind)
            limits(spec)
            facts(spec)
            endObject()
        }
    }

    fileprivate mutating func schema(of filter: FilterParameter) {
        beginObject()
        switch filter.comparison {
        case .isNull: shape(.boolean)
        case .contains: shape(.text)
        case .in:
            member("type", "array")
            name("items")
            beginObject()
            shape(filter.entry.spec.kind)
            endObject()
        default: shape(filter.entry.spec.kind)
        }
        endObject()
    }

    /// A reference may have no other members beside it in OpenAPI 3.0, so it stands within `allOf`.
    private mutating func rawSchema(_ spec: FieldSpec) {
        beginObject()
        if let schema = spec.schema {
            name("allOf")
            beginArray()
            beginObject()
            member("$ref", "#/components/schemas/\(schema)")
            endObject()
            endArray()
        } else {
            member("type", "object")
        }
        facts(spec)
        endObject()
    }

    private mutating func shape(_ kind: FieldKind) {
        switch kind {
        case .text, .label: member("type", "string")
        case .boolean: member("type", "boolean")
        case .integer: format("integer", "int64")
        case .real: format("number", "double")
        case .day: format("string", "date")
        case .instant: format("string", "date-time")
        case .period: format("string", "duration")
        case .identifier: format("string", "uuid")
        case .link, .reference, .ownURL: format("string", "uri")
        case .choice: member("type", "string")
        case .list: member("type", "array")
        case .group, .json: member("type", "object")
        }
    }

    private mutating func limits(_ spec: FieldSpec) {
        switch spec.kind {
        case .list: listLimits(spec)
        case .integer, .real:
            if let min = spec.min { member("minimum", min) }
            if let max = spec.max { member("maximum", max) }
        case .choice(let choices):
            name("enum")
            texts(choices.map(\.value) + (spec.marks.contains(.blank) ? [""] : []))
        default:
            if let min = spec.min ?? (spec.marks.contains(.required) && spec.kind.isFreeText ? 1 : nil) {
                member("minLength", min)
            }
            if let max = spec.max { member("maxLength", max) }
            if let pattern = spec.pattern { member("pattern", pattern.expression) }
        }
    }

    private mutating func listLimits(_ spec: FieldSpec) {
        if let min = spec.min ?? (spec.marks.contains(.required) ? 1 : nil) { member("minItems", min) }
        if let max = spec.max { member("maxItems", max) }
        if spec.marks.contains(.unique) { flag("uniqueItems") }
        guard let element = spec.element else { return }
        name("items")
        schema(element)
    }

    private mutating func facts(_ spec: FieldSpec) {
        if spec.marks.contains(.readOnly) { flag("readOnly") }
        if spec.isNullable, !spec.marks.contains(.blank) { flag("nullable") }
        guard let description = spec.description else { return }
        member("description", description)
    }
}

extension FieldSpec {
    /// The help text, and what each choice means.
    fileprivate var description: String? {
        guard case .choice(let choices) = kind else { return help }
        let list = choices.map { "* `\($0.value)` - \($0.label)" }
        return ([help].compactMap(\.self) + [list.joined(separator: "\n")]).joined(separator: "\n\n")
    }
}

extension FieldKind {
    fileprivate var isFreeText: Bool {
        switch self {
        case .text, .link, .reference: true
        default: false
        }
    }
}

// MARK: - Members

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ text: String) {
        self.name(name)
        self.text(text)
    }

    fileprivate mutating func member(_ name: String, _ number: Int64) {
        self.name(name)
        integer(number)
    }

    fileprivate mutating func flag(_ name: String) {
        self.name(name)
        boolean(true)
    }

    fileprivate mutating func format(_ type: String, _ format: String) {
        member("type", type)
        member("format", format)
    }

    fileprivate mutating func texts(_ list: [String]) {
        beginArray()
        for text in list { self.text(text) }
        endArray()
    }
}
