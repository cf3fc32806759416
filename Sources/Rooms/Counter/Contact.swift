import Dossiers
import Kernel
import Outbox
import Pages
import Web

/// How to reach whoever asks: from the answers, or from what the last page asks where the form did not.
struct Contact {
    var applicant: Applicant
    /// What was typed on the last page; nil before somebody sent it.
    var typed: [String: String]?
    private let fromAnswers: Applicant
    private let asksMail: Bool
    private let knowsAddress: Bool

    /// - Parameters:
    ///   - known: what is known from before, such as the name of a resident who signed in.
    ///   - pairs: what the last page sent; nil when it is only shown.
    init(_ filled: FilledForm, known: Applicant, _ pairs: Pairs? = nil) throws(Refusal) {
        fromAnswers = Applicant(filled.answers, of: filled.type, known: known)
        applicant = fromAnswers
        knowsAddress = !known.address.isEmpty
        asksMail = !filled.type.form.fields.contains { $0.kind == .mail && filled.visible.contains($0.name) }
        guard let pairs else { return }
        var typed: [String: String] = [:]
        for name in Self.names { typed[name] = try pairs.single(name).map { String($0.prefix(300)) } }
        self.typed = typed
        if asksForName { applicant.name = text("contactNaam") }
        if asksForWay {
            applicant.mail = text("contactMail")
            applicant.address = address
        }
    }

    private static let names = ["contactNaam", "contactMail"] + parts.map { "contactAdres-\($0)" }
    private static let parts = ["straat", "nummer", "bus", "postcode", "gemeente"]

    private var asksForName: Bool { fromAnswers.name.isEmpty }
    /// An address in an answer may be that of the place; one that an official gave is the applicant's.
    private var asksForWay: Bool {
        fromAnswers.mail.isEmpty && !knowsAddress && (asksMail || fromAnswers.address.isEmpty)
    }

    private func text(_ name: String) -> String {
        (typed?[name] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private var address: String {
        let part = Self.parts.map { text("contactAdres-\($0)") }
        guard part.contains(where: { !$0.isEmpty }) else { return fromAnswers.address }
        let box = part[2].isEmpty ? "" : " bus \(part[2])"
        return "\(part[0]) \(part[1])\(box), \(part[3]) \(part[4])"
    }

    /// The fields that are asked, with what is wrong once somebody sent them.
    var fields: [FormField] { (asksForName ? [name] : []) + (asksForWay ? [mail, place] : []) }

    var isRight: Bool { fields.allSatisfy { $0.error == nil } }

    private var name: FormField {
        let isMissing = typed != nil && text("contactNaam").isEmpty
        return FormField("contactNaam", "Je naam", error: isMissing ? "Vul je naam in." : nil)
    }

    private var mail: FormField {
        let given = text("contactMail")
        let isWrong = typed != nil && !given.isEmpty && MailAddress(given) == nil
        return FormField(
            "contactMail",
            "Je e-mailadres",
            hint: "Zo weet je meteen hoe het loopt. Heb je geen e-mailadres, geef dan je postadres.",
            error: isWrong ? "Vul een e-mailadres in zoals naam@voorbeeld.be." : nil,
            isOptional: true
        )
    }

    /// A postal address is needed where there is no mail, unless the form itself left that open.
    private var place: FormField {
        let part = Self.parts.map { text("contactAdres-\($0)") }
        let isStarted = part.contains { !$0.isEmpty }
        let needed = isStarted || asksMail && text("contactMail").isEmpty && fromAnswers.address.isEmpty
        let missing = [0, 1, 3, 4].first { part[$0].isEmpty }
        var error: String?
        if typed != nil, needed, let missing {
            error = isStarted ? "Vul het adres volledig in: straat, nummer, postcode en gemeente." : Self.noWay
            return FormField(
                "contactAdres",
                "Je postadres",
                error: error,
                wrongPart: isStarted ? Self.parts[missing] : nil,
                isOptional: true
            )
        }
        return FormField("contactAdres", "Je postadres", isOptional: true)
    }

    private static let noWay = "Geef een e-mailadres of een postadres, zodat we je kunnen antwoorden."

    /// The section of the page; nothing when all is known.
    var section: HTML {
        guard !fields.isEmpty else { return .empty }
        let controls = fields.map { field -> HTML in
            switch field.name {
            case "contactNaam": .textField(field, text("contactNaam"), autocomplete: "name")
            case "contactMail": .textField(field, text("contactMail"), kind: .email, autocomplete: "email")
            default:
                .addressField(
                    field,
                    AddressParts(
                        street: text("contactAdres-straat"),
                        number: text("contactAdres-nummer"),
                        box: text("contactAdres-bus"),
                        postcode: text("contactAdres-postcode"),
                        municipality: text("contactAdres-gemeente")
                    )
                )
            }
        }
        return .section("Hoe bereiken we je?", HTML("\(controls)"))
    }
}

extension Applicant {
    /// Who asks, as far as the answers say it: the first mail address, telephone number and address, and the name.
    init(_ answers: Answers, of type: DossierType, known: Applicant) {
        self = known
        let given = type.form.fields.compactMap { field in answers.values[field.name]?.written.map { (field, $0) } }
        func first(_ kind: FormQuestion.Kind) -> String? { given.first { $0.0.kind == kind }?.1 }
        func text(_ matches: (String) -> Bool) -> String? {
            given.first { $0.0.kind == .text && matches($0.0.name) }?.1
        }
        let family =
            text { $0 == "naam" } ?? text { ["familienaam", "achternaam"].contains($0) }
            ?? text { $0.hasPrefix("naam") }
        let names = [text({ $0 == "voornaam" }), family].compactMap(\.self)
        if !names.isEmpty { name = String(names.joined(separator: " ").prefix(200)) }
        if let text = first(.mail), MailAddress(text) != nil { mail = text }
        if let text = first(.phone) { phone = String(text.prefix(40)) }
        if address.isEmpty, let text = first(.address) { address = String(text.prefix(500)) }
    }
}

extension FormAnswer {
    fileprivate var written: String? {
        switch self {
        case .text(let text): text
        case .address(let address): address.written
        default: nil
        }
    }
}

extension Submission {
    /// Fills in what the form would ask again about who asks.
    mutating func fill(_ applicant: Applicant, _ type: DossierType) {
        for (kind, value) in [(FormQuestion.Kind.mail, applicant.mail), (.phone, applicant.phone)] {
            guard !value.isEmpty, let field = type.form.fields.first(where: { $0.kind == kind }) else { continue }
            values[field.name] = [value]
        }
        let hasFirstName = type.form.fields.contains { $0.name == "voornaam" }
        guard !applicant.name.isEmpty, !hasFirstName,
            let field = type.form.fields.first(where: { $0.kind == .text && $0.name == "naam" })
        else { return }
        values[field.name] = [applicant.name]
    }
}
