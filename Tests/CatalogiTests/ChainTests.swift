import Catalogi
import Database
import Kernel
import Ledger
import TestGround
import Testing

/// From catalogue to statustype: each written, read, and vouched for by the ledger.
@Suite struct ChainTests {
    @Test(arguments: Kind.available) func `a zaaktype shows its statustypen in order and which ends it`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let last = try await town.add(StatusType.self, .statustype(town.zaaktypeURL, 2))
            let first = try await town.add(StatusType.self, .statustype(town.zaaktypeURL, 1))
            let type = try #require(try await town.ground.json(ZaakType.self, town.zaaktype))
            let urls = [first, last].map { JSONValue.text(town.ground.url(StatusType.self, $0)) }
            #expect(type["statustypen"] == .array(urls))
            #expect(type["concept"] == .boolean(true))
            #expect(type["versiedatum"]?.text == "2026-01-01")
            let end = try #require(try await town.ground.json(StatusType.self, last))
            #expect(end["isEindstatus"] == .boolean(true))
            #expect(end["catalogus"]?.text == town.catalogusURL)
            #expect(end["zaaktypeIdentificatie"]?.text == "dakkapel")
            #expect(end["beginGeldigheid"]?.text == "2026-01-01")
            let begin = try #require(try await town.ground.json(StatusType.self, first))
            #expect(begin["isEindstatus"] == .boolean(false))
            let catalogus = try #require(try await town.ground.json(Catalogus.self, town.catalogus))
            #expect(catalogus["zaaktypen"] == .array([.text(town.zaaktypeURL)]))
            #expect(try await town.ground.findings() == [])
        }
    }
}
