import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct NumberTests {
    private static let day = Day.known("2026-03-02")

    @Test(arguments: Kind.available) func `a hundred zaken at once get a hundred numbers`(_ kind: Kind) async throws {
        try await withTown(kind) { (town) async throws in
            let neighbour = Numbers(database: town.database)
            let numbers = try await withThrowingTaskGroup(of: String.self) { group in
                for index in 0..<100 {
                    let numbers = index % 2 == 0 ? town.numbers : neighbour
                    group.addTask { try await numbers.next(of: "123456782", on: Self.day) }
                }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(Set(numbers).count == 100)
            #expect(numbers.allSatisfy { $0.hasPrefix("2026-0") && $0.count == 11 })
        }
    }

    @Test(arguments: Kind.available) func `numbers of organisations and years do not meet`(_ kind: Kind) async throws {
        try await withTown(kind) { (town) async throws in
            #expect(try await town.numbers.next(of: "123456782", on: Self.day) == "2026-000001")
            #expect(try await town.numbers.next(of: "123456782", on: Self.day) == "2026-000002")
            #expect(try await town.numbers.next(of: "517439943", on: Self.day) == "2026-000001")
            #expect(try await town.numbers.next(of: "123456782", on: .known("2027-01-01")) == "2027-000001")
            let prefixed = Numbers(database: town.database, settings: Settings { $0 == "123456782" ? "GM-" : "" })
            #expect(try await prefixed.next(of: "123456782", on: Self.day) == "GM-2026-000051")
        }
    }

    @Test(arguments: Kind.available) func `a number that a client took is stepped over, and none comes back`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { (town) async throws in
            let first = try await town.zaak()
            try await town.zaak(#""identificatie":"2026-000002""#)
            #expect(try await town.record(try await town.zaak()).identificatie == "2026-000003")
            let zaken = town.zaken
            try await town.change { try zaken.remove(first, Town.all, $0) }
            #expect(try await town.record(try await town.zaak()).identificatie == "2026-000004")
        }
    }

    @Test(arguments: Kind.available) func `a reserved number can be used once`(_ kind: Kind) async throws {
        try await withTown(kind) { (town) async throws in
            let reserved = try await town.numbers.reserve(3, of: "123456782", on: Self.day)
            #expect(reserved == ["2026-000001", "2026-000002", "2026-000003"])
            let more = "\"identificatie\":\"\(reserved[1])\""
            #expect(await refusal { try await town.zaak(more) } == [])
            #expect(await refusal { try await town.zaak(more) } == ["identificatie: identificatie-niet-uniek"])
            #expect(
                await refusal { _ = try await town.numbers.reserve(501, of: "123456782", on: Self.day) }
                    == ["aantal: max_value"]
            )
            #expect(
                await refusal { _ = try await town.numbers.reserve(1, of: "12345678", on: Self.day) }
                    == ["bronorganisatie: invalid-length"]
            )
        }
    }

    @Test(arguments: Kind.available) func `of many who want one number at once, one gets it`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { (town) async throws in
            let answers = await withTaskGroup(of: [String].self) { group in
                for _ in 0..<8 {
                    group.addTask { await refusal { try await town.zaak(#""identificatie":"A-7""#) } }
                }
                return await group.reduce(into: [[String]]()) { $0.append($1) }
            }
            #expect(answers.count { $0.isEmpty } == 1)
            #expect(answers.count { $0 == ["identificatie: identificatie-niet-uniek"] } == 7)
        }
    }
}
