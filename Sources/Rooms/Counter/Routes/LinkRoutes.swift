import Access
import Database
import Dossiers
import Foyer
import Kernel
import Outbox
import Pages
import Web

/// Going on later, by a link that is mailed: also for who lost the way to a form.
struct LinkRoutes {
    let desk: CounterDesk

    var routes: [Route] {
        [
            .post("/aanvraag/{id}/link", policy: .everyone) { [desk] request, caller in
                let pairs = try await desk.frame.form(request, caller)
                let given = (try pairs.single("email") ?? "").trimmingPrefix { $0.isWhitespace }
                let open = try await desk.open(request, caller, under: "/aanvraag")
                if let dossier = open?.form.dossier { return .see("/mijn/\(dossier)/ontvangst") }
                guard let address = MailAddress(String(given.prefix { !$0.isWhitespace })) else {
                    guard let open else { return try await desk.lostPage(request, caller, mail: .wrong(String(given))) }
                    return try await desk.keptPage(open, .wrong(String(given)), request, caller)
                }
                try await desk.mailLink(to: address, try request.identifier("id"), mayTell: open != nil)
                guard let open else { return try await desk.lostPage(request, caller, mail: .sent) }
                return try await desk.keptPage(open, .sent, request, caller)
            }
        ]
    }
}

/// How far asking for a mailed link is.
enum LinkAsking: Hashable {
    case asked
    case wrong(String)
    case sent

    var field: FormField {
        var error: String?
        if case .wrong = self { error = "Vul een e-mailadres in zoals naam@voorbeeld.be." }
        return FormField("email", "Je e-mailadres", error: error)
    }

    var typed: String { if case .wrong(let text) = self { text } else { "" } }
}

extension CounterDesk {
    /// Mails the way back to a form: to any address for who has it open, and else only to the one it knows.
    ///
    /// Nobody is told which it was, nor whether there is such a form, nor whether the address had enough mails.
    func mailLink(to address: MailAddress, _ id: Identifier, mayTell: Bool) async throws {
        let (register, outbox, surroundings) = (register, outbox, surroundings)
        let links = MailedLinkStore(surroundings: surroundings)
        let (town, site) = ("\(frame.brand.kind.nl) \(frame.brand.name)", site)
        try await database.write { transaction in
            let form = try register.forms.form(id, in: transaction).flatMap { $0.dossier == nil ? $0 : nil }
            let known = form?.content.applicant.mail.lowercased() == address.text.lowercased()
            let isOpen = form?.content.intake == nil && (mayTell || known)
            let token = try links.make(
                .draft,
                of: isOpen ? form?.id : nil,
                for: form?.subject ?? id,
                to: address.text,
                in: transaction
            )
            guard let token, let form else { return }
            if !known {
                var content = form.content
                content.applicant.mail = address.text
                _ = try register.forms.save(form.id, content, seen: form.version, in: transaction)
            }
            let type = try register.shelf.type(form.type, in: transaction).type
            let mail = try Outgoing(
                .mail(address),
                name: form.content.applicant.name,
                subject: "Verder met je aanvraag: \(type.title.nl)",
                text: """
                    Dag

                    Je begon bij \(town) aan een aanvraag: \(type.title.nl). Hier ga je verder:

                    \(site)/toegang/\(token.text)

                    De link werkt één keer, en hoogstens een dag. Je vindt je aanvraag terug tot en met \
                    \(BrusselsTime.day(of: form.ends).written()). Daarna wissen we ze. Vroeg je hier niet om, dan \
                    hoef je niets te doen.
                    """,
                about: form.id
            )
            try outbox.put(mail, in: form.id, at: surroundings.now(), transaction)
        }
    }
}
