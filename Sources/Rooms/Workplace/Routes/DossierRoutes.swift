import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// One dossier; who may not see it hears that it does not exist.
struct DossierRoutes {
    let desk: WorkDesk

    var routes: [Route] {
        [
            .get("/werk/dossiers/{id}", policy: .official) { [desk] request, caller in
                try await desk.dossier(request, caller)
            },
            .get("/werk/dossiers/{id}/afdruk", policy: .official) { [desk] request, caller in
                try await desk.paper(request, caller)
            },
        ]
    }
}

extension WorkDesk {
    func dossier(_ request: Request, _ caller: Caller) async throws -> Answer {
        let (view, page) = try await dossierPage(request, caller)
        var sheet = try await sheet(view, view.open.type.title.nl, request, caller)
        let done = try request.query().single("gedaan").flatMap { Verb.Kind(rawValue: $0) }
        if hasJustActed(view) { sheet.page.flash = done.map { .flash(.good, $0.done) } }
        (sheet.page.main, sheet.page.aside) = (page.main, page.aside)
        return sheet.answer()
    }

    func paper(_ request: Request, _ caller: Caller) async throws -> Answer {
        var (view, page) = try await dossierPage(request, caller)
        page.isPaper = true
        var sheet = try await sheet(view, "Afdruk", request, caller)
        sheet.page.breadcrumbs.append(NavigationItem(view.open.number, to: WorkLink.dossier(view.open.id)))
        sheet.page.main = page.paper
        return sheet.answer()
    }

    /// Whether the visitor did something here a moment ago, so that nobody is told so by a link alone.
    private func hasJustActed(_ view: DossierView) -> Bool {
        let last = view.flow.facts.all.last { $0.by == view.party.actor.name }
        return last.map { $0.at.milliseconds(to: surroundings.now()) < Self.flashMilliseconds } ?? false
    }

    private static let flashMilliseconds: Int64 = 120_000

    private func dossierPage(_ request: Request, _ caller: Caller) async throws -> (DossierView, DossierPage) {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        let register = register
        let departments = try await database.read { try register.departmentNames(in: $0) }
        return (view, DossierPage(view: view, today: register.today, departments: departments))
    }

    /// A page about a dossier, below the lists of work.
    func sheet(_ view: DossierView, _ title: String, _ request: Request, _ caller: Caller) async throws -> Sheet {
        var sheet = try await frame.sheet(
            "\(view.open.number) \(title)",
            door: .desk,
            hasForm: true,
            request,
            caller
        )
        sheet.page.breadcrumbs = [NavigationItem("Werk", to: "/werk")]
        return sheet
    }
}
