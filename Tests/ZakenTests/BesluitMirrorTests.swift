import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

/// The ties that the register of decisions keeps at zaken, and what follows for the archive.
@Suite struct BesluitMirrorTests {
    private static let decision = Catalogue.id(81)

    private func decide(_ town: Town, on zaak: Identifier, until day: String?) {
        town.catalogue.change { contents in
            contents.besluiten[Self.decision] = BesluitFacts(
                zaak: .own(zaak),
                ingangsdatum: Day.known("2026-03-01"),
                vervaldatum: day.map { Day.known($0) }
            )
        }
    }

    private func ties(_ town: Town, of zaak: Identifier) async throws -> Int {
        try await town.read { try ZaakBesluitStore.rows.count(of: zaak, Town.everything, in: $0) }
    }

    @Test(arguments: Kind.available) func `a tie stands once, however often it is told, and goes once`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            decide(town, on: id, until: nil)
            for expected in [1, 1] {
                try await town.change { change in try town.besluiten.tie(.own(Self.decision), to: id, change) }
                #expect(try await ties(town, of: id) == expected)
            }
            for expected in [0, 0] {
                try await town.change { change in try town.besluiten.untie(.own(Self.decision), from: id, change) }
                #expect(try await ties(town, of: id) == expected)
            }
            try await town.journal.sequence()
            let findings = try await town.findings()
            #expect(findings.isEmpty)
        }
    }

    @Test(arguments: Kind.available) func `a vervaldatum that comes after closing dates the archive`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            town.catalogue.change { contents in
                contents.resultaattypen[Catalogue.verleend] = Catalogue.result(.init(.vervaldatum_besluit))
            }
            let id = try await town.zaak()
            decide(town, on: id, until: nil)
            try await town.change { change in try town.besluiten.tie(.own(Self.decision), to: id, change) }
            try await town.resultaat(on: id)
            try await town.status(Catalogue.afgesloten, on: id)
            #expect(try await town.record(id).archiefactiedatum == nil)
            decide(town, on: id, until: "2030-05-01")
            try await town.change { change in try town.besluiten.follow(id, change) }
            #expect(try await town.record(id).archiefactiedatum == Day("2040-05-01"))
        }
    }

    @Test(arguments: Kind.available) func `the last decision of a closed zaak can go, and its date stays`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            town.catalogue.change { contents in
                contents.resultaattypen[Catalogue.verleend] = Catalogue.result(.init(.ingangsdatum_besluit))
            }
            let id = try await town.zaak()
            decide(town, on: id, until: nil)
            try await town.change { change in try town.besluiten.tie(.own(Self.decision), to: id, change) }
            try await town.resultaat(on: id)
            try await town.status(Catalogue.afgesloten, on: id)
            #expect(try await town.record(id).archiefactiedatum == Day("2036-03-01"))
            town.catalogue.change { $0.besluiten = [:] }
            try await town.change { change in try town.besluiten.untie(.own(Self.decision), from: id, change) }
            #expect(try await ties(town, of: id) == 0)
            #expect(try await town.record(id).archiefactiedatum == Day("2036-03-01"))
            let zaken = town.zaken
            try await town.change { change in try zaken.remove(id, Town.all, change) }
        }
    }
}
