import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct ListTests {
    /// The identificaties that a list answers, in order.
    private func found(_ town: Town, _ parameters: [(String, String)], _ visible: Clause = "1 = 1") async throws
        -> [String]
    {
        let query = try ZaakQuery(parameters.map { Parameter($0.0, $0.1) }, Town.addresses)
        return try await town.read { transaction in
            guard let first = PageNumber(1) else { return [] }
            let page = try ZaakStore.page(query, first, visible, in: transaction)
            #expect(try ZaakStore.count(query, visible, in: transaction) == page.zaken.count)
            var writer = JSONWriter(capacity: 1_024)
            writer.beginArray()
            try ZaakStore.write(page, query, to: &writer, Town.addresses, in: transaction)
            writer.endArray()
            guard case .array(let zaken) = try JSONValue(writer.withBytes { Array($0) }) else { return [] }
            return zaken.compactMap { $0["identificatie"]?.text }
        }
    }

    /// Three zaken: a is public and closed, b has two parties, c is secret and of another type.
    private func withThree(_ kind: Kind, _ body: (Town) async throws -> Void) async throws {
        try await withTown(kind) { (town) async throws in
            let a = try await town.closed(#""identificatie":"a","vertrouwelijkheidaanduiding":"openbaar""#)
            let b = try await town.zaak(#""identificatie":"b","registratiedatum":"2026-03-01""#)
            try await town.zaak(
                #""identificatie":"c","vertrouwelijkheidaanduiding":"geheim","archiefnominatie":"blijvend_bewaren""#,
                type: Catalogue.bezwaar
            )
            try await town.rol(on: b, type: Catalogue.aanvrager, Self.person("999990019"))
            try await town.rol(on: b, type: Catalogue.behandelaar, Self.person("123456782"))
            try await town.rol(on: a, type: Catalogue.behandelaar, Self.person("999990019"), Town.all)
            try await body(town)
        }
    }

    private static func person(_ bsn: String) -> String {
        "\"betrokkeneType\":\"natuurlijk_persoon\",\"betrokkeneIdentificatie\":{\"inpBsn\":\"\(bsn)\"}"
    }

    private static let bsn = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
    private static let dakkapel = Catalogue.url("/catalogi/api/v1/zaaktypen", Catalogue.dakkapel)

    private static let cases: [([(String, String)], [String])] = [
        ([], ["c", "a", "b"].sorted()),
        ([("identificatie", "a")], ["a"]),
        ([("identificatie__icontains", "B")], ["b"]),
        ([("bronorganisatie", "123456782")], ["a", "b", "c"]),
        ([("bronorganisatie__in", "517439943,111111110")], []),
        ([("zaaktype", dakkapel)], ["a", "b"]),
        ([("zaaktype", "https://elders.example/zaaktypen/1")], []),
        ([("startdatum", "2026-03-01")], ["a", "b", "c"]),
        ([("startdatum__gt", "2026-03-01")], []),
        ([("startdatum__gte", "2026-03-01"), ("startdatum__lte", "2026-03-01")], ["a", "b", "c"]),
        ([("startdatum__lt", "2026-03-01")], []),
        ([("registratiedatum__lt", "2026-03-02")], ["b"]),
        ([("registratiedatum__gt", "2026-03-01")], ["a", "c"]),
        ([("einddatum__isnull", "true")], ["b", "c"]),
        ([("einddatum", "2026-03-02")], ["a"]),
        ([("einddatum__gt", "2026-03-02")], []),
        ([("einddatumGepland__lt", "2026-04-01")], ["a", "b", "c"]),
        ([("uiterlijkeEinddatumAfdoening__gt", "2026-05-01")], []),
        ([("archiefnominatie", "vernietigen")], ["a"]),
        ([("archiefnominatie__in", "vernietigen,blijvend_bewaren")], ["a", "c"]),
        ([("archiefstatus", "nog_te_archiveren")], ["a", "b", "c"]),
        ([("archiefactiedatum__lt", "2036-03-03")], ["a"]),
        ([("archiefactiedatum__lt", "2036-03-02")], []),
        ([("archiefactiedatum__isnull", "false")], ["a"]),
        ([("maximaleVertrouwelijkheidaanduiding", "intern")], ["a", "b"]),
        ([("rol__betrokkeneType", "natuurlijk_persoon")], ["a", "b"]),
        ([("rol__betrokkeneType", "medewerker")], []),
        ([("rol__omschrijvingGeneriek", "initiator")], ["b"]),
        ([(bsn, "999990019")], ["a", "b"]),
        ([(bsn, "999990019"), ("rol__omschrijvingGeneriek", "initiator")], ["b"]),
        ([(bsn, "123456782"), ("rol__omschrijvingGeneriek", "initiator")], []),
        ([("rol__betrokkeneIdentificatie__medewerker__identificatie", "999990019")], []),
        ([("rol__betrokkene", "https://elders.example/p/1")], []),
        ([("uuid__in", "\(Catalogue.id(99))")], []),
        ([("identificatie", "")], ["a", "b", "c"]),
    ]

    @Test(arguments: Kind.available) func `each filter finds what it says, once`(_ kind: Kind) async throws {
        try await withThree(kind) { (town) async throws in
            for (parameters, wanted) in Self.cases {
                #expect(try await found(town, parameters).sorted() == wanted, "\(parameters)")
            }
        }
    }

    @Test(arguments: Kind.available) func `what is not visible is neither listed nor counted`(
        _ kind: Kind
    ) async throws {
        try await withThree(kind) { (town) async throws in
            #expect(try await found(town, [], "zaak.rang <= 3").sorted() == ["a", "b"])
            #expect(try await found(town, [("zaaktype", Self.dakkapel)], "zaak.rang <= 1") == ["a"])
            let all = try await town.read { try RolStore.rows.count("1 = 1", in: $0) }
            let some = try await town.read { try RolStore.rows.count("zaak.rang <= 1", in: $0) }
            #expect((all, some) == (3, 1))
        }
    }

    @Test(arguments: Kind.available) func `a list comes in the order that was asked for, on both databases`(
        _ kind: Kind
    ) async throws {
        try await withThree(kind) { (town) async throws in
            for (ordering, wanted) in [
                ("identificatie", "abc"), ("-identificatie", "cba"), ("registratiedatum,identificatie", "bac"),
                ("-registratiedatum,-identificatie", "cab"), ("einddatum,identificatie", "abc"),
                ("-einddatum,identificatie", "bca"), ("archiefactiedatum,-identificatie", "acb"),
                ("startdatum,-identificatie", "cba"), ("publicatiedatum,identificatie", "abc"),
            ] {
                #expect(try await found(town, [("ordering", ordering)]).joined() == wanted, "\(ordering)")
            }
        }
    }

    @Test func `what cannot be read is told, all at once`() {
        func told(_ parameters: [(String, String)]) -> [String] {
            do {
                _ = try ZaakQuery(parameters.map { Parameter($0.0, $0.1) }, Town.addresses)
                return []
            } catch {
                return error.faults.map { "\($0.name): \($0.code)" }.sorted()
            }
        }
        #expect(told([("kleur", "rood")]) == ["nonFieldErrors: unknown-parameters"])
        #expect(told([("rol__kleur", "rood")]) == ["nonFieldErrors: unknown-parameters"])
        #expect(told([("startdatum", "gisteren"), ("uuid__in", "x")]) == ["startdatum: invalid", "uuid__in: invalid"])
        #expect(told([("ordering", "kleur")]) == ["ordering: invalid_choice"])
        #expect(told([("ordering", "startdatum,-startdatum")]) == ["ordering: invalid_choice"])
        #expect(
            told([("maximaleVertrouwelijkheidaanduiding", "top")]) == [
                "maximaleVertrouwelijkheidaanduiding: invalid_choice"
            ]
        )
        #expect(told([("rol__betrokkeneType", "hond")]) == ["rol__betrokkeneType: invalid_choice"])
        #expect(told([("einddatum__isnull", "ja")]) == ["einddatum__isnull: invalid"])
    }

    @Test(arguments: Kind.available) func `a search body asks the same as parameters`(_ kind: Kind) async throws {
        try await withThree(kind) { (town) async throws in
            func search(_ body: String) throws(Invalid) -> ZaakQuery {
                guard let value = try? JSONValue(Array(body.utf8)) else { throw Invalid("body", "parse_error") }
                return try ZaakQuery(search: value, Town.addresses)
            }
            let query = try search(
                #"{"bronorganisatie__in":["123456782"],"einddatum__isnull":true,"ordering":"identificatie"}"#
            )
            #expect(try await town.read { try ZaakStore.count(query, "1 = 1", in: $0) } == 2)
            #expect(throws: Invalid("nonFieldErrors", "empty_search_body", "Geef aan wat je zoekt.")) {
                try search("{}")
            }
            #expect(throws: Invalid.self) { try search(#"{"zaakgeometrie":{"within":{"type":"Polygon"}}}"#) }
        }
    }

    @Test(arguments: Kind.available) func `walking by place meets each zaak once, also with writes in between`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { (town) async throws in
            for number in 0..<23 {
                let day = number % 3 == 2 ? "null" : "\"2026-02-1\(number % 3)\""
                try await town.zaak("\"publicatiedatum\":\(day)")
            }
            for ordering in ["", "publicatiedatum", "-publicatiedatum,registratiedatum", "-identificatie"] {
                let query = try ZaakQuery([Parameter("ordering", ordering)], Town.addresses)
                let size = try #require(PageNumber(1, size: 5))
                let whole = try #require(PageNumber(1))
                let expected = try await town.read { try ZaakStore.page(query, whole, "1 = 1", in: $0).zaken }
                var (met, place) = ([Identifier](), Place?.none)
                repeat {
                    let after = place.flatMap { Place($0.description) }
                    let page = try await town.read { try ZaakStore.page(query, size, after: after, "1 = 1", in: $0) }
                    met += page.zaken
                    place = page.next
                } while place != nil
                #expect(met == expected, "\(ordering)")
                let fifth = try #require(PageNumber(5, size: 5))
                let last = try await town.read { try ZaakStore.page(query, fifth, "1 = 1", in: $0).zaken }
                #expect(last == Array(expected.suffix(3)), "\(ordering)")
            }
        }
    }
}
