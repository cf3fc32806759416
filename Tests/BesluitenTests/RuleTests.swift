import Database
import Kernel
import TestGround
import Testing

@testable import Besluiten

@Suite struct RuleTests {
    @Test(arguments: Kind.available) func `a besluit gets a number of its year and organisation, and may bring one`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            #expect(try await town.record(try await town.besluit()).identificatie == "B2026-000001")
            #expect(try await town.record(try await town.besluit()).identificatie == "B2026-000002")
            let own = try await town.besluit(#""identificatie":"CBS-12""#)
            #expect(try await town.record(own).identificatie == "CBS-12")
            let again = await refusal { try await town.besluit(#""identificatie":"CBS-12""#) }
            #expect(again == ["identificatie: identificatie-niet-uniek"])
            // A number that a client took is skipped, and the next one given.
            try await town.besluit(#""identificatie":"B2026-000003""#)
            #expect(try await town.record(try await town.besluit()).identificatie == "B2026-000004")
        }
    }

    @Test(arguments: Kind.available) func `numbers drawn within a change and those in blocks never meet`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let day = try #require(Day("2026-03-01"))
            var numbers: [String] = []
            for _ in 0..<3 {
                numbers.append(try #require(try await town.numbers.next(of: "123456782", on: day)))
                numbers.append(
                    try await town.change { change in try town.besluiten.number(of: "123456782", on: day, change) }
                )
            }
            #expect(Set(numbers).count == 6)
            #expect(numbers.prefix(3) == ["B2026-000001", "B2026-000021", "B2026-000002"])
            // Whose code is refused costs no number, and another year and organisation begin anew.
            let refused = try await town.numbers.next(of: "12", on: day)
            #expect(refused == nil)
            let next = try #require(Day("2027-01-01"))
            #expect(try await town.numbers.next(of: "123456782", on: next) == "B2027-000001")
            #expect(try await town.numbers.next(of: "517439943", on: day) == "B2026-000001")
        }
    }

    @Test(arguments: Kind.available) func `what a besluit names must be there and fit`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            #expect(await refusal { try await town.besluit(type: Around.id(99)) } == ["besluittype: bad-url"])
            #expect(await refusal { try await town.besluit(type: Around.concept) } == ["besluittype: not-published"])
            let elsewhere = #""zaak":"https://elders.example/zaken/7""#
            #expect(await refusal { try await town.besluit(elsewhere) } == ["zaak: bad-url"])
            #expect(await refusal { try await town.besluit(Town.zaak(Around.id(98))) } == ["zaak: bad-url"])
            let other = await refusal { try await town.besluit(Town.zaak(), type: Around.weigering) }
            #expect(other == ["nonFieldErrors: zaaktype-mismatch"])
        }
    }

    @Test(arguments: Kind.available) func `all that is wrong with a besluit is said at once`(_ kind: Kind) async throws
    {
        try await withTown(kind) { town in
            let type = Town.url(Besluit.Besluittype.path, Around.vergunning)
            let wrong = """
                {"besluittype":"\(type)","ingangsdatum":"2026-03-10","datum":"2026-03-03",
                "verantwoordelijkeOrganisatie":"12"}
                """
            #expect(
                await refusal { try await town.add(wrong, number: "1") }
                    == ["verantwoordelijkeOrganisatie: invalid-length", "datum: future_not_allowed"]
            )
            let required = ["verantwoordelijkeOrganisatie", "besluittype", "datum", "ingangsdatum"]
            #expect(
                await refusal { try await town.add("{}", number: "1") } == required.map { "\($0): required" }
            )
            #expect(await refusal { try await town.add(Town.body(), number: nil) } == ["identificatie: required"])
            let found = try await town.list([])
            #expect(found.isEmpty)
        }
    }

    @Test(arguments: Kind.available) func `number, organisation, type and zaak are fixed`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit(Town.zaak())
            let members = [
                ("identificatie", #""X""#), ("verantwoordelijkeOrganisatie", #""517439943""#),
                ("besluittype", "\"\(Town.url(Besluit.Besluittype.path, Around.weigering))\""),
                ("zaak", "\"\(Town.url(Besluit.Zaak.path, Around.geheim))\""), ("zaak", #""""#),
            ]
            for (name, value) in members {
                let answer = await refusal { try await town.patch(id, #"{"\#(name)":\#(value)}"#) }
                #expect(answer == ["\(name): wijzigen-niet-toegelaten"])
            }
            #expect(
                await refusal { try await town.patch(id, #"{"datum":"2026-03-09"}"#) } == ["datum: future_not_allowed"]
            )
            try await town.put(id, Town.body(#""toelichting":"Anders""#))
            let besluit = try await town.record(id)
            #expect(besluit.toelichting == "Anders")
            #expect((besluit.identificatie, besluit.zaak) == ("B2026-000001", .own(Around.dakkapel)))
        }
    }

    @Test(arguments: Kind.available) func `zaak and documents hear of each tie, and of dates that move`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let free = try await town.besluit()
            try await town.patch(free, #"{"vervaldatum":"2030-01-01"}"#)
            #expect(town.around.told == [])
            let id = try await town.besluit(Town.zaak())
            try await town.patch(id, #"{"toelichting":"Niets voor het archief"}"#)
            try await town.patch(id, #"{"vervaldatum":"2030-01-01"}"#)
            try await town.patch(id, #"{"ingangsdatum":"2026-03-11"}"#)
            let first = try await town.stuk(on: id)
            let second = try await town.stuk(on: id, Around.bijlage)
            try await town.change { change in try town.besluiten.removeDocument(first, Town.plain, change) }
            try await town.remove(id)
            #expect(
                town.around.told == [
                    "tied \(id)", "follows \(id)", "follows \(id)", "document tied \(first)",
                    "document tied \(second)", "document untied \(first)", "document untied \(second)",
                    "untied \(id)",
                ]
            )
            #expect(await refusal { _ = try await town.record(id) } == ["404"])
            #expect(await refusal { try await town.remove(id) } == ["404"])
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a document must be there, of a type that fits, and is tied once`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit()
            #expect(await refusal { try await town.stuk(on: id, Around.id(97)) } == ["informatieobject: bad-url"])
            #expect(
                await refusal { try await town.stuk(on: id, Around.plaatje) }
                    == ["nonFieldErrors: missing-besluittype-informatieobjecttype-relation"]
            )
            try await town.stuk(on: id)
            #expect(await refusal { try await town.stuk(on: id) } == ["nonFieldErrors: unique"])
            #expect(await refusal { try await town.stuk(on: Around.id(96)) } == ["besluit: does_not_exist"])
            let other = try await town.besluit()
            try await town.stuk(on: other)
            #expect(try await town.read { try BesluitStore.documents.count(where: [], "1 = 1", in: $0) } == 2)
        }
    }

    @Test(arguments: Kind.available) func `decisions of a closed zaak change only with force, of an archived one less`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.besluit(Town.zaak())
            let tie = try await town.stuk(on: id)
            town.around.close()
            let attempts: [(BesluitMandate) async throws -> Void] = [
                { try await town.besluit(Town.zaak(), $0) },
                { try await town.patch(id, #"{"toelichting":"x"}"#, $0) },
                { try await town.put(id, Town.body(), $0) },
                { try await town.stuk(on: id, Around.bijlage, $0) },
                { mandate in try await town.change { try town.besluiten.removeDocument(tie, mandate, $0) } },
                { try await town.remove(id, $0) },
            ]
            for attempt in attempts { #expect(await refusal { try await attempt(Town.plain) } == ["403"]) }
            town.around.close(archived: true)
            let frozen = ["nonFieldErrors: zaak-archiefstatus-invalid"]
            #expect(await refusal { try await attempts[0](Town.forced) } == frozen)
            #expect(await refusal { try await attempts[3](Town.forced) } == frozen)
            // Destruction goes its way.
            for place in [1, 2, 4, 5] { #expect(await refusal { try await attempts[place](Town.forced) } == []) }
        }
    }

    @Test(arguments: Kind.available) func `a mandate reaches no further than its clauses`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let seen = try await town.besluit()
            let unseen = try await town.besluit(type: Around.weigering)
            let tie = try await town.stuk(on: unseen)
            let own = "besluit.besluittype = \(Around.vergunning.stored)" as Clause
            let mandate = BesluitMandate(besluiten: own, zaken: "1 = 0 OR zaak.rang <= 1")
            #expect(await refusal { try await town.besluit(type: Around.weigering, mandate) } == ["403"])
            #expect(await refusal { try await town.patch(unseen, "{}", mandate) } == ["403"])
            #expect(await refusal { try await town.remove(unseen, mandate) } == ["403"])
            #expect(await refusal { try await town.stuk(on: unseen, Around.bijlage, mandate) } == ["403"])
            let untie = await refusal {
                try await town.change { change in try town.besluiten.removeDocument(tie, mandate, change) }
            }
            #expect(untie == ["403"])
            // A zaak that the visitor may not see is not there.
            #expect(await refusal { try await town.besluit(Town.zaak(Around.geheim), mandate) } == ["zaak: bad-url"])
            #expect(try await town.list([], own).count == 1)
            #expect(try await town.read { try BesluitStore.documents.count(where: [], own, in: $0) } == 0)
            try await town.patch(seen, #"{"toelichting":"mag"}"#, mandate)
            // What stands already in such a zaak may still be changed by whoever has the right to the decision.
            let there = try await town.besluit(Town.zaak(Around.geheim))
            try await town.patch(there, #"{"toelichting":"mag ook"}"#, mandate)
        }
    }
}
