import Dossiers
import Kernel
import Pages

/// One document of a dossier, shown in the page where a browser can, with the way to keep it.
struct DocumentPage {
    let view: DossierView
    let paper: TakenPaper

    var main: HTML {
        let rows = [
            SummaryRow("Soort", kind), SummaryRow("Grootte", FileSize(bytes: paper.bytes).written(in: .nl)),
            SummaryRow("Controlegetal (SHA-256)", HTML("<code>\(paper.sha256)</code>")),
        ]
        return [
            .pageHead(
                "Dossier \(view.open.number)",
                paper.name,
                facts: [paper.scanTag].compactMap(\.self),
                actions: [
                    .linkButton("Bewaren", to: WorkLink.download(paper.document, in: view.open.id), icon: .download),
                    .linkButton("Terug naar het dossier", to: WorkLink.dossier(view.open.id), .secondary),
                ]
            ),
            documentFrame(paper, in: view.open.id), .panel("Over dit document", .summaryList(rows)),
        ]
    }

    private var kind: String {
        let kind = view.flow.facts.papers.first { $0.document == paper.document }?.kind
        return kind.map(view.open.type.titleOfPaper) ?? paper.title
    }
}

/// A document inside a page: pictures and PDFs as they are, for others a sentence.
func documentFrame(_ paper: TakenPaper, in dossier: Identifier) -> HTML {
    let (content, page) = (
        WorkLink.content(paper.document, in: dossier), WorkLink.download(paper.document, in: dossier)
    )
    guard paper.state != "infected" else {
        return .notice(.bad, "In dit document werd een virus gevonden. Niemand kan het openen.")
    }
    let kind = paper.mediaType.split(separator: ";").first ?? ""
    switch kind {
    case "application/pdf":
        return HTML(
            """
            <div class="panel"><object type="application/pdf" data="\(content)" width="100%" height="760" \
            aria-label="\(paper.name)"><p>Je browser toont geen pdf in de pagina. \
            \(HTML.link("Open \(paper.name)", to: content))</p></object></div>
            """
        )
    case "image/png", "image/jpeg", "image/gif", "image/webp":
        return HTML("<p><img src=\"\(content)\" alt=\"\(paper.name)\"></p>")
    default:
        return .notice(
            .info,
            "Dit soort bestand kan een browser niet tonen.",
            HTML("<p>\(HTML.link("Bewaar \(paper.name)", to: page)) en open het met een ander programma.</p>")
        )
    }
}
