import Kernel
import Testing

struct DraftTests {
    struct Case: CustomTestStringConvertible {
        let member: String
        let name: String
        let code: String

        init(_ member: String, _ name: String, _ code: String) {
            (self.member, self.name, self.code) = (member, name, code)
        }

        var testDescription: String { "\(member) is \(code) at \(name)" }
    }

    /// The smallest zaak with one member more, or another in its place.
    private func faults(_ member: String) throws -> [Fault] {
        let name = member.prefix { $0 != ":" }
        var members = try #require(try JSONValue(Array(SampleTown.smallest.utf8)).members)
        members.removeAll { "\"\($0.name)\"" == name }
        let rest = String(decoding: JSONValue.object(members).bytes.dropFirst(), as: UTF8.self)
        do {
            _ = try SampleTown.draft("{\(member),\(rest)").record()
            return []
        } catch let invalid as Invalid {
            return invalid.faults
        }
    }

    @Test(arguments: [
        Case(#""startdatum":null"#, "startdatum", "null"),
        Case(#""startdatum":"2026-02-30""#, "startdatum", "invalid"),
        Case(#""startdatum":"2026-11-24T10:00:00Z""#, "startdatum", "datetime"),
        Case(#""startdatum":20261124"#, "startdatum", "invalid"),
        Case(#""startdatum":"""#, "startdatum", "invalid"),
        Case(#""laatsteBetaaldatum":"2026-11-24""#, "laatsteBetaaldatum", "date"),
        Case(#""laatsteBetaaldatum":"gisteren""#, "laatsteBetaaldatum", "invalid"),
        Case(#""bronorganisatie":"""#, "bronorganisatie", "blank"),
        Case(#""bronorganisatie":null"#, "bronorganisatie", "null"),
        Case(#""bronorganisatie":"1234567890""#, "bronorganisatie", "max_length"),
        Case(#""omschrijving":["a"]"#, "omschrijving", "invalid"),
        Case(#""omschrijving":"a\u0000b""#, "omschrijving", "null_characters_not_allowed"),
        Case(#""zaaktype":"abc""#, "zaaktype", "bad-url"),
        Case(#""zaaktype":"ftp://a/b""#, "zaaktype", "bad-url"),
        Case(#""zaaktype":"""#, "zaaktype", "blank"),
        Case(
            #""zaaktype":"https://belfort.example/catalogi/api/v1/besluittypen/\#(SampleTown.id)""#,
            "zaaktype",
            "invalid-resource"
        ),
        Case(#""zaaktype":"https://belfort.example/catalogi/api/v1/zaaktypen/12""#, "zaaktype", "invalid-resource"),
        Case(#""hoofdzaak":"https://elders.example/zaken/1""#, "hoofdzaak", "no_match"),
        Case(#""communicatiekanaal":"loket""#, "communicatiekanaal", "invalid"),
        Case(#""vertrouwelijkheidaanduiding":"heel_geheim""#, "vertrouwelijkheidaanduiding", "invalid_choice"),
        Case(#""betalingsindicatie":1"#, "betalingsindicatie", "invalid"),
        Case(#""verlenging":"kort""#, "verlenging", "invalid"),
        Case(#""verlenging":{"duur":"P1D"}"#, "verlenging.reden", "required"),
        Case(#""verlenging":{"reden":"","duur":"P1D"}"#, "verlenging.reden", "blank"),
        Case(#""verlenging":{"reden":"a","duur":"30 dagen"}"#, "verlenging.duur", "invalid"),
        Case(#""opschorting":{"reden":"a","indicatie":"true"}"#, "opschorting.indicatie", "invalid"),
        Case(#""kenmerken":{}"#, "kenmerken", "not_a_list"),
        Case(#""kenmerken":null"#, "kenmerken", "null"),
        Case(#""kenmerken":[1]"#, "kenmerken.0", "invalid"),
        Case(#""kenmerken":[null]"#, "kenmerken.0", "null"),
        Case(#""kenmerken":[{"kenmerk":"a","bron":"b"},{"kenmerk":"a"}]"#, "kenmerken.1.bron", "required"),
        Case(#""relevanteAndereZaken":[{"url":"x","aardRelatie":"vervolg"}]"#, "relevanteAndereZaken.0.url", "bad-url"),
        Case(#""productenOfDiensten":["https://a.example","b"]"#, "productenOfDiensten.1", "invalid"),
        Case(#""zaakgeometrie":"POINT(1 2)""#, "zaakgeometrie", "invalid"),
    ])
    func `a faulty member is named on its path with its code`(sample: Case) throws {
        let faults = try faults(sample.member)
        #expect(faults.map(\.name) == [sample.name])
        #expect(faults.map(\.code) == [sample.code])
        #expect(faults.allSatisfy { $0.reason.hasSuffix(".") })
    }

    @Test(arguments: [
        #""omschrijving":"""#, #""omschrijving":null"#, #""einddatumGepland":null"#, #""hoofdzaak":null"#,
        #""betalingsindicatie":"""#, #""betalingsindicatie":null"#, #""communicatiekanaal":"""#,
        #""archiefnominatie":null"#, #""archiefnominatie":"""#, #""vertrouwelijkheidaanduiding":"""#,
        #""vertrouwelijkheidaanduiding":"GEHEIM""#, #""verlenging":null"#, #""kenmerken":[]"#,
        #""verlenging":{"duur":null, "reden":""}"#,
        #""onbekend":{"a":[1]}"#, #""einddatum":"geen datum""#, #""status":12"#, #""url":[]"#, #""uuid":"x""#,
        #""zaaktype":"http://OUD.example/zgw/catalogi/api/v1/zaaktypen/\#(SampleTown.id)/""#,
        #""zaaktype":"https://elders.example/zaaktypen/1""#,
        #""omschrijving":"\#(String(repeating: "é", count: 80))""#,
    ])
    func `a member that may be so is taken`(member: String) throws {
        #expect(try faults(member) == [])
    }

    @Test func `all faults come at once, those of absent members too`() throws {
        let draft = try Draft<Zaak>.read(Array(#"{"startdatum":"x","kenmerken":[{},2]}"#.utf8), SampleTown.addresses)
        let invalid = #expect(throws: Invalid.self) { try draft.record() }
        #expect(
            invalid?.faults.map { "\($0.name) \($0.code)" } == [
                "startdatum invalid", "kenmerken.0.kenmerk required", "kenmerken.0.bron required",
                "kenmerken.1 invalid",
                "uuid required", "bronorganisatie required", "zaaktype required", "registratiedatum required",
                "verantwoordelijkeOrganisatie required", "vertrouwelijkheidaanduiding required",
            ]
        )
    }

    @Test(arguments: ["[]", "1", "null", "\"a\""])
    func `a body that is no object has one fault`(body: String) throws {
        let draft = try Draft<Zaak>.read(Array(body.utf8), SampleTown.addresses)
        let invalid = #expect(throws: Invalid.self) { try draft.record() }
        #expect(invalid?.faults.map(\.name) == [Fault.whole])
    }

    @Test func `a member given twice is no JSON, also within a member that is not read`() {
        for body in [#"{"omschrijving":"a","omschrijving":"b"}"#, #"{"onbekend":{"a":1,"a":2}}"#] {
            let error = #expect(throws: JSONError.self) {
                try Draft<Zaak>.read(Array(body.utf8), SampleTown.addresses)
            }
            #expect(error?.code == .duplicateMember)
        }
    }

    @Test func `what was given is read with its type`() throws {
        let zaak = try SampleTown.draft(SampleTown.fullest).record()
        #expect(zaak.identificatie == "2026-001234")
        #expect(zaak.zaaktype == .own(SampleTown.other))
        #expect(zaak.hoofdzaak == .own(SampleTown.id))
        #expect(zaak.startdatum == day("2026-11-24"))
        #expect(zaak.einddatum == nil)
        #expect(zaak.betalingsindicatie == .gedeeltelijk)
        #expect(zaak.laatsteBetaaldatum == instant("2026-11-24T19:37:59.123Z"))
        #expect(zaak.verlenging?.duur == period("P30D"))
        #expect(zaak.opschorting?.indicatie == true)
        #expect(zaak.kenmerken.map(\.bron) == ["Omgevingsloket"])
        #expect(
            zaak.relevanteAndereZaken.map(\.url) == [
                .own(SampleTown.other), .foreign("https://elders.example/zaken/7"),
            ]
        )
        #expect(zaak.relevanteAndereZaken.map(\.aardRelatie) == [.vervolg, .bijdrage])
        #expect(zaak.productenOfDiensten.map(\.text) == ["https://ipdc.example/p/1", "/producten/2"])
        #expect(zaak.zaakgeometrie?.text == #"{"type":"Point","coordinates":[4.70,50.8790]}"#)
        #expect(zaak.archiefstatus == .nog_te_archiveren)
        #expect(zaak.rollen == [])
        try zaak.check()
    }

    @Test func `a limit holds for what the program sets as well`() throws {
        var draft = try SampleTown.draft(SampleTown.smallest)
        draft.omschrijving = String(repeating: "x", count: 81)
        let invalid = #expect(throws: Invalid.self) { try draft.record() }
        #expect(invalid?.faults.map(\.code) == ["max_length"])
        var zaak = try SampleTown.draft(SampleTown.smallest).record()
        zaak.identificatie = String(repeating: "x", count: 41)
        #expect(throws: Invalid.self) { try zaak.check() }
    }
}

extension JSONValue {
    var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}
