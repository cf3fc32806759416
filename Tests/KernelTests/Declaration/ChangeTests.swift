import Kernel
import Testing

/// PATCH and PUT.
struct ChangeTests {
    private func old() throws -> Record<Zaak> {
        var zaak = try SampleTown.draft(SampleTown.fullest).record()
        zaak.einddatum = day("2026-12-24")
        return zaak
    }

    private func draft(_ json: String) throws -> Draft<Zaak> {
        try Draft<Zaak>.read(Array(json.utf8), SampleTown.addresses)
    }

    @Test func `in a change what is absent stays, null clears, a value replaces`() throws {
        let patch = #"{"einddatumGepland":null,"omschrijving":"Nieuw","kenmerken":[],"verlenging":null}"#
        let new = try draft(patch).record(changing: try old())
        #expect(new.einddatumGepland == nil)
        #expect(new.omschrijving == "Nieuw")
        #expect(new.kenmerken == [])
        #expect(new.verlenging == nil)
        #expect(new.toelichting == (try old().toelichting))
        #expect(new.opschorting == (try old().opschorting))
        #expect(new.uuid == SampleTown.id)
    }

    @Test func `a change that gives nothing changes nothing`() throws {
        #expect(try draft("{}").record(changing: try old()) == (try old()))
    }

    @Test func `written anew, what is absent is empty again, except what the server gives or fixed`() throws {
        var put = try draft(SampleTown.smallest)
        put.registratiedatum = day("2026-11-24")
        put.vertrouwelijkheidaanduiding = .intern
        let new = try put.record(replacing: try old())
        #expect(new.omschrijving == "")
        #expect(new.kenmerken == [])
        #expect(new.einddatumGepland == nil)
        #expect(new.identificatie == "2026-001234")
        #expect(new.einddatum == day("2026-12-24"))
        #expect(new.uuid == SampleTown.id)
    }

    @Test func `written anew, what is required must be there`() throws {
        let invalid = #expect(throws: Invalid.self) { try draft("{}").record(replacing: try old()) }
        #expect(invalid?.faults.contains(Fault("startdatum", "required")) == true)
    }

    @Test func `what is fixed may be said again, and not otherwise`() throws {
        _ = try draft(#"{"identificatie":"2026-001234"}"#).record(changing: try old())
        let invalid = #expect(throws: Invalid.self) {
            try draft(#"{"identificatie":"2026-9"}"#).record(changing: try old())
        }
        #expect(invalid?.faults == [Fault("identificatie", "wijzigen-niet-toegelaten")])
    }

    @Test func `a server's own field is not taken from a client`() throws {
        let new = try draft(#"{"einddatum":"2030-01-01","uuid":"x","rollen":[]}"#).record(changing: try old())
        #expect(new.einddatum == day("2026-12-24"))
    }
}

/// What two resources have in common, as a register's rule for both would name it.
private protocol Dated: Fields {
    var dag: Field<Day> { get }
}

private struct Feest: Dated {
    let naam = Field<String>(1)
    let dag = Field<Day>(2, .required)
    static let declaration = Declaration(Feest())
}

struct SharedFieldTests {
    private func moved<F: Dated>(_ draft: Draft<F>, to day: Day?) -> Draft<F> {
        var draft = draft
        draft.dag = day
        return draft
    }

    @Test func `a rule for several resources reaches a field through what they share`() throws {
        let draft = moved(Draft<Feest>(), to: Day("2026-07-11"))
        #expect(draft.dag == Day("2026-07-11"))
        #expect(try draft.record().dag == Day("2026-07-11"))
    }
}
