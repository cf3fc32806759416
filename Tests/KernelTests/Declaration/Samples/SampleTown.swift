import Kernel

/// The house in which the samples live, and a zaak of it.
enum SampleTown {
    static let addresses: Addresses = {
        let found = Addresses(publicURL: "https://belfort.example", others: ["http://oud.example/zgw/"])
        guard let found else { preconditionFailure("a test wrote down an address that is none") }
        return found
    }()

    static let id: Identifier = known("6ba7b810-9dad-41d1-80b4-00c04fd430c8")
    static let other: Identifier = known("0f8fad5b-d9cb-469f-a165-70867728950e")

    /// The fewest members with which a zaak is accepted.
    static let smallest = """
        {"bronorganisatie":"123456782","verantwoordelijkeOrganisatie":"123456782","startdatum":"2026-11-24",
        "zaaktype":"https://belfort.example/catalogi/api/v1/zaaktypen/0f8fad5b-d9cb-469f-a165-70867728950e"}
        """

    /// Every member that a client can give.
    static let fullest = """
        {"identificatie":"2026-001234","bronorganisatie":"123456782","omschrijving":"Dakkapel \\"Oude Markt\\"",
        "toelichting":"Eerste regel\\nTweede regel","zaaktype":
        "https://belfort.example/catalogi/api/v1/zaaktypen/0f8fad5b-d9cb-469f-a165-70867728950e",
        "registratiedatum":"2026-11-24","verantwoordelijkeOrganisatie":"123456782","startdatum":"2026-11-24",
        "einddatumGepland":"2027-01-10","uiterlijkeEinddatumAfdoening":"2027-02-10","publicatiedatum":"2026-11-30",
        "communicatiekanaal":"https://lijsten.example/kanalen/loket","productenOfDiensten":
        ["https://ipdc.example/p/1","https://belfort.example/producten/2"],"vertrouwelijkheidaanduiding":"openbaar",
        "betalingsindicatie":"gedeeltelijk","laatsteBetaaldatum":"2026-11-24T20:37:59.123+01:00",
        "zaakgeometrie":{"type":"Point","coordinates":[4.70, 50.8790]},"verlenging":{"reden":"Advies","duur":"P30D"},
        "opschorting":{"indicatie":true,"reden":"Wacht op plan"},
        "selectielijstklasse":"https://lijsten.example/resultaten/3",
        "hoofdzaak":"https://belfort.example/zaken/api/v1/zaken/6BA7B810-9DAD-41D1-80B4-00C04FD430C8",
        "relevanteAndereZaken":[{"url":
        "https://belfort.example/zaken/api/v1/zaken/0f8fad5b-d9cb-469f-a165-70867728950e","aardRelatie":"vervolg"},
        {"url":"https://elders.example/zaken/7","aardRelatie":"BIJDRAGE"}],
        "kenmerken":[{"kenmerk":"A-12","bron":"Omgevingsloket"}],"archiefnominatie":"vernietigen",
        "archiefstatus":"nog_te_archiveren","archiefactiedatum":"2037-01-10","opdrachtgevendeOrganisatie":"123456782",
        "processobjectaard":"Perceel","startdatumBewaartermijn":"2027-01-10","processobject":
        {"datumkenmerk":"einde","identificatie":"24062A0001","objecttype":"perceel","registratie":"kadaster"}}
        """

    /// What a client sent, as the server keeps it.
    static func draft(_ json: String) throws -> Draft<Zaak> {
        var draft = try Draft<Zaak>.read(Array(json.utf8), addresses)
        draft.uuid = id
        if !draft.gives(\.registratiedatum) { draft.registratiedatum = day("2026-11-24") }
        if !draft.gives(\.vertrouwelijkheidaanduiding) { draft.vertrouwelijkheidaanduiding = .intern }
        return draft
    }

    static func json<F: Fields>(_ record: Record<F>) throws -> JSONValue {
        try JSONValue(JSONWriter.bytes { writer throws(JSONError) in try record.write(to: &writer, addresses) })
    }
}

/// A row as a database would lend it.
struct SampleRow: ColumnSource {
    let values: [Value]

    func isNull(_ column: Int) -> Bool { values[column] == .null }

    func integer(_ column: Int) -> Int64 {
        guard case .integer(let number) = values[column] else { return 0 }
        return number
    }

    func real(_ column: Int) -> Double {
        guard case .real(let number) = values[column] else { return 0 }
        return number
    }

    func withText<Result>(
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        guard case .text(var text) = values[column] else {
            return try body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return try text.withUTF8(body)
    }
}
