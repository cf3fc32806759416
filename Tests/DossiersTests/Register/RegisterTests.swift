import Access
import Database
import House
import Kernel
import Ledger
import TestGround
import Testing
import Zaken

@testable import Dossiers

/// A dossier from request to end, over the real registers of zaken and the catalogue.
@Suite struct RegisterTests {
    typealias Kind = TestGround.Kind

    private static let lamp = Submission(values: ["paalnummer": ["12"], "wat": ["uit"], "meer": ["2"]])

    @Test func `all forty types are published with what stands for them in the catalogue`() async throws {
        try await withHouse(.sqlite, types: Library.names) { ground in
            #expect(try await ground.register.types().count == 40)
            #expect(try await ground.findings().isEmpty)
            for name in Library.names { try await ground.publish(Library.bytes(name)) }
            let counts = try await ground.hall.database.read { transaction in
                try ["dossiertype", "zaaktype", "catalogus"].map { table in
                    try transaction.first("SELECT count(*) FROM \(table)") { $0.integer(0) } ?? 0
                }
            }
            #expect(counts == [40, 40, 1])
        }
    }

    @Test(arguments: Kind.available) func `a report goes from the counter to its end, and the ledger agrees`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["straatverlichting"]) { ground in
            let clerk = try await ground.official("An Peeters", [.behandelaar], in: "openbare-ruimte")
            let grid = try await ground.official("Bram De Wit", [.adviseur], in: "netbeheerder")
            let (registered, applicant) = try await ground.takeIn("straatverlichting", Self.lamp)
            let id = registered.dossier
            #expect(registered.number == "2026-000001")

            try await ground.perform(.take, id, clerk)
            try await ground.perform(.finish(task: "doorgeven"), id, clerk)
            var view = try await ground.register.view(id, as: grid)
            #expect(view.flow.phase?.name == "herstel")
            #expect(view.allowed == [.advise])
            try await ground.perform(.advise(advice: "herstel", .favourable, text: "Lamp vervangen."), id, grid)
            let end = try await ground.perform(.decide(outcome: "hersteld"), id, clerk)
            #expect(end.letter == .decision)
            view = try await ground.register.view(id, as: applicant)
            #expect(view.flow.isClosed && view.flow.toAct.party == .nobody)
            #expect(view.messages.map(\.soort) == ["ontvangst", "beslissing"])
            #expect(view.open.zaak.einddatum == ground.register.today)
            #expect(view.open.zaak.resultaat != nil)
            let findings = try await ground.findings()
            #expect(findings.isEmpty, "\(findings)")
        }
    }

    @Test(arguments: Kind.available) func `whoever has nothing to do with a dossier cannot learn that it exists`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["straatverlichting", "steunaanvraag-ocmw"]) { ground in
            let (registered, applicant) = try await ground.takeIn("straatverlichting", Self.lamp)
            let stranger = Visitor.resident(Identity(subject: ground.hall.surroundings.identifier(), level: .high))
            let guest = Visitor.guest(
                Identity(subject: ground.hall.surroundings.identifier(), level: .mailedLink),
                of: ground.hall.surroundings.identifier()
            )
            for visitor in [stranger, guest, .anonymous] {
                await #expect(throws: Problem(.notFound)) {
                    _ = try await ground.register.view(registered.dossier, as: visitor)
                }
                await #expect(throws: Problem(.notFound)) {
                    try await ground.perform(.withdraw(reason: "Niet van mij"), registered.dossier, visitor)
                }
            }
            #expect(try await ground.register.own(stranger).isEmpty)
            #expect(try await ground.register.own(applicant).map(\.id) == [registered.dossier])
        }
    }

    @Test(arguments: Kind.available) func `work falls into heaps, and each official sees their own`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["straatverlichting"]) { ground in
            let clerk = try await ground.official("An Peeters", [.behandelaar], in: "openbare-ruimte")
            let other = try await ground.official("Els Claes", [.behandelaar], in: "burgerzaken")
            let grid = try await ground.official("Bram De Wit", [.adviseur], in: "netbeheerder")
            let first = try await ground.takeIn("straatverlichting", Self.lamp).registered.dossier
            let second = try await ground.takeIn("straatverlichting", Self.lamp).registered.dossier
            try await ground.perform(.take, first, clerk)
            try await ground.perform(.finish(task: "doorgeven"), first, clerk)

            func ids(_ heap: WorkQuery.Heap, _ visitor: Visitor) async throws -> [Identifier] {
                try await ground.register.work(WorkQuery(heap: heap), for: visitor).rows.map(\.open.id)
            }
            #expect(try await ids(.mine, clerk) == [first])
            #expect(try await ids(.fresh, clerk) == [second])
            #expect(try await ids(.fresh, other).isEmpty)
            #expect(try await ids(.tasks, grid) == [first])
            let all = try await ids(.open, other)
            #expect(Set(all) == [first, second])
            let page = try await ground.register.work(WorkQuery(heap: .open, text: "2026-000002"), for: clerk)
            #expect(page.rows.map(\.open.id) == [second] && page.count == 1)
            #expect(page.heaps == [.mine: 1, .tasks: 0, .fresh: 1, .open: 2, .closed: 0])
        }
    }

    @Test(arguments: Kind.available) func `a form sent twice is one dossier`(_ kind: Kind) async throws {
        try await withHouse(kind, types: ["straatverlichting"]) { ground in
            let published = try #require(try await ground.register.type("straatverlichting"))
            let subject = ground.hall.surroundings.identifier()
            let form = try await ground.hall.database.write {
                try ground.register.forms.begin(published.id, by: subject, in: $0)
            }
            let filled = FilledForm(published.type, Self.lamp, today: ground.register.today)
            let new = NewDossier(
                type: published,
                answers: filled.answers,
                fee: .zero,
                applicant: Applicant(name: "Lien Maes"),
                subject: subject,
                channel: .web,
                received: ground.hall.surroundings.now(),
                form: form.id
            )
            let visitor = Visitor.guest(Identity(subject: subject, level: .anonymous), of: form.id)
            let request = ground.hall.surroundings.identifier()
            let first = try await ground.register.takeIn(new, by: visitor, request: request)
            await #expect(throws: Problem.self) {
                try await ground.register.takeIn(new, by: visitor, request: request)
            }
            let kept = try await ground.hall.database.read { try ground.register.forms.form(form.id, in: $0) }
            #expect(kept?.dossier == first.dossier)
            #expect(kept?.content == FormContent())
        }
    }

    @Test(arguments: Kind.available) func `the receipt proves the number and the moment within the dossier's chain`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["straatverlichting"]) { ground in
            let (registered, _) = try await ground.takeIn("straatverlichting", Self.lamp)
            _ = try await ground.hall.journal.sequence()
            let receipt = try #require(try await ground.hall.journal.receipt(of: registered.receipt))
            let content = try #require(ReceiptContent(json: receipt.opening.clear))
            #expect(content.nummer == registered.number && content.tijd == DossierGround.start)
        }
    }

    @Test(arguments: Kind.available) func `a forgotten question is reminded of by the clock, once`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["klacht"]) { ground in
            let clerk = try await ground.official("An Peeters", [.behandelaar], in: "secretariaat")
            let complaint = Submission(values: [
                "onderwerp": ["traag"], "wanneer": ["2026-02-20"], "verhaal": ["De lift is al een maand stuk."],
                "naam": ["Lien Maes"], "contact": ["mail"], "email": ["lien@example.org"],
                "adres.straat": ["Kerkstraat"], "adres.nummer": ["1"], "adres.postcode": ["9000"],
                "adres.gemeente": ["Gent"],
            ])
            let (registered, applicant) = try await ground.takeIn("klacht", complaint)
            let id = registered.dossier
            try await ground.perform(.take, id, clerk)
            let ask = ground.hall.surroundings.identifier()
            try await ground.perform(.ask(id: ask, kinds: ["bewijs"], explanation: "Stuur een foto."), id, clerk)
            let early = try await ground.register.tick()
            #expect(early == 0)
            ground.clock.advance(milliseconds: 11 * 24 * 3_600_000)
            let (first, second) = (try await ground.register.tick(), try await ground.register.tick())
            #expect(first == 1 && second == 0)
            let view = try await ground.register.view(id, as: applicant)
            #expect(view.messages.map(\.soort) == ["ontvangst", "vraag", "herinnering"])
            let findings = try await ground.findings()
            #expect(findings.isEmpty)
        }
    }
}
