import Kernel
import Testing

/// How a rule between resources is written with declared fields; the register's own rules follow this pattern.
struct RuleTests {
    private func check(_ status: Record<Status>, of zaak: Record<Zaak>, _ type: Reference<Zaaktype>) throws(Invalid) {
        var check = Check()
        check.that(status.zaak == .own(zaak.uuid), "zaak", "does_not_exist")
        check.that(type == zaak.zaaktype, Fault.whole, "zaaktype-mismatch")
        check.that(status.datumStatusGezet <= instant("2026-12-01T00:00:00Z"), "datumStatusGezet", "date-in-future")
        try check.done()
    }

    @Test func `a rule across resources compares typed fields and reports all that is wrong`() throws {
        let zaak = try SampleTown.draft(SampleTown.smallest).record()
        var status = Draft<Status>()
        status.uuid = SampleTown.other
        status.zaak = .own(zaak.uuid)
        status.statustype = .own(SampleTown.other)
        status.datumStatusGezet = instant("2026-12-24T10:00:00Z")
        let record = try status.record()
        let invalid = #expect(throws: Invalid.self) { try check(record, of: zaak, .own(SampleTown.id)) }
        #expect(invalid?.faults.map(\.code) == ["zaaktype-mismatch", "date-in-future"])
    }
}
