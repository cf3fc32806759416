import Kernel
import Testing

struct InstantTests {
    @Test(arguments: [
        ("2026-11-24T19:37:59.123Z", "2026-11-24T19:37:59.123Z"), ("2026-11-24T19:37:59Z", "2026-11-24T19:37:59Z"),
        ("2026-11-24T19:37:59.000Z", "2026-11-24T19:37:59Z"), ("2026-11-24T20:37:59+01:00", "2026-11-24T19:37:59Z"),
        ("2026-11-24T19:37:59.1Z", "2026-11-24T19:37:59.100Z"), ("2026-11-24t19:37:59.12z", "2026-11-24T19:37:59.120Z"),
        ("2026-11-24T19:37:59.1239Z", "2026-11-24T19:37:59.123Z"),
        ("2026-11-24T19:37:59.000999999Z", "2026-11-24T19:37:59Z"),
        ("2026-11-24T19:37:59.999999999Z", "2026-11-24T19:37:59.999Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z"), ("2017-01-01T00:59:60+01:00", "2016-12-31T23:59:59.999Z"),
        ("2016-12-31T23:59:60.5Z", "2016-12-31T23:59:59.999Z"), ("2026-01-01T00:30:00+05:30", "2025-12-31T19:00:00Z"),
        ("2026-12-31T23:30:00-23:59", "2027-01-01T23:29:00Z"), ("2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ])
    func `a moment is read with its offset and written in Greenwich`(text: String, written: String) {
        #expect(Instant(text)?.description == written)
    }

    @Test(arguments: [
        "", "2026-11-24", "2026-11-24T19:37:59", "2026-11-24 19:37:59Z", "2026-11-24T19:37Z", "2026-11-24T24:00:00Z",
        "2026-11-24T19:60:00Z", "2026-11-24T19:37:61Z", "2026-11-24T19:37:59.Z", "2026-11-24T19:37:59,1Z",
        "2026-11-24T19:37:59.1234567890Z", "2026-11-24T19:37:59+0100", "2026-11-24T19:37:59+1:00",
        "2026-11-24T19:37:59+24:00", "2026-11-24T19:37:59+01:60", "2026-11-24T19:37:59+01", "2026-11-24T19:37:59ZZ",
        "2026-11-24T19:37:59Z ", "2026-02-29T19:37:59Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        "2026-11-24T19:37:59Z\u{0}", "1764013079",
    ])
    func `what is not a moment is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `known moments have their numbers`() {
        #expect(instant("1970-01-01T00:00:00Z").milliseconds == 0)
        #expect(instant("1969-12-31T23:59:59.999Z").milliseconds == -1)
        #expect(instant("2026-11-24T19:37:59.123Z").milliseconds == 1_795_549_079_123)
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }

    @Test func `no number of milliseconds leaves the calendar`() {
        #expect(Instant(milliseconds: .max) == Instant.latest)
        #expect(Instant(milliseconds: .min) == Instant.earliest)
        #expect(Instant.latest.description == "9999-12-31T23:59:59.999Z")
        #expect(Instant(exactly: Instant.latest.milliseconds + 1) == nil)
        #expect(Instant(exactly: Instant.earliest.milliseconds - 1) == nil)
        #expect(Instant.latest.adding(milliseconds: 1) == nil)
        #expect(Instant.earliest.adding(milliseconds: -1) == nil)
        #expect(Instant.latest.adding(milliseconds: .max) == nil)
        #expect(Instant.earliest.adding(milliseconds: .min) == nil)
        #expect(Instant.earliest.milliseconds(to: .latest) == 315_537_897_599_999)
    }

    @Test func `every moment is the one its text says, in strings and in bytes`() {
        var generator = SeededGenerator(seed: seed)
        let all = Instant.earliest.milliseconds...Instant.latest.milliseconds
        for round in 0..<20_000 {
            let drawn = Int64.random(in: all, using: &generator)
            let instant = Instant(milliseconds: round % 4 == 0 ? drawn / 1_000 * 1_000 : drawn)
            var bytes: [UInt8] = []
            instant.write(into: &bytes)
            #expect(bytes == Array(instant.description.utf8))
            #expect(Instant(instant.description) == instant)
            #expect(bytes.withUnsafeBufferPointer { Instant(utf8: $0) } == instant)
        }
    }

    @Test func `the order of texts is the order of time on whole seconds`() {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let pair = (0..<2).map { _ in
                Instant(milliseconds: Int64.random(in: -9_000_000_000...9_000_000_000, using: &generator) * 1_000)
            }
            #expect((pair[0] < pair[1]) == (pair[0].description < pair[1].description))
        }
    }
}
