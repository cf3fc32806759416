import Kernel
import Ledger
import Pages

/// Asks for a receipt and, if one likes, the documents.
func receiptForm(_ brand: Brand, error: String? = nil) -> Page {
    var page = Page("Een bewijs nakijken", brand: brand)
    page.width = .narrow
    page.hasErrors = error != nil
    let proof = FormField(
        "bewijs",
        "Het bewijs",
        hint: "Het bestand dat eindigt op .\(Receipt.fileExtension); je kreeg het bij je ontvangstbewijs.",
        error: error
    )
    let documents = FormField(
        "documenten",
        "Je documenten",
        hint: "We vergelijken ze met wat er ontvangen is.",
        isOptional: true
    )
    page.main = [
        .errorSummary([proof]),
        "<h1>Een bewijs nakijken</h1>",
        """
        <p class="lead">Een bewijs toont dat je documenten ontvangen zijn, wanneer, en dat er sindsdien niets aan \
        veranderd is. We bewaren niets van wat je hier nakijkt.</p>
        """,
        .form(
            to: "/bewijs",
            takesFiles: true,
            [
                .fileField(
                    proof,
                    accept: ".\(Receipt.fileExtension)",
                    kinds: "Bewijs",
                    limit: FileSize(bytes: Int64(Receipt.sizeMax))
                ),
                .fileField(documents, accept: "*/*", kinds: "Elk soort bestand", limit: FileSize(bytes: 256 << 20)),
                .buttons([.button("Nakijken", icon: .check)]),
            ]
        ),
    ]
    return page
}

/// Says what a check came to; all that it tells comes from inside the proof.
func verdictPage(_ verdict: Verdict, _ upload: ReceiptUpload, _ brand: Brand) -> Page {
    var page = Page(verdict.isGood ? "Dit bewijs klopt" : "Dit bewijs klopt niet", brand: brand)
    page.width = .narrow
    page.main = [
        "<h1>Een bewijs nakijken</h1>",
        .notice(verdict.isGood ? .good : .bad, verdict.judgement[.nl], advice(verdict, upload)),
        content(verdict),
        .buttons([.linkButton("Nog een bewijs nakijken", to: "/bewijs", .secondary)]),
    ]
    return page
}

private func advice(_ verdict: Verdict, _ upload: ReceiptUpload) -> HTML {
    if verdict.isGood {
        return upload.documents.isEmpty
            ? "<p>Geef ook je documenten mee om na te kijken of ze zijn wat er ontvangen is.</p>"
            : "<p>De documenten die je gaf, zijn precies die in het bewijs.</p>"
    }
    return """
        <p>Kijk of je het juiste bestand koos, en of het document niet opnieuw bewaard is: één ander teken telt al. \
        Blijft het fout, neem dan contact op en hou het bewijs bij.</p>
        """
}

private func content(_ verdict: Verdict) -> HTML {
    guard let content = verdict.content else { return .empty }
    let facts = [
        SummaryRow("Nummer", HTML("\(content.nummer)")), SummaryRow("Ontvangen", .time(content.tijd)),
    ]
    let documents = content.documenten.map { document in
        SummaryRow(document.naam, HTML("<code>\(document.sha256.description)</code>"))
    }
    return .panel("Wat het bewijs zegt", .summaryList(facts + documents))
}
