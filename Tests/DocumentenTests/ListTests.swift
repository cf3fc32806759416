import Database
import Kernel
import TestGround
import Testing

@testable import Documenten

@Suite struct ListTests {
    private func found(_ parameters: [(String, String)], _ town: Town) async throws -> [Identifier] {
        let query = try DocumentQuery(parameters.map { (name: $0.0, value: $0.1) }, Town.addresses)
        return try await town.read { try DocumentStore.page(query, size: 100, "1 = 1", in: $0).documents }
    }

    @Test(arguments: Kind.available) func `a list is filtered by what the standard names`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let plan = try await town.document(#""identificatie":"P-1","trefwoorden":["bouw","plan"]"#)
            let photo = try await town.document(#""trefwoorden":["bouw"]"#)
            try await town.tie(photo)
            #expect(try await found([], town) == [photo, plan], "the latest first")
            #expect(try await found([("identificatie", "P-1"), ("bronorganisatie", "123456782")], town) == [plan])
            #expect(try await found([("bronorganisatie", "517439943")], town) == [])
            #expect(try await found([("trefwoorden", "bouw")], town) == [photo, plan])
            #expect(try await found([("trefwoorden", "bouw,plan")], town) == [plan])
            #expect(try await found([("trefwoorden", "bou")], town) == [])
            #expect(try await found([("uuid__in", "\(plan),\(Town.id(77))")], town) == [plan])
            let zaak = "https://belfort.example\(Town.link(Town.zaak).text)"
            #expect(try await found([("objectinformatieobjecten__object", zaak)], town) == [photo])
            let lock = try await town.lock(plan)
            try await town.write(plan, #"{"trefwoorden":["tekening"]}"#, lock: lock)
            #expect(try await found([("trefwoorden", "plan")], town) == [])
            #expect(try await found([("trefwoorden", "tekening")], town) == [plan])
            #expect(
                await refusal { _ = try await found([("onbekend", "1")], town) } == [
                    "nonFieldErrors: unknown-parameters"
                ]
            )
            #expect(await refusal { _ = try await found([("uuid__in", "x")], town) } == ["uuid__in: invalid"])
        }
    }

    @Test(arguments: Kind.available) func `a page goes on where the one before ended, each document once`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            for _ in 0..<7 { try await town.document(text: nil) }
            let query = try DocumentQuery([], Town.addresses)
            var (seen, place, pages) = ([Identifier](), DocumentPlace?.none, 0)
            repeat {
                let after = place
                let page = try await town.read { transaction in
                    try DocumentStore.page(query, size: 3, after: after, "1 = 1", in: transaction)
                }
                seen += page.documents
                place = try page.next.map { try #require(DocumentPlace($0.description)) }
                pages += 1
            } while place != nil
            #expect((seen.count, Set(seen).count, pages) == (7, 7, 3))
            let second = try await town.read { try DocumentStore.page(query, size: 3, offset: 3, "1 = 1", in: $0) }
            #expect(second.documents == Array(seen[3..<6]))
            #expect(DocumentPlace("1_x") == nil)
        }
    }
}
