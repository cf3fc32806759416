import Kernel

/// What changes between two versions of a type, in words, for the preview of an import.
public struct TypeDifference: Hashable, Sendable {
    /// One change.
    public struct Change: Hashable, Sendable {
        /// Where, from the outside in: `["Termijnen", "beslissing", "Duur"]`.
        public let place: [String]
        /// What, as a sentence: `Was P30D, wordt P60D.`
        public let sentence: String
    }

    /// The changes in the order of the document.
    public private(set) var changes: [Change] = []

    private let definitions: JSONValue

    /// Compares two documents; both may be of any version.
    public init(from old: DossierType, to new: DossierType) {
        definitions = DossierType.schema["$defs"] ?? .null
        compare(old.document, new.document, definitions[DossierType.shape.name] ?? .null, [])
    }

    private mutating func add(_ place: [String], _ sentence: String) {
        changes.append(Change(place: place, sentence: sentence))
    }

    private mutating func compare(_ old: JSONValue, _ new: JSONValue, _ schema: JSONValue, _ place: [String]) {
        guard old != new else { return }
        let schema = resolved(schema)
        switch (old, new) {
        case (.object, .object): compareMembers(old, new, schema, place)
        case (.array(let before), .array(let after)): compareLists(before, after, schema["items"] ?? .null, place)
        default: add(place, "Was \(Self.word(old)), wordt \(Self.word(new)).")
        }
    }

    private mutating func compareMembers(_ old: JSONValue, _ new: JSONValue, _ schema: JSONValue, _ place: [String]) {
        guard case .object(let members)? = schema["properties"] else {
            return add(place, "Was \(Self.word(old)), wordt \(Self.word(new)).")
        }
        for member in members where old[member.name] != new[member.name] {
            let inner = place + [member.value["title"]?.text ?? member.name]
            let usual = member.value["default"]
            switch (old[member.name] ?? usual, new[member.name] ?? usual) {
            case (let before?, let after?): compare(before, after, member.value, inner)
            case (nil, let after?): add(inner, "Komt erbij: \(Self.word(after)).")
            case (let before?, nil): add(inner, "Valt weg: \(Self.word(before)).")
            case (nil, nil): break
            }
        }
    }

    private mutating func compareLists(_ old: [JSONValue], _ new: [JSONValue], _ schema: JSONValue, _ place: [String]) {
        let (before, after) = (old.map(Self.key), new.map(Self.key))
        guard Set(before).count == old.count, Set(after).count == new.count else {
            return add(place, "Was \(old.count) lang, wordt \(new.count) lang, met andere inhoud.")
        }
        for key in before where !after.contains(key) { add(place, "'\(key)' valt weg.") }
        for (index, key) in after.enumerated() {
            if let match = before.firstIndex(of: key) {
                compare(old[match], new[index], schema, place + [key])
            } else {
                add(place, "'\(key)' komt erbij.")
            }
        }
        let kept = before.filter(after.contains)
        if kept != after.filter(before.contains) { add(place, "De volgorde verandert.") }
    }

    private func resolved(_ schema: JSONValue) -> JSONValue {
        guard let reference = schema["$ref"]?.text?.split(separator: "/").last else { return schema }
        return definitions[String(reference)] ?? .null
    }

    /// By what an element of a list is known.
    private static func key(_ element: JSONValue) -> String {
        for name in ["naam", "sleutels", "vanaf", "waarde"] {
            if let value = element[name] { return word(value, quoted: false) }
        }
        return word(element, quoted: false)
    }

    /// A value in a sentence, cut where it is long.
    private static func word(_ value: JSONValue, quoted: Bool = true) -> String {
        switch value {
        case .text(let text): return quoted ? "'\(cut(text))'" : text
        case .boolean(let value): return value ? "ja" : "nee"
        case .number(.integer(let value)): return "\(value)"
        case .array(let elements): return cut(elements.map { word($0, quoted: false) }.joined(separator: ", "))
        case .object(let members):
            let name = value["naam"] ?? value["nl"] ?? value["tekst"]
            return name.map { word($0, quoted: quoted) } ?? cut(members.map { word($0.value, quoted: false) }.joined())
        default: return "niets"
        }
    }

    private static func cut(_ text: String) -> String {
        text.count > 80 ? text.prefix(79) + "…" : text
    }
}
