import Kernel
import Testing

@testable import Dossiers

struct OverlapTests {
    private func square(_ x: Double, _ y: Double, side: Double = 10) throws -> Area {
        let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
        return try #require(Area(ring: corners.map { .init(longitude: $0.0, latitude: $0.1) }))
    }

    @Test func `areas overlap when they share ground, and not when they only touch or lie apart`() throws {
        let base = try square(0, 0)
        for (other, overlaps) in [
            (try square(5, 5), true), (try square(0, 0), true), (try square(2, 2, side: 3), true),
            (try square(-5, -5, side: 30), true), (try square(10, 0), false), (try square(10, 10), false),
            (try square(30, 0), false), (try square(0, 5), true),
        ] {
            #expect(base.overlaps(other) == overlaps, "\(other.ring)")
            #expect(other.overlaps(base) == overlaps, "\(other.ring)")
        }
    }

    @Test func `an area within the bend of another does not overlap it`() throws {
        let corners = [(0.0, 0.0), (10, 0), (10, 2), (2, 2), (2, 10), (0, 10)]
        let bend = try #require(Area(ring: corners.map { .init(longitude: $0.0, latitude: $0.1) }))
        #expect(try !bend.overlaps(square(4, 4, side: 3)))
        #expect(try bend.overlaps(square(1, 4, side: 3)))
    }

    private func answers(house: String, from: String, to: String) throws -> Answers {
        let days = (try #require(Day(from)), try #require(Day(to)))
        let address = Address(street: "Kerkstraat", number: house, postcode: "9000", town: "Gent")
        return Answers(values: ["adres": .address(address), "periode": .span(days.0, days.1)])
    }

    @Test func `requests meet at one address on the same days, however the address is written`() throws {
        let type = try DossierType.read(Library.bytes("inname-openbaar-domein"))
        let check = try #require(type.form.checks.first)
        let ours = try answers(house: "12", from: "2026-05-01", to: "2026-05-05")
        for (house, from, to, meets) in [
            ("12", "2026-05-05", "2026-05-09", true), ("12", "2026-05-06", "2026-05-09", false),
            ("13", "2026-05-01", "2026-05-05", false), (" 12 ", "2026-04-01", "2026-05-01", true),
        ] {
            #expect(check.meets(ours, try answers(house: house, from: from, to: to), in: type.form) == meets)
        }
        var placeless = ours
        placeless.values["adres"] = nil
        #expect(!check.meets(placeless, placeless, in: type.form))
        var dayless = ours
        dayless.values["periode"] = nil
        #expect(!check.meets(dayless, ours, in: type.form))
    }
}
