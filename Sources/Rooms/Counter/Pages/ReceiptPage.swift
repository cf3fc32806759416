import Database
import Dossiers
import Foyer
import HTTPTypes
import Kernel
import Ledger
import Pages
import Web

extension CounterDesk {
    /// What was received, when, what happens now, and the proof of it, which is there within a second.
    func receiptPage(_ view: DossierView, _ request: Request, _ caller: Caller, door: Door) async throws -> Answer {
        var isProven = false
        if let place = view.receipt { isProven = try await journal.proof(of: place) != nil }
        var sheet = try await frame.sheet("Ontvangstbewijs \(view.open.number)", door: door, request, caller)
        sheet.page.width = .narrow
        let isDesk = door == .desk
        sheet.page.main = [
            .receipt(
                isDesk ? "De aanvraag is goed ontvangen" : "We hebben je aanvraag goed ontvangen",
                label: isDesk ? "Dossiernummer" : "Je dossiernummer",
                number: view.open.number,
                HTML("<p>\(view.open.type.title.nl)</p>")
            ),
            .summaryList(facts(view, isDesk: isDesk)),
            .panel("Wat gebeurt er nu?", next(view, isDesk: isDesk)),
            .panel("Wat we ontvingen", papers(view)),
            isDesk ? .empty : .panel("Het bewijs", proof(view, isProven: isProven)),
            isDesk
                ? deskButtons
                : .buttons([
                    .linkButton("Naar je dossier", to: Href("/mijn/\("\(view.open.id)")"), icon: .arrowRight)
                ]),
            "<p data-print=\"Afdrukken\"></p>",
            AssetRoutes.tag,
        ]
        var answer = sheet.answer()
        if !isProven, !isDesk { try wait(&answer, request, view.open.id) }
        return answer
    }

    /// Asks the browser to look again in a second, without script; after ten times the visitor decides.
    private func wait(_ answer: inout Answer, _ request: Request, _ id: Identifier) throws {
        let times = Int(try request.query().single("keer") ?? "") ?? 0
        guard times < Self.looks, let refresh = HTTPField.Name("Refresh") else { return }
        answer.headers[refresh] = "1; url=/mijn/\(id)/ontvangst?keer=\(max(0, times) + 1)"
    }

    private static let looks = 10

    private func facts(_ view: DossierView, isDesk: Bool) -> [SummaryRow] {
        let dossier = view.open.dossier
        var rows = [
            SummaryRow("Aanvrager", dossier.naam),
            SummaryRow("Ontvangen", .time(dossier.ontvangen)),
        ]
        if isDesk { rows.append(SummaryRow("Ingevoerd", .time(dossier.ingevoerd))) }
        return rows
    }

    private func next(_ view: DossierView, isDesk: Bool) -> HTML {
        let act = view.flow.toAct
        var body: [HTML] = [HTML("<p>\(act.forApplicant)</p>")]
        if let day = view.flow.lastDay {
            body.append(HTML("<p>De uiterste dag voor de beslissing is \(HTML.time(day, .weekday)).</p>"))
        }
        let mail = view.open.dossier.mail
        let address = view.open.dossier.postadres
        if !mail.isEmpty {
            body.append(HTML("<p>Nieuws sturen we naar \(mail).</p>"))
        } else if !address.isEmpty {
            body.append(HTML("<p>Nieuws sturen we met de post naar \(address).</p>"))
        }
        if isDesk, mail.isEmpty {
            body.append("<p><strong>De bevestiging staat klaar als brief om te posten.</strong></p>")
        }
        return HTML("\(body)")
    }

    private func papers(_ view: DossierView) -> HTML {
        let files = view.flow.facts.papers.compactMap { view.papers[$0.document] }
        guard !files.isEmpty else { return "<p>De antwoorden op het formulier, zonder documenten.</p>" }
        let items = files.map { paper in
            SummaryRow(
                paper.name,
                HTML("\(paper.title), \(FileSize(bytes: paper.bytes).written())")
            )
        }
        return HTML("<p>De antwoorden op het formulier, en deze documenten:</p>\(HTML.summaryList(items))")
    }

    private func proof(_ view: DossierView, isProven: Bool) -> HTML {
        let path = "/mijn/\(view.open.id)"
        let button: HTML =
            isProven
            ? .buttons([
                .linkButton(
                    "Bewaar het bewijs",
                    to: Href(checking: path + "/bewijs") ?? "/mijn",
                    .secondary,
                    icon: .download
                )
            ])
            : HTML(
                """
                <p role="status">Even geduld: het bewijs is bijna klaar. \
                \(HTML.link("Kijk opnieuw", to: Href(checking: path + "/ontvangst") ?? "/mijn"))</p>
                """
            )
        return HTML(
            """
            <p>Dit bestand bewijst wat we ontvingen en wanneer. Bewaar het bij je documenten. Iedereen kan het \
            \(HTML.link("nakijken", to: "/bewijs")), ook zonder ons en ook over jaren.</p>\(button)
            """
        )
    }

    private var deskButtons: HTML {
        .buttons([.linkButton("Nog een aanvraag innemen", to: "/werk/innemen", .secondary)])
    }
}
