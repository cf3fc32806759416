import Access
import Crypto
import Database
import House
import Kernel
import Ledger
import TestGround
import Testing
import Vault
import Zaken

@testable import Dossiers

/// The permit of the main journey: papers, a question, two advices, a decision that another approves.
@Suite struct DecisionTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `a permit runs from its papers to the decision, each by whom it is for`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["inname-openbaar-domein"]) { ground in
            let cast = try await Cast(ground)
            let (id, applicant) = try await cast.takeIn()
            var view = try await ground.register.view(id, as: applicant)
            #expect(view.papers.count == 2 && view.papers.values.allSatisfy { $0.sha256.count == 64 })

            try await ground.perform(.take, id, cast.clerk)
            let ask = ground.hall.surroundings.identifier()
            let asked = try await ground.perform(
                .ask(id: ask, kinds: ["foto"], explanation: "We zien de plaats niet."),
                id,
                cast.clerk
            )
            #expect(asked.letter == .question)
            var answer = VerbDetails()
            answer.file = try await cast.file("foto.pdf", in: id)
            try await ground.perform(.receive(document: id, kind: "foto"), id, applicant, answer)
            try await ground.perform(.finish(task: "nazicht"), id, cast.clerk)
            try await ground.perform(.advise(advice: "politie", .favourable, text: "Zet borden."), id, cast.police)
            try await ground.perform(.advise(advice: "mobiliteit", .favourable, text: "Goed."), id, cast.traffic)

            let draft = try await cast.draft(id)
            await #expect(throws: FlowRefusal.self) {
                try await ground.perform(.decide(outcome: draft.outcome), id, cast.council)
            }
            view = try await ground.register.view(id, as: cast.chief)
            let written = try #require(view.flow.facts.draft?.draft)
            #expect(written.digest == view.papers[try #require(written.document)]?.sha256)
            await #expect(throws: FlowRefusal.self) {
                try await ground.perform(.approve(draft: written.id, digest: "00"), id, cast.chief)
            }
            try await ground.perform(.approve(draft: written.id, digest: written.digest), id, cast.chief)
            try await ground.perform(.decide(outcome: draft.outcome), id, cast.council)
            let told = try await ground.perform(.notify, id, cast.clerk)
            #expect(told.letter == .decision)

            view = try await ground.register.view(id, as: applicant)
            #expect(view.flow.isClosed, "\(view.flow.toAct.forOfficial)")
            #expect(view.messages.map(\.soort) == ["ontvangst", "vraag", "beslissing"])
            #expect(view.open.zaak.resultaat != nil && view.open.zaak.einddatum != nil)
            let findings = try await ground.findings()
            #expect(findings.isEmpty, "\(findings)")
        }
    }

    @Test(arguments: Kind.available) func `whoever wrote a draft cannot approve it, whatever roles they have`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["inname-openbaar-domein"]) { ground in
            let cast = try await Cast(ground)
            let both = try await ground.official(
                "Dirk Alles",
                [.behandelaar, .goedkeurder],
                in: "openbare-ruimte"
            )
            let (id, _) = try await cast.takeIn()
            try await ground.perform(.take, id, both)
            try await ground.perform(.finish(task: "nazicht"), id, both)
            try await ground.perform(.advise(advice: "politie", .favourable, text: "Goed."), id, cast.police)
            try await ground.perform(.advise(advice: "mobiliteit", .favourable, text: "Goed."), id, cast.traffic)
            let draft = try await cast.draft(id, by: both)
            let refusal = await #expect(throws: FlowRefusal.self) {
                try await ground.perform(.approve(draft: draft.id, digest: draft.digest), id, both)
            }
            #expect(refusal?.code == .gate)
        }
    }

    @Test(arguments: Kind.available) func `two officials who save the same dossier are told, and nothing is lost`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["inname-openbaar-domein"]) { ground in
            let cast = try await Cast(ground)
            let (id, _) = try await cast.takeIn()
            var first = VerbDetails()
            first.seen = try await ground.register.view(id, as: cast.clerk).flow.facts.all.count
            try await ground.perform(.take, id, cast.clerk, first)
            let error = await #expect(throws: Problem.self) {
                try await ground.perform(.withdrawPaper(document: id, reason: "Fout"), id, cast.clerk, first)
            }
            #expect(error?.code == "changed")
        }
    }

    @Test(arguments: Kind.available) func `an ill colleague's dossier is taken over, with its rights`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["inname-openbaar-domein"]) { ground in
            let cast = try await Cast(ground)
            let other = try await ground.official("Fien Bos", [.behandelaar], in: "openbare-ruimte")
            let (id, _) = try await cast.takeIn()
            try await ground.perform(.take, id, cast.clerk)
            let effect = try await ground.perform(.takeOver(reason: "An is ziek"), id, other)
            #expect(effect.onTerm != nil && effect.forApplicant != nil)
            let relations = try await ground.hall.database.read { try GrantStore.relations(of: id, in: $0) }
            let handlers = relations.filter { $0.role == .behandelaar }.map(\.subject)
            #expect(handlers == [other.identity?.subject])
        }
    }
}

/// Who takes part in the permit.
struct Cast {
    let ground: DossierGround
    let clerk: Visitor
    let police: Visitor
    let traffic: Visitor
    let chief: Visitor
    let council: Visitor

    init(_ ground: DossierGround) async throws {
        self.ground = ground
        clerk = try await ground.official("An Peeters", [.behandelaar], in: "openbare-ruimte")
        police = try await ground.official("Pol De Smet", [.adviseur], in: "politie")
        traffic = try await ground.official("Moos Visser", [.adviseur], in: "mobiliteit")
        chief = try await ground.official("Greet Hof", [.goedkeurder], in: "openbare-ruimte")
        council = try await ground.official("Karel Raad", [.goedkeurder], in: "secretariaat")
    }

    /// A small PDF in the vault, opened by the key of a chain.
    func file(_ name: String, in chain: Identifier) async throws -> (claim: FileClaim, chain: Identifier) {
        let bytes = Array("%PDF-1.4\n% \(name) \(chain)\n%%EOF\n".utf8)
        let parts = AsyncStream<[UInt8]> { continuation in
            continuation.yield(bytes)
            continuation.finish()
        }
        let contents = ground.hall.contents
        let received = try await contents.receive(parts, name: name, allowed: [.pdf], declared: Int64(bytes.count))
        try await ground.hall.database.write { try contents.put(received, in: chain, $0) }
        let claim = FileClaim(
            document: received.id,
            name: name,
            mediaType: "application/pdf",
            bytes: bytes.count
        )
        return (claim, chain)
    }

    func takeIn() async throws -> (Identifier, Visitor) {
        let submission = Submission(values: [
            "hoedanigheid": ["inwoner"], "vergunning": ["nee"], "naam": ["Lien Maes"], "email": ["lien@example.org"],
            "telefoon": ["0470 12 34 56"], "soortInname": ["kraan"], "omschrijving": ["Een kraan voor het dak."],
            "aanduiding": ["adres"], "adres.straat": ["Kerkstraat"], "adres.nummer": ["1"],
            "adres.postcode": ["9000"], "adres.gemeente": ["Gent"], "oppervlakte": ["40"], "zone": ["centrum"],
            "deel": ["rijweg", "parkeerstrook"], "parkeerplaatsen": ["2"], "doorgang": ["ja"],
            "periode.van": ["2026-06-01"], "periode.tot": ["2026-06-05"], "verklaring": ["ja"],
            "rijksregister": ["85073003328"],
        ])
        let (registered, applicant) = try await ground.takeIn(
            "inname-openbaar-domein",
            submission,
            files: ["plan", "verzekering"],
            self
        )
        return (registered.dossier, applicant)
    }

    func draft(_ id: Identifier, by visitor: Visitor? = nil) async throws -> FormDraft {
        var details = VerbDetails()
        (details.motivation, details.conditions) = ("De doorgang blijft vrij.", "Zet borden.")
        details.file = try await file("beslissing.pdf", in: id)
        let type = try await ground.register.view(id, as: clerk).open.type
        let outcome = type.outcomes.first { $0.meaning == .granted }?.name ?? ""
        let text = type.decisions.first { $0.outcomes.contains(outcome) }?.name
        let draft = FormDraft(id: ground.hall.surroundings.identifier(), outcome: outcome, text: text)
        try await ground.perform(.draft(draft), id, visitor ?? clerk, details)
        return try await ground.register.view(id, as: clerk).flow.facts.draft?.draft ?? draft
    }
}
