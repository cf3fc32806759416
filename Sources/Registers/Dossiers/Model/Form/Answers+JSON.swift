public import Kernel

extension Answers {
    /// The answers and checks as JSON, fields in byte order: the same answers always give the same bytes.
    public var json: JSONValue {
        let fields = values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.json) }
        let found = checks.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .boolean($0.value)) }
        return .object([.init("velden", .object(fields)), .init("controles", .object(found))])
    }

    /// Reads what `json` wrote; nil if it is anything else.
    public init?(json: JSONValue) {
        guard case .object(let fields)? = json["velden"], case .object(let found)? = json["controles"] else {
            return nil
        }
        self.init()
        for field in fields {
            guard let answer = FormAnswer(json: field.value) else { return nil }
            values[field.name] = answer
        }
        for check in found {
            guard case .boolean(let value) = check.value else { return nil }
            checks[check.name] = value
        }
    }
}

extension FormAnswer {
    /// One member, whose name says what kind of answer it is.
    var json: JSONValue {
        switch self {
        case .text(let text): .one("tekst", .text(text))
        case .choices(let values): .one("keuzes", .array(values.map { .text($0) }))
        case .number(let value): .one("getal", .text(value.description))
        case .money(let value): .one("bedrag", .text(value.description))
        case .yes(let value): .one("ja", .boolean(value))
        case .day(let day): .one("dag", .text(day.description))
        case .span(let first, let last): .one("periode", .array([.text(first.description), .text(last.description)]))
        case .address(let address): .one("adres", address.json)
        case .area(let area): .one("gebied", area.geoJSON)
        case .files(let files): .one("bestanden", .array(files.map(\.json)))
        }
    }

    init?(json: JSONValue) {
        guard case .object(let members) = json, members.count == 1, let member = members.first,
            let answer = FormAnswer(member.name, member.value)
        else { return nil }
        self = answer
    }

    private init?(_ kind: String, _ value: JSONValue) {
        let answer: FormAnswer? =
            switch kind {
            case "tekst": value.text.map { .text($0) }
            case "keuzes": value.texts.map { .choices($0) }
            case "getal": value.text.flatMap { Amount($0) }.map { .number($0) }
            case "bedrag": value.text.flatMap { Amount($0) }.map { .money($0) }
            case "ja": value == .boolean(true) ? .yes(true) : value == .boolean(false) ? .yes(false) : nil
            case "dag": value.text.flatMap { Day($0) }.map { .day($0) }
            case "periode": FormAnswer(span: value)
            case "adres": Address(json: value).map { .address($0) }
            case "gebied": Area(geoJSON: String(decoding: value.bytes, as: UTF8.self)).map { .area($0) }
            case "bestanden": FileClaim.list(value).map { .files($0) }
            default: nil
            }
        guard let answer else { return nil }
        self = answer
    }

    private init?(span value: JSONValue) {
        guard let texts = value.texts, texts.count == 2, let first = Day(texts[0]), let last = Day(texts[1]) else {
            return nil
        }
        self = .span(first, last)
    }
}

extension Address {
    fileprivate var json: JSONValue {
        let parts = [
            ("straat", Optional(street)), ("nummer", number), ("bus", box), ("postcode", postcode), ("gemeente", town),
        ]
        return .object(parts.compactMap { name, value in value.map { .init(name, .text($0)) } })
    }

    fileprivate init?(json: JSONValue) {
        guard let street = json["straat"]?.text, let number = json["nummer"]?.text,
            let postcode = json["postcode"]?.text, let town = json["gemeente"]?.text
        else { return nil }
        self.init(street: street, number: number, box: json["bus"]?.text, postcode: postcode, town: town)
    }
}

extension FileClaim {
    fileprivate var json: JSONValue {
        .object([
            .init("document", .text(document.description)), .init("naam", .text(name)),
            .init("type", .text(mediaType)), .init("bytes", .number(.integer(Int64(bytes)))),
        ])
    }

    fileprivate static func list(_ value: JSONValue) -> [FileClaim]? {
        guard case .array(let elements) = value else { return nil }
        let files = elements.compactMap(FileClaim.init(json:))
        return files.count == elements.count ? files : nil
    }

    private init?(json: JSONValue) {
        guard let document = json["document"]?.text.flatMap({ Identifier($0) }), let name = json["naam"]?.text,
            let type = json["type"]?.text, let size = json["bytes"]?.integer.flatMap({ Int(exactly: $0) })
        else { return nil }
        self.init(document: document, name: name, mediaType: type, bytes: size)
    }
}

extension JSONValue {
    fileprivate static func one(_ name: String, _ value: JSONValue) -> JSONValue { .object([.init(name, value)]) }

    /// The texts, if this is an array of nothing else.
    fileprivate var texts: [String]? {
        guard case .array(let elements) = self else { return nil }
        let texts = elements.compactMap(\.text)
        return texts.count == elements.count ? texts : nil
    }
}
