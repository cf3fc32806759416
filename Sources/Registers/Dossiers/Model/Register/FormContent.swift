public import Kernel

/// What somebody filled in so far, as it was typed, and who they say they are.
public struct FormContent: Hashable, Sendable {
    public var submission: Submission
    public var applicant: Applicant
    /// The steps that were passed, so that an overview can say where one is.
    public var passed: Set<String>

    public init(submission: Submission = Submission(), applicant: Applicant = Applicant(), passed: Set<String> = []) {
        (self.submission, self.applicant, self.passed) = (submission, applicant, passed)
    }

    /// More than any form of ours needs; what a browser sends was bounded before.
    static let limits = JSONLimits(bytes: 2 << 20, depth: 8, text: 65_536, members: 2_000, elements: 2_000)
}

/// Who asks for something, as letters need it.
public struct Applicant: Hashable, Sendable {
    public var name = ""
    /// Where messages go; without one they go by post.
    public var mail = ""
    public var phone = ""
    public var address = ""
    public var language = Language.nl

    public init() {}

    public init(name: String, mail: String = "", phone: String = "", address: String = "", language: Language = .nl) {
        (self.name, self.mail, self.phone, self.address, self.language) = (name, mail, phone, address, language)
    }
}

extension FormContent {
    var json: JSONValue {
        let values = submission.values.sorted { $0.key < $1.key }
            .map { JSONValue.Member($0.key, .array($0.value.map { .text($0) })) }
        let files = submission.files.sorted { $0.key < $1.key }
            .map { JSONValue.Member($0.key, .array($0.value.map(\.member))) }
        return .object([
            .init("velden", .object(values)), .init("bestanden", .object(files)),
            .init("stappen", .array(passed.sorted().map { .text($0) })), .init("aanvrager", applicant.json),
        ])
    }

    init?(json: JSONValue) {
        guard case .object(let values)? = json["velden"], case .object(let files)? = json["bestanden"],
            case .array(let steps)? = json["stappen"], let applicant = json["aanvrager"].map(Applicant.init(json:))
        else { return nil }
        self.init(applicant: applicant, passed: Set(steps.compactMap(\.text)))
        for member in values {
            guard case .array(let texts) = member.value else { return nil }
            submission.values[member.name] = texts.compactMap(\.text)
        }
        for member in files {
            guard case .array(let claims) = member.value else { return nil }
            submission.files[member.name] = claims.compactMap(FileClaim.init(member:))
        }
    }
}

extension Applicant {
    var json: JSONValue {
        .object([
            .init("naam", .text(name)), .init("mail", .text(mail)), .init("telefoon", .text(phone)),
            .init("adres", .text(address)), .init("taal", .text(language.rawValue)),
        ])
    }

    init(json: JSONValue) {
        self.init(
            name: json["naam"]?.text ?? "",
            mail: json["mail"]?.text ?? "",
            phone: json["telefoon"]?.text ?? "",
            address: json["adres"]?.text ?? "",
            language: json["taal"]?.text.flatMap { Language(rawValue: $0) } ?? .nl
        )
    }
}

extension FileClaim {
    fileprivate var member: JSONValue {
        .object([
            .init("id", .text(document.description)), .init("naam", .text(name)), .init("type", .text(mediaType)),
            .init("bytes", .number(.integer(Int64(bytes)))),
        ])
    }

    fileprivate init?(member json: JSONValue) {
        guard let id = json["id"]?.text.flatMap({ Identifier($0) }), let name = json["naam"]?.text,
            let type = json["type"]?.text, let bytes = json["bytes"]?.integer.flatMap({ Int(exactly: $0) })
        else { return nil }
        self.init(document: id, name: name, mediaType: type, bytes: bytes)
    }
}
