import Access
import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// The products of the town, and where a form begins.
struct ProductRoutes {
    let desk: CounterDesk

    var routes: [Route] {
        [
            .get("/aanvragen", policy: .everyone) { [desk] request, caller in
                let types = try await desk.register.types().map(\.type).filter(\.isForCounter)
                let search = try CatalogueSearch(try request.query())
                return cataloguePage(try await desk.frame.sheet("Aanvragen", request, caller), types, search)
            },
            .get("/aanvragen/{type}", policy: .everyone) { [desk] request, caller in
                let type = try await desk.product(request)
                let sheet = try await desk.frame.sheet(type.type.title.nl, hasForm: true, request, caller)
                return productPage(sheet, type.type, caller, try await desk.drafts(of: type, caller))
            },
            .post("/aanvragen/{type}", policy: .everyone) { [desk] request, caller in
                _ = try await desk.frame.form(request, caller)
                return try await desk.begin(try await desk.product(request), request, caller)
            },
        ]
    }
}

extension DossierType {
    /// Whether residents can ask it over the web.
    var isForCounter: Bool { origin == .outside && channels.contains(.web) }
}

extension CounterDesk {
    func product(_ request: Request) async throws -> PublishedType {
        guard let type = try await register.type(try request.parameter("type")), type.type.isForCounter else {
            throw Problem(.notFound)
        }
        return type
    }

    /// Forms for the product that the visitor began and did not send, and the one that this browser holds.
    func drafts(of type: PublishedType, _ caller: Caller) async throws -> [OpenForm] {
        let register = register
        let (subject, object): (Identifier?, Identifier?) =
            switch caller.visitor {
            case .resident(let identity): (identity.subject, nil)
            case .guest(_, let object): (nil, object)
            default: (nil, nil)
            }
        return try await database.read { transaction in
            let own = try subject.map { try register.forms.forms(of: $0, in: transaction) } ?? []
            let held = try object.flatMap { try register.forms.form($0, in: transaction) }.map { [$0] } ?? []
            return try (own + held).filter { $0.dossier == nil && $0.content.intake == nil }.map { form in
                OpenForm(form: form, type: try register.shelf.type(form.type, in: transaction), prefix: "/aanvraag")
            }.filter { object != nil || $0.type.type.identification == type.type.identification }
        }
    }

    /// Begins a form: of a resident who is signed in, or of a guest who is known by this browser only.
    func begin(_ type: PublishedType, _ request: Request, _ caller: Caller) async throws -> Answer {
        let (register, visitor) = (register, caller.visitor)
        // An official would lose their session; what they begin is always for somebody else.
        if case .official = visitor { return .see("/werk/innemen?type=\(type.type.identification)") }
        let resident: Identity? = if case .resident(let identity) = visitor { identity } else { nil }
        let subject = resident?.subject ?? surroundings.identifier()
        var content = FormContent()
        content.applicant.name = resident?.name ?? ""
        content.submission.fill(content.applicant, type.type)
        let fresh = content
        let form = try await database.write { transaction in
            let form = try register.forms.begin(type.id, by: subject, fresh, in: transaction)
            if resident != nil {
                try GrantStore.add(Relation(object: form.id, subject: subject, role: .initiator), in: transaction)
            }
            return form
        }
        let answer = Answer.see("/aanvraag/\(form.id)")
        return resident == nil ? try await enter(form.id, as: subject, request, answer) : answer
    }
}
