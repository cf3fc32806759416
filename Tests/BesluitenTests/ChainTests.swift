import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Besluiten

@Suite struct ChainTests {
    /// Every member that a client can give, besides those of `Town.body`.
    static let fullest = """
        "identificatie":"2025/77","toelichting":"Eerste regel\\nTweede \\"regel\\"",
        "bestuursorgaan":"College van burgemeester en schepenen","vervaldatum":"2027-03-10",
        "vervalreden":"ingetrokken_belanghebbende","publicatiedatum":"2026-03-05","verzenddatum":"2026-03-04",
        "uiterlijkeReactiedatum":"2026-04-10",\(Town.zaak())
        """

    @Test(arguments: Kind.available) func `every member of a besluit comes back as it was sent`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit(Self.fullest)
            let answer = try await town.json(id)
            guard case .object(let members) = try JSONValue(Array(Town.body(Self.fullest).utf8)) else { return }
            for member in members { #expect(answer[member.name] == member.value, "\(member.name)") }
            #expect(members.count == Besluit.declaration.columns.count - 1, "a field without a sample is not tried")
            #expect(answer["url"]?.text == Town.url(Besluit.path, id))
            let reden = "Besluit ingetrokken op verzoek van de belanghebbende"
            #expect(answer["vervalredenWeergave"]?.text == reden)
            try await town.put(id, String(decoding: answer.bytes, as: UTF8.self))
            #expect(try await town.json(id) == answer, "what was shown can be sent back")
            let bare = try await town.json(try await town.besluit())
            #expect((bare["zaak"]?.text, bare["vervalreden"]?.text) == ("", ""))
            #expect(bare["vervaldatum"] == .null)
        }
    }

    @Test(arguments: Kind.available) func `each table has the columns of its declaration, in order`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.read { transaction in
                func check<R: Resource>(_ table: String, _ type: R.Type) throws {
                    let names =
                        transaction.dialect == .postgres
                        ? try transaction.all(
                            """
                            SELECT column_name::text FROM information_schema.columns
                            WHERE table_name = $1 ORDER BY ordinal_position
                            """,
                            [.text(table)]
                        ) { $0.text(0) }
                        : try transaction.all("SELECT name FROM pragma_table_xinfo($1) ORDER BY cid", [.text(table)]) {
                            $0.text(0)
                        }
                    let own = names.filter { !["chain", "salt", "version"].contains($0) }
                    #expect(own == R.declaration.columns.map(\.name))
                }
                try check("besluit", Besluit.self)
                try check("besluitinformatieobject", BesluitInformatieObject.self)
            }
        }
    }

    /// One change by hand to a besluit that has everything; each must be found in the row that it changed.
    private static let tampering = [
        ("besluit", "toelichting = 'anders'"), ("besluit", "datum = '2026-02-01'"),
        ("besluit", "besluittype = '\(Around.weigering)'"), ("besluit", "zaak = NULL"),
        ("besluit", "vervaldatum = NULL"), ("besluit", "verantwoordelijke_organisatie = '517439943'"),
        ("besluitinformatieobject", "informatieobject = '\(Around.bijlage)'"),
    ]

    @Test(arguments: Kind.available) func `a column changed by hand is found, and the row is named`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit(Self.fullest)
            try await town.stuk(on: id)
            #expect(try await town.findings() == [])
            for (table, assignment) in Self.tampering {
                let column = String(assignment.prefix { $0 != " " })
                let row = try await town.database.write { transaction in
                    try transaction.run("CREATE TABLE kept AS SELECT uuid, \(column) AS old FROM \(table)")
                    _ = try transaction.run("UPDATE \(table) SET \(assignment)")
                    return try transaction.first("SELECT uuid FROM \(table)") { $0.text(0) }
                }
                let place = "table \(table), row \(row ?? "")"
                #expect(try await town.findings() == [Finding(place: place, reason: "it was changed")], "\(assignment)")
                try await town.database.write { transaction in
                    try transaction.run("UPDATE \(table) SET \(column) = (SELECT old FROM kept)")
                    _ = try transaction.run("DROP TABLE kept")
                }
            }
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `many made and changed at once get different numbers and lose no change`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<25 { group.addTask { try await town.besluit() } }
                group.addTask { try await town.patch(id, #"{"toelichting":"een"}"#) }
                group.addTask { try await town.patch(id, #"{"bestuursorgaan":"Raad"}"#) }
                try await group.waitForAll()
            }
            let besluit = try await town.record(id)
            #expect((besluit.toelichting, besluit.bestuursorgaan) == ("een", "Raad"))
            let numbers = try await town.list([])
            #expect(Set(numbers).count == 26)
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `of two who tie one document at once one is refused`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit()
            let answers = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<4 { group.addTask { await refusal { try await town.stuk(on: id) } } }
                return try await group.reduce(into: [[String]]()) { $0.append($1) }
            }
            #expect(answers.count { $0.isEmpty } == 1)
            #expect(answers.count { $0 == ["nonFieldErrors: unique"] } == 3)
        }
    }

    @Test(arguments: Kind.available) func `a list filters by what the standard names, the latest decision first`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.besluit(#""identificatie":"A""#)
            let zaak = #""identificatie":"B","# + Town.zaak()
            try await town.besluit(zaak)
            try await town.change { change in
                let body = Town.body(#""identificatie":"C""#, type: Around.weigering)
                    .replacing("2026-03-01", with: "2026-03-02").replacing("123456782", with: "517439943")
                _ = try town.besluiten.add(try draft(Besluit.self, body), number: nil, Town.plain, change)
            }
            #expect(try await town.list([]).first == "C")
            #expect(try await town.list([("identificatie", "B")]) == ["B"])
            #expect(try await town.list([("verantwoordelijkeOrganisatie", "517439943")]) == ["C"])
            #expect(try await town.list([("zaak", Town.url(Besluit.Zaak.path, Around.dakkapel))]) == ["B"])
            let type = Town.url(Besluit.Besluittype.path, Around.weigering)
            #expect(try await town.list([("besluittype", type)]) == ["C"])
            #expect(try await town.list([("besluittype", type), ("identificatie", "A")]) == [])
            let unknown = await refusal { _ = try await town.list([("datum", "2026-03-01"), ("zaak", "abc")]) }
            #expect(unknown == ["nonFieldErrors: unknown-parameters", "zaak: bad-url"])
        }
    }

    @Test(arguments: Kind.available) func `pages follow each other without gap or double`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            for number in 1...7 { try await town.besluit("\"identificatie\":\"\(number)\"") }
            let pages = try await town.read { transaction in
                var (pages, after) = ([[Identifier]](), BesluitPlace?.none)
                repeat {
                    let page = try BesluitStore.page(where: [], size: 3, after: after, "1 = 1", in: transaction)
                    pages.append(page.besluiten)
                    after = page.next.flatMap { BesluitPlace($0.description) }
                } while after != nil
                return pages
            }
            #expect(pages.map(\.count) == [3, 3, 1])
            #expect(Set(pages.joined()).count == 7)
            let third = try await town.read { transaction in
                try BesluitStore.page(where: [], size: 3, offset: 3, "1 = 1", in: transaction).besluiten
            }
            #expect(third == pages[1])
            #expect(BesluitPlace("x") == nil && BesluitPlace("2026-03-01_x") == nil && BesluitPlace("") == nil)
        }
    }
}
