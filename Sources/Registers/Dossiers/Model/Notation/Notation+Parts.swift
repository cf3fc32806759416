import Kernel

extension Notation {
    /// A list with so many elements at least and at most.
    static func list(of notation: Notation<Value>, _ count: ClosedRange<Int>) -> Notation<[Value]> {
        Notation<[Value]>(
            schema: .schema(
                "array",
                .init("items", notation.schema),
                .init("minItems", .whole(count.lowerBound)),
                .init("maxItems", .whole(count.upperBound))
            ),
            definitions: notation.definitions,
            write: { .array($0.map(notation.write)) },
            read: { place, faults in
                guard case .array(let elements) = place.value else {
                    faults.add(place.path, .wrongKind, "Hier hoort een lijst, maar er staat \(place.found).")
                    return nil
                }
                if elements.count < count.lowerBound {
                    faults.add(place.path, .missing, "Zet hier minstens \(count.lowerBound) in de lijst.")
                }
                if elements.count > count.upperBound {
                    faults.add(place.path, .tooLong, "Zet hier hoogstens \(count.upperBound) in de lijst.")
                }
                return elements.prefix(count.upperBound).enumerated().compactMap { index, element in
                    notation.read(place.element(index, element), &faults)
                }
            }
        )
    }
}

extension Notation where Value == Text {
    /// A text in Dutch, or an object with `nl` and perhaps `en` and `fr`.
    static func text(_ longest: Int = 1_000) -> Notation {
        Notation(
            schema: Languages<String>.schema(longest),
            write: { Languages($0).write { .text($0) } },
            read: { place, faults in
                let read = Languages<String>.read(place, &faults) { Notation<String>.line(longest).read($0, &$1) }
                return read.map { Text(nl: $0.nl, en: $0.en, fr: $0.fr) }
            }
        )
    }
}

/// The same content in the town's languages: Dutch always, the others if somebody wrote them.
struct Languages<Content: Sendable>: Sendable {
    var nl: Content
    var en: Content?
    var fr: Content?
}

extension Languages<String> {
    init(_ text: Text) {
        self.init(nl: text.nl, en: text.en, fr: text.fr)
    }
}

extension Languages {
    static func schema(_ longest: Int) -> JSONValue {
        let one: JSONValue = .schema("string", .init("minLength", .whole(1)), .init("maxLength", .whole(longest)))
        let all: JSONValue = .schema(
            "object",
            .init("required", .array([.text("nl")])),
            .init("additionalProperties", .boolean(false)),
            .init("properties", .object(["nl", "en", "fr"].map { .init($0, one) }))
        )
        return .object([.init("oneOf", .array([one, all]))])
    }

    func write(_ content: (Content) -> JSONValue) -> JSONValue {
        guard en != nil || fr != nil else { return content(nl) }
        let members = [("nl", Optional(nl)), ("en", en), ("fr", fr)]
        return .object(members.compactMap { name, value in value.map { .init(name, content($0)) } })
    }

    static func read(
        _ place: Place,
        _ faults: inout TypeFaults,
        _ content: (Place, inout TypeFaults) -> Content?
    ) -> Languages? {
        guard case .object(let members) = place.value else {
            return content(place, &faults).map { Languages(nl: $0) }
        }
        for member in members where !["nl", "en", "fr"].contains(member.name) {
            let path = "\(place.path).\(member.name.prefix(Spelling.longest))"
            faults.add(path, .unknownMember, "Een tekst heeft alleen 'nl', 'en' en 'fr'.")
        }
        let (nl, en, fr) = (place.value["nl"], place.value["en"], place.value["fr"])
        guard let nl else {
            faults.add("\(place.path).nl", .missing, "Schrijf de tekst in het Nederlands bij 'nl'.")
            return nil
        }
        guard let dutch = content(place.member("nl", nl), &faults) else { return nil }
        return Languages(
            nl: dutch,
            en: en.flatMap { content(place.member("en", $0), &faults) },
            fr: fr.flatMap { content(place.member("fr", $0), &faults) }
        )
    }
}

extension Place {
    /// The text that stands here.
    func text(_ faults: inout TypeFaults) -> String? {
        if let text = value.text { return text }
        faults.add(path, .wrongKind, "Hier hoort een tekst, maar er staat \(found).")
        return nil
    }

    /// The text, if it is no longer than so many characters and can be printed.
    func accept(_ text: String, _ longest: Int, _ faults: inout TypeFaults) -> String? {
        if text.allSatisfy(\.isWhitespace) {
            faults.add(path, .missing, "Schrijf hier een tekst, of laat dit weg.")
        } else if text.unicodeScalars.count > longest {
            faults.add(path, .tooLong, "Deze tekst mag hoogstens \(longest) tekens hebben.")
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            faults.add(path, .wrongValue, "Hier staat een stuurteken, zoals een tab of een nieuwe regel. Haal het weg.")
        } else {
            return text
        }
        return nil
    }
}

extension JSONValue {
    static func schema(_ type: String, _ members: Member...) -> JSONValue {
        .object([Member("type", .text(type))] + members)
    }

    static func whole(_ value: Int) -> JSONValue { .number(.integer(Int64(value))) }
}

/// What may be a name, and which durations a term may have.
enum Naming {
    /// Words of the language of expressions.
    static let reserved: Set<String> = ["en", "of", "niet", "waar", "onwaar", "euro"]

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (1...50).contains(text.utf8.count) else { return false }
        return isSmall(first)
            && text.utf8.allSatisfy { isSmall($0) || isDigit($0) || isCapital($0) }
    }

    static func isSlug(_ text: String) -> Bool {
        guard (1...50).contains(text.utf8.count), text.utf8.first != 0x2D, text.utf8.last != 0x2D else { return false }
        return !text.contains("--") && text.utf8.allSatisfy { isSmall($0) || isDigit($0) || $0 == 0x2D }
    }

    /// No more than a hundred years, so that no sum of terms leaves the calendar.
    static func isUsable(_ period: Period) -> Bool {
        period.years <= 100 && period.months <= 1_200 && period.weeks <= 5_200 && period.days <= 36_500
    }

    static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
