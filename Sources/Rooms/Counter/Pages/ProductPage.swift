import Access
import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// What one reads before beginning: what it is, for whom, what it costs, what one needs, who decides and how long.
func productPage(_ sheet: Sheet, _ type: DossierType, _ caller: Caller, _ drafts: [OpenForm]) -> Answer {
    var sheet = sheet
    let product = type.product
    var rows = [
        SummaryRow("Voor wie?", product.forWhom.nl), SummaryRow("Wat kost het?", product.cost.nl),
        SummaryRow("Wie beslist?", product.decidedBy.nl), SummaryRow("Hoelang duurt het?", product.duration.nl),
    ]
    if !product.needed.isEmpty {
        let items = product.needed.map { HTML("<li>\($0.nl)</li>") }
        rows.insert(SummaryRow("Wat heb je nodig?", HTML("<ul>\(items)</ul>")), at: 2)
    }
    if let more = product.more { rows.append(SummaryRow("Meer weten", more.nl)) }
    sheet.page.width = .narrow
    sheet.page.breadcrumbs = [NavigationItem("Aanvragen", to: "/aanvragen")]
    sheet.page.main = [
        .pageHead(product.theme.title, type.title.nl),
        HTML("<p class=\"lead\">\(product.what.nl)</p>"),
        HTML("\(drafts.prefix(5).map(draftNotice))"),
        .summaryList(rows),
        start(sheet, type, caller, hasDrafts: !drafts.isEmpty),
        legalBases(type),
    ]
    return sheet.answer()
}

private func start(_ sheet: Sheet, _ type: DossierType, _ caller: Caller, hasDrafts: Bool) -> HTML {
    if case .official = caller.visitor {
        return .buttons([
            .linkButton(
                "Neem dit in voor iemand",
                to: Href("/werk/innemen?type=\(type.identification)"),
                icon: .arrowRight
            )
        ])
    }
    let minutes = type.product.minutes
    return .form(
        to: Href("/aanvragen/\(type.identification)"),
        hidden: sheet.hidden,
        HTML(
            """
            <p class="hint">Dit duurt ongeveer \(minutes == 1 ? "1 minuut" : "\(String(minutes)) minuten"). Je kunt \
            tussendoor stoppen.</p>\
            \(HTML.buttons([
                .button(
                    hasDrafts ? "Begin een nieuwe aanvraag" : "Begin je aanvraag",
                    hasDrafts ? .secondary : .primary,
                    icon: .arrowRight
                )
            ]))
            """
        )
    )
}

/// A form that lies open: who begins anew in the same browser would lose the way to it.
private func draftNotice(_ draft: OpenForm) -> HTML {
    let until = BrusselsTime.day(of: draft.form.ends)
    return .notice(
        .info,
        "Je begon al aan: \(draft.type.type.title.nl)",
        HTML(
            """
            <p>Die aanvraag is nog niet ingediend. We houden ze bij tot en met \(HTML.time(until)).</p>\
            \(HTML.linkButton("Ga ermee verder", to: Href("/aanvraag/\("\(draft.id)")"), icon: .arrowRight))
            """
        )
    )
}

private func legalBases(_ type: DossierType) -> HTML {
    let items = type.legalBases.map { basis in
        HTML("<li>\([basis.citation, basis.article].compactMap(\.self).joined(separator: ", "))</li>")
    }
    return items.isEmpty ? .empty : .details("Op welke regels steunt dit?", HTML("<ul>\(items)</ul>"))
}
