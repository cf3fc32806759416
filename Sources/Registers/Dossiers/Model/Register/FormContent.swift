public import Kernel

/// What somebody filled in so far, as it was typed, and who they say they are.
public struct FormContent: Hashable, Sendable {
    public var submission: Submission
    public var applicant: Applicant
    /// The steps that were passed, so that an overview can say where one is.
    public var passed: Set<String>
    /// For whom an official fills it in, and how it came; nil for a form that the applicant fills in.
    public var intake: DeskIntake?

    public init(
        submission: Submission = Submission(),
        applicant: Applicant = Applicant(),
        passed: Set<String> = [],
        intake: DeskIntake? = nil
    ) {
        (self.submission, self.applicant, self.passed) = (submission, applicant, passed)
        self.intake = intake
    }

    /// More than any form of ours needs; what a browser sends was bounded before.
    static let limits = JSONLimits(bytes: 2 << 20, depth: 8, text: 65_536, members: 2_000, elements: 2_000)
}

/// That an official fills the form in for somebody else.
public struct DeskIntake: Hashable, Sendable {
    /// The pseudonym of whoever asks; the form itself is the official's.
    public var applicant: Identifier
    /// By which way it reached the town.
    public var channel: DossierType.Channel
    /// When it did; terms are counted from then, not from typing it in.
    public var received: Instant

    public init(applicant: Identifier, channel: DossierType.Channel, received: Instant) {
        (self.applicant, self.channel, self.received) = (applicant, channel, received)
    }
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
        var members: [JSONValue.Member] = [
            .init("velden", .object(values)), .init("bestanden", .object(files)),
            .init("stappen", .array(passed.sorted().map { .text($0) })), .init("aanvrager", applicant.json),
        ]
        if let intake { members.append(.init("inname", intake.json)) }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard case .object(let values)? = json["velden"], case .object(let files)? = json["bestanden"],
            case .array(let steps)? = json["stappen"], let applicant = json["aanvrager"].map(Applicant.init(json:))
        else { return nil }
        self.init(
            applicant: applicant,
            passed: Set(steps.compactMap(\.text)),
            intake: json["inname"].flatMap(DeskIntake.init(json:))
        )
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

extension DeskIntake {
    var json: JSONValue {
        .object([
            .init("voor", .text(applicant.description)), .init("kanaal", .text(channel.rawValue)),
            .init("ontvangen", .text(received.description)),
        ])
    }

    init?(json: JSONValue) {
        guard let applicant = json["voor"]?.text.flatMap({ Identifier($0) }),
            let channel = json["kanaal"]?.text.flatMap({ DossierType.Channel(rawValue: $0) }),
            let received = json["ontvangen"]?.text.flatMap({ Instant($0) })
        else { return nil }
        self.init(applicant: applicant, channel: channel, received: received)
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
