import Access
import Database
import Dossiers
import Foyer
import Kernel
import Outbox
import Pages
import Web

/// Taking in for somebody else what came over the counter, by phone, post or mail.
///
/// The form itself is that of `FormRoutes`: the same questions, checks and receipt as for who asks it themselves.
struct IntakeRoutes {
    let desk: CounterDesk

    static let policy = Policy.anyOf([
        .scope("dossiers.innemen", of: .zaken), .scope("dossiers.behandelen", of: .zaken),
    ])

    var routes: [Route] {
        [
            .get("/werk/innemen", policy: Self.policy) { [desk] request, caller in
                let draft = IntakeDraft(type: try request.query().single("type") ?? "", at: desk.surroundings.now())
                return try await desk.intakePage(draft, request, caller)
            },
            .post("/werk/innemen", policy: Self.policy) { [desk] request, caller in
                try await desk.beginIntake(request, caller)
            },
            .get("/werk/innemen/{id}/ontvangst", policy: Self.policy) { [desk] request, caller in
                try await desk.deskReceipt(request, caller)
            },
        ]
    }
}

/// What an official fills in before the form itself.
struct IntakeDraft {
    var type = ""
    var channel = ""
    var name = ""
    var mail = ""
    var phone = ""
    var address = ""
    var day = DateParts()
    var time = ""
    /// Whether it was sent: only then something can be wrong.
    var wasSent = false

    /// Begins with what is most often right: over the counter, now.
    init(type: String, at now: Instant) {
        self.type = type
        let reading = BrusselsTime.reading(at: now)
        (day, time) = (DateParts(reading.day), reading.time.written(.table))
    }

    init(_ pairs: Pairs) throws(Refusal) {
        func one(_ name: String) throws(Refusal) -> String {
            String((try pairs.single(name) ?? "").prefix(500)).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        (type, channel, name) = (try one("type"), try one("kanaal"), String(try one("naam").prefix(200)))
        (mail, phone, address) = (try one("email"), try one("telefoon"), try one("postadres"))
        day = DateParts(day: try one("dag-dag"), month: try one("dag-maand"), year: try one("dag-jaar"))
        (time, wasSent) = (try one("uur"), true)
    }

    static let channels: [(DossierType.Channel, String)] = [
        (.desk, "Aan de balie"), (.phone, "Per telefoon"), (.post, "Met de post"), (.mail, "Per e-mail"),
    ]

    var way: DossierType.Channel? { Self.channels.first { $0.0.rawValue == channel }?.0 }

    /// The moment at the desk; nil for what is no moment.
    var received: Instant? {
        guard let year = Int(day.year), let month = Int(day.month), let number = Int(day.day),
            let day = Day(year: year, month: month, day: number)
        else { return nil }
        let parts = time.split(whereSeparator: { ":.u".contains($0) }).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1],
            let time = TimeOfDay(hour: hour, minute: minute), hour < 24
        else { return nil }
        return BrusselsTime.instant(on: day, at: time)
    }

    /// What is wrong, by field; `types` are those that can be taken in.
    func faults(_ types: [DossierType], now: Instant) -> [String: String] {
        var faults: [String: String] = [:]
        let chosen = types.first { $0.identification == type }
        if chosen == nil { faults["type"] = "Kies waarvoor de aanvraag is." }
        if way == nil {
            faults["kanaal"] = "Kies hoe de aanvraag binnenkwam."
        } else if let chosen, let way, !chosen.channels.contains(way) {
            faults["kanaal"] = "‘\(chosen.title.nl)’ kan niet langs deze weg binnenkomen."
        }
        if name.isEmpty { faults["naam"] = "Vul de naam van de aanvrager in." }
        if !mail.isEmpty, MailAddress(mail) == nil {
            faults["email"] = "Vul een e-mailadres in zoals naam@voorbeeld.be."
        } else if mail.isEmpty, address.isEmpty {
            faults["email"] = "Geef een e-mailadres of een postadres, zodat we kunnen antwoorden."
        }
        switch received {
        case nil: faults["dag"] = "Vul de dag en het uur in waarop de aanvraag binnenkwam, zoals 14:30."
        case let moment? where moment > now: faults["dag"] = "De aanvraag kan niet later dan nu binnengekomen zijn."
        case let moment? where moment.milliseconds(to: now) > Self.ageMax:
            faults["dag"] = "Dit is meer dan een jaar geleden. Kijk de dag na."
        default: break
        }
        return faults
    }

    /// A year, in milliseconds: older is a slip of the pen.
    private static let ageMax: Int64 = 366 * 86_400_000
}

extension CounterDesk {
    /// The types that come in by another way than the web, for whom they are meant.
    func intakeTypes() async throws -> [PublishedType] {
        let ways = Set(IntakeDraft.channels.map(\.0))
        return try await register.types().filter { published in
            published.type.origin == .outside && !ways.isDisjoint(with: published.type.channels)
        }
    }

    func beginIntake(_ request: Request, _ caller: Caller) async throws -> Answer {
        let draft = try IntakeDraft(try await frame.form(request, caller))
        let types = try await intakeTypes()
        guard draft.faults(types.map(\.type), now: surroundings.now()).isEmpty,
            let type = types.first(where: { $0.type.identification == draft.type }), let channel = draft.way,
            let received = draft.received, let official = caller.visitor.identity?.subject
        else { return try await intakePage(draft, request, caller) }
        var content = FormContent(
            applicant: Applicant(name: draft.name, mail: draft.mail, phone: draft.phone, address: draft.address),
            intake: DeskIntake(applicant: surroundings.identifier(), channel: channel, received: received)
        )
        content.submission.fill(content.applicant, type.type)
        let (register, fresh) = (register, content)
        let form = try await database.write { transaction in
            try register.forms.begin(type.id, by: official, fresh, in: transaction)
        }
        return .see("/werk/innemen/\(form.id)")
    }

    /// What the official began and did not send yet.
    func intakeDrafts(_ caller: Caller) async throws -> [OpenForm] {
        guard let official = caller.visitor.identity?.subject else { return [] }
        let register = register
        return try await database.read { transaction in
            try register.forms.forms(of: official, in: transaction).map { form in
                OpenForm(form: form, type: try register.shelf.type(form.type, in: transaction), prefix: "/werk/innemen")
            }
        }
    }

    /// The receipt for whoever stands at the desk: shown to the official who took it in, also if they may not see the
    /// dossier afterwards.
    func deskReceipt(_ request: Request, _ caller: Caller) async throws -> Answer {
        let view = try await register.view(try request.identifier("id"), as: .house)
        guard let official = caller.visitor.identity?.subject, view.open.dossier.ingevoerdDoor == official else {
            throw Problem(.notFound)
        }
        return try await receiptPage(view, request, caller, door: .desk)
    }
}
