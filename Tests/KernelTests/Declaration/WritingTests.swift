import Kernel
import Testing

struct WritingTests {
    private func status() throws -> Record<Status> {
        var draft = Draft<Status>()
        draft.uuid = SampleTown.id
        draft.zaak = .own(SampleTown.other)
        draft.statustype = .foreign("https://elders.example/statustypen/1")
        draft.datumStatusGezet = instant("2026-11-24T20:37:59+01:00")
        return try draft.record()
    }

    @Test func `a record is written in the order of its declaration, references with their host`() throws {
        let bytes = try JSONWriter.bytes { writer throws(any Error) in
            try status().write(to: &writer, SampleTown.addresses)
        }
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"{"url":"https://belfort.example/zaken/api/v1/statussen/"#
                + #"6ba7b810-9dad-41d1-80b4-00c04fd430c8","uuid":"6ba7b810-9dad-41d1-80b4-00c04fd430c8","#
                + #""zaak":"https://belfort.example/zaken/api/v1/zaken/0f8fad5b-d9cb-469f-a165-70867728950e","#
                + #""statustype":"https://elders.example/statustypen/1","datumStatusGezet":"2026-11-24T19:37:59Z","#
                + #""statustoelichting":"","indicatieLaatstGezetteStatus":false,"gezetdoor":"","#
                + #""zaakinformatieobjecten":[]}"#
        )
    }

    @Test func `a group that is not there is shown with its members, empty`() throws {
        let zaak = try SampleTown.json(try SampleTown.draft(SampleTown.smallest).record())
        #expect(zaak["verlenging"] == (try JSONValue(Array(#"{"reden":"","duur":null}"#.utf8))))
        #expect(zaak["opschorting"] == (try JSONValue(Array(#"{"indicatie":false,"reden":""}"#.utf8))))
        #expect(zaak["processobject"]?["registratie"]?.text == "")
        #expect(zaak["zaakgeometrie"] == .null)
        #expect(zaak["betalingsindicatie"]?.text == "")
        #expect(zaak["betalingsindicatieWeergave"]?.text == "")
        #expect(zaak["selectielijstklasse"]?.text == "")
        #expect(zaak["archiefnominatie"] == .null)
        #expect(zaak["status"] == .null)
        #expect(zaak["rollen"] == .array([]))
    }

    @Test func `what a client gave comes back as it was given, in its canonical form`() throws {
        let sent = try JSONValue(Array(SampleTown.fullest.utf8))
        let answer = try SampleTown.json(try SampleTown.draft(SampleTown.fullest).record())
        let canonical = ["hoofdzaak", "laatsteBetaaldatum", "relevanteAndereZaken"]
        for member in sent.members ?? [] where !canonical.contains(member.name) {
            #expect(answer[member.name] == member.value, "\(member.name)")
        }
        #expect(answer["hoofdzaak"]?.text == "https://belfort.example/zaken/api/v1/zaken/\(SampleTown.id)")
        #expect(answer["laatsteBetaaldatum"]?.text == "2026-11-24T19:37:59.123Z")
        #expect(answer["relevanteAndereZaken"]?[1]?["aardRelatie"]?.text == "bijdrage")
        #expect(answer["betalingsindicatieWeergave"]?.text == "De kosten zijn voor een deel betaald.")
        #expect(answer.members?.count == 41)
    }

    @Test func `a row is written as the record it holds, and read back as it`() throws {
        for json in [SampleTown.smallest, SampleTown.fullest] {
            var zaak = try SampleTown.draft(json).record()
            zaak.rollen = [.own(SampleTown.id), .foreign("https://elders.example/rollen/1")]
            zaak.status = .own(SampleTown.other)
            zaak.eigenschappen = [try #require(Link("/zaken/api/v1/zaken/x/zaakeigenschappen/y"))]
            let row = SampleRow(values: [.integer(7), .null] + zaak.values)
            let written = try JSONWriter.bytes { writer throws(JSONError) in
                try Zaak.declaration.write(row, from: 2, to: &writer, SampleTown.addresses)
            }
            #expect(try JSONValue(written) == (try SampleTown.json(zaak)))
            #expect(try Record<Zaak>(row, from: 2) == zaak)
            #expect(
                try JSONValue(written)["rollen"]?[0]?.text
                    == "https://belfort.example/zaken/api/v1/rollen/\(SampleTown.id)"
            )
        }
    }

    @Test func `a row with what no write of ours put there is damage, not a crash`() throws {
        let zaak = try SampleTown.draft(SampleTown.fullest).record()
        for (slot, value) in zaak.values.enumerated() where value != .null {
            var values = zaak.values
            values[slot] = value == .integer(0) ? .text("x") : .null
            guard Zaak.declaration.columns.indices.contains(slot), !Zaak.declaration.columns[slot].isNullable else {
                continue
            }
            #expect(throws: Damage.self) { try Record<Zaak>(SampleRow(values: values)) }
        }
        let columns = Zaak.declaration.columns.map(\.name)
        var values = zaak.values
        values[try #require(columns.firstIndex(of: "startdatum"))] = .text("2026-02-30")
        let damage = #expect(throws: Damage.self) { try Record<Zaak>(SampleRow(values: values)) }
        #expect(damage?.field == "Zaak.startdatum")
        values[try #require(columns.firstIndex(of: "kenmerken"))] = .text("[{")
        #expect(throws: JSONError.self) {
            try JSONWriter.bytes { writer throws(JSONError) in
                try Zaak.declaration.write(SampleRow(values: values), to: &writer, SampleTown.addresses)
            }
        }
    }

    @Test(arguments: [
        ("verlenging", #"{"reden":"x"}"#), ("verlenging", #"{"reden":"x","duur":"lang"}"#), ("verlenging", "[]"),
        ("kenmerken", #"[{"kenmerk":"a"}]"#), ("kenmerken", "{}"), ("kenmerken", "[null]"),
        ("relevante_andere_zaken", #"[{"url":"x","aardRelatie":"vervolg"}]"#), ("producten_of_diensten", #"["x"]"#),
        ("vertrouwelijkheidaanduiding", "heel"), ("zaaktype", "12"),
    ])
    func `a damaged part is damage of the record`(column: String, text: String) throws {
        var values = try SampleTown.draft(SampleTown.fullest).record().values
        values[try #require(Zaak.declaration.columns.firstIndex { $0.name == column })] = .text(text)
        #expect(throws: Damage.self) { try Record<Zaak>(SampleRow(values: values)) }
    }

    @Test func `texts in several languages go in and out`() throws {
        let json = #"{"titel":{"nl":"Park","fr":"Parc"},"uitleg":{"nl":"Groen"}}"#
        let plan = try Draft<Plan>.read(Array(json.utf8), SampleTown.addresses).record()
        #expect(plan.titel == Text(nl: "Park", fr: "Parc"))
        #expect(try SampleTown.json(plan)["titel"]?["fr"]?.text == "Parc")
        let long = try Draft<Plan>.read(Array(#"{"titel":{"nl":"Parkje","en":"Parks"}}"#.utf8), SampleTown.addresses)
        let invalid = #expect(throws: Invalid.self) { try long.record() }
        #expect(invalid?.faults.map { "\($0.name) \($0.code)" } == ["titel.nl max_length"])
    }
}

/// A small thing with texts in languages.
struct Plan: Fields {
    let titel = Field<Text>(1, .required, .max(5))
    let uitleg = Field<Text?>(2)
    static let declaration = Declaration(Plan())
}
