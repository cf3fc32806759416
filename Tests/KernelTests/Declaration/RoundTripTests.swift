import Kernel
import Testing

struct RoundTripTests {
    @Test func `what we answer, sent back to us, is the same resource`() throws {
        for body in [SampleTown.smallest, SampleTown.fullest] {
            let zaak = try SampleTown.draft(body).record()
            var again = try Draft<Zaak>.read(try SampleTown.json(zaak).bytes, SampleTown.addresses)
            again.uuid = zaak.uuid
            #expect(try again.record() == zaak)
            #expect(try again.record().stateBytes() == zaak.stateBytes())
        }
    }

    @Test func `whatever comes in is refused with faults, or becomes a resource that goes in and out`() throws {
        var generator = SeededGenerator(seed: seed)
        let bodies = [SampleTown.smallest, SampleTown.fullest].map { Array($0.utf8) }
        var outcomes = (unreadable: 0, invalid: 0, taken: 0)
        for round in 0..<4_000 {
            let body = bodies[round % 2].damaged(using: &generator)
            guard var draft = try? Draft<Zaak>.read(body, SampleTown.addresses) else {
                outcomes.unreadable += 1
                continue
            }
            draft.uuid = SampleTown.id
            draft.registratiedatum = day("2026-11-24")
            draft.vertrouwelijkheidaanduiding = .intern
            guard let zaak = try? draft.record() else {
                outcomes.invalid += 1
                continue
            }
            outcomes.taken += 1
            try promise(zaak, "seed \(seed), round \(round)")
        }
        #expect(min(outcomes.unreadable, outcomes.invalid, outcomes.taken) > 100, "\(outcomes)")
    }

    private func promise(_ zaak: Record<Zaak>, _ comment: Comment) throws {
        try zaak.check()
        #expect(try Record<Zaak>(SampleRow(values: zaak.values)) == zaak, comment)
        var again = try Draft<Zaak>.read(try SampleTown.json(zaak).bytes, SampleTown.addresses)
        again.uuid = zaak.uuid
        #expect(try again.record() == zaak, comment)
    }
}
