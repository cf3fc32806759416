import Access
import Documenten
import Dossiers
import Foyer
import Kernel
import Pages
import Vault
import Web

/// Documents of a dossier: a page for each, and its bytes.
struct DocumentRoutes {
    let desk: WorkDesk

    var routes: [Route] {
        [
            .get("/werk/dossiers/{id}/documenten/{document}", policy: .official) { [desk] request, caller in
                let (view, paper) = try await desk.paperOfDossier(request, caller)
                var sheet = try await desk.sheet(view, paper.name, request, caller)
                sheet.page.breadcrumbs.append(NavigationItem(view.open.number, to: WorkLink.dossier(view.open.id)))
                sheet.page.main = DocumentPage(view: view, paper: paper).main
                return sheet.answer().showingFiles()
            },
            .get("/werk/dossiers/{id}/documenten/{document}/inhoud", policy: .official) { [desk] request, caller in
                let (_, paper) = try await desk.paperOfDossier(request, caller)
                let isKept = try request.query().single("bewaar") == "ja"
                return try await desk.open(paper.document, caller.visitor, isKept: isKept)
            },
        ]
    }
}

extension WorkDesk {
    /// The dossier is asked first, so that a document of another one does not open here.
    fileprivate func paperOfDossier(_ request: Request, _ caller: Caller) async throws -> (DossierView, TakenPaper) {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        guard let paper = view.papers[try request.identifier("document")] else { throw Problem(.notFound) }
        return (view, paper)
    }

    fileprivate func open(_ document: Identifier, _ visitor: Visitor, isKept: Bool) async throws -> Answer {
        let open = try await documents.open(document, for: visitor)
        var answer = Answer(.ok, headers: [.contentType: open.mediaType, .cacheControl: "no-store"])
        if !isKept, Self.shown.contains(open.mediaType) {
            answer.headers[.contentDisposition] = FileName(open.name).inline
            answer = answer.shownInside()
        } else {
            answer.headers[.contentDisposition] = FileName(open.name).attachment
            answer.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        }
        guard let content = open.content else { return answer }
        answer.body = .stream(length: Int(content.content.size)) { writer in
            for try await chunk in content.bytes { try await writer.write(chunk) }
        }
        return answer
    }

    /// Kinds that browsers show and that hold no page of ours.
    private static let shown: Set = ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"]
}
