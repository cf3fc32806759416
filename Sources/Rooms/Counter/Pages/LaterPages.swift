import Dossiers
import Foyer
import Kernel
import Pages
import Web

extension CounterDesk {
    /// A form is kept: until when, and how to find it again.
    func keptPage(_ open: OpenForm, _ asking: LinkAsking, _ request: Request, _ caller: Caller) async throws
        -> Answer
    {
        var sheet = try await frame.sheet("Je aanvraag is bewaard", door: open.door, hasForm: true, request, caller)
        sheet.page.width = .narrow
        sheet.page.hasErrors = asking.field.error != nil
        if asking == .sent {
            sheet.page.flash = .flash(.good, "We mailen je een link. Kreeg je er net al drie, wacht dan een uur.")
        }
        let until = BrusselsTime.day(of: open.form.ends)
        sheet.page.main = [
            .errorSummary([asking.field]),
            .pageHead(open.type.type.title.nl, "Je aanvraag is bewaard"),
            HTML(
                """
                <p class="lead">Ze is nog niet ingediend. We houden ze bij tot en met \(HTML.time(until)). Ga je \
                verder, dan begint die tijd opnieuw.</p>
                """
            ),
            way(open, asking, sheet, caller),
            .buttons([
                .linkButton(
                    "Nu verdergaan",
                    to: Href(checking: "\(open.prefix)/\(open.id)") ?? "/aanvragen",
                    asking == .sent || open.intake != nil ? .primary : .secondary,
                    icon: .arrowRight
                )
            ]),
        ]
        return sheet.answer(sheet.page.hasErrors ? .unprocessableContent : .ok)
    }

    /// How one comes back: an official and a resident by their list, a guest by a link.
    private func way(_ open: OpenForm, _ asking: LinkAsking, _ sheet: Sheet, _ caller: Caller) -> HTML {
        switch caller.visitor {
        case .resident: return HTML("<p>Je vindt ze terug bij \(HTML.link("Mijn dossiers", to: "/mijn")).</p>")
        case .official: return HTML("<p>Je vindt ze terug bij \(HTML.link("Innemen", to: "/werk/innemen")).</p>")
        default: break
        }
        guard asking != .sent else { return .empty }
        let mail = asking.typed.isEmpty ? open.form.content.applicant.mail : asking.typed
        return .section(
            "Wil je later verder?",
            .form(
                to: open.link("link"),
                hidden: sheet.hidden,
                HTML(
                    """
                    \(HTML.textField(asking.field, mail, kind: .email, autocomplete: "email"))\
                    \(HTML.buttons([.button("Mail me een link", icon: .mail)]))
                    """
                )
            ),
            hint: "Zonder link vind je de aanvraag alleen in deze browser terug, en hoogstens 30 minuten."
        )
    }

    /// For a form that is not there, or not for whoever asks: nobody learns which.
    func lostPage(_ request: Request, _ caller: Caller, mail asking: LinkAsking = .asked) async throws -> Answer {
        var sheet = try await frame.sheet("We vinden deze aanvraag niet", hasForm: true, request, caller)
        sheet.page.width = .narrow
        sheet.page.hasErrors = asking.field.error != nil
        if asking == .sent { sheet.page.flash = .flash(.good, Self.sentence) }
        let id = try request.parameter("id")
        sheet.page.main = [
            .errorSummary([asking.field]),
            "<h1>We vinden deze aanvraag niet</h1>",
            """
            <p class="lead">Misschien was je te lang weg, of is de aanvraag verlopen: na 30 dagen zonder wijziging \
            wissen we ze.</p>
            """,
            asking == .sent
                ? .empty
                : .section(
                    "Verder met wat je had",
                    .form(
                        to: Href("/aanvraag/\(id)/link"),
                        hidden: sheet.hidden,
                        HTML(
                            """
                            \(HTML.textField(asking.field, asking.typed, kind: .email, autocomplete: "email"))\
                            \(HTML.buttons([.button("Mail me een link", .secondary, icon: .mail)]))
                            """
                        )
                    ),
                    hint: "Gaf je eerder een e-mailadres om later verder te gaan? Vul het hier opnieuw in."
                ),
            .buttons([.linkButton("Begin een nieuwe aanvraag", to: "/aanvragen", icon: .arrowRight)]),
        ]
        return sheet.answer(asking == .asked ? .notFound : sheet.page.hasErrors ? .unprocessableContent : .ok)
    }

    private static let sentence =
        "Hoort dit adres bij de aanvraag, dan vind je binnen enkele minuten een link in je mail."
}
