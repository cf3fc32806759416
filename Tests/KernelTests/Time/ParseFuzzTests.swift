import Kernel
import Testing

/// Whatever comes in, a reader answers nil or a value whose text reads back as the same value.
struct ParseFuzzTests {
    private static let rounds = 40_000

    private func promise<T: LosslessStringConvertible & Equatable>(
        _ samples: [String],
        reads bytes: (UnsafeBufferPointer<UInt8>) -> T?
    ) {
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        for round in 0..<ParseFuzzTests.rounds {
            let sample = samples[round % samples.count]
            let input = round % 5 == 0 ? noise(using: &generator) : mutated(sample, using: &generator)
            guard let value = input.withUnsafeBufferPointer(bytes) else { continue }
            accepted += 1
            #expect(T(value.description) == value, "seed \(seed), input \(input)")
            #expect(T(String(decoding: input, as: UTF8.self)) == value, "seed \(seed), input \(input)")
        }
        // Mutations that change a digit stay valid: a reader that refuses everything would pass otherwise.
        #expect(accepted > ParseFuzzTests.rounds / 100)
    }

    @Test func `days`() {
        promise(["2026-11-24", "0001-01-01", "9999-12-31", "2024-02-29"]) { Day(utf8: $0) }
    }

    @Test func `moments`() {
        promise(["2026-11-24T19:37:59.123Z", "2016-12-31T23:59:60+01:00", "0001-01-01T00:00:00Z"]) { Instant(utf8: $0) }
    }

    @Test func `periods`() {
        promise(["P30D", "P1Y2M", "PT36H", "P1Y2M3W4DT5H6M7S", "P999999999D"]) { Period(utf8: $0) }
    }

    @Test func `times of day`() {
        promise(["10:12", "24:00", "23:59:59", "00:00:00.001"]) { TimeOfDay(utf8: $0) }
    }

    @Test func `identifiers`() {
        promise(["6ba7b810-9dad-41d1-80b4-00c04fd430c8", "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF"]) {
            Identifier(utf8: $0)
        }
    }

    @Test func `an empty buffer without an address is no value`() {
        let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(Day(utf8: empty) == nil)
        #expect(Instant(utf8: empty) == nil)
        #expect(Period(utf8: empty) == nil)
        #expect(TimeOfDay(utf8: empty) == nil)
        #expect(Identifier(utf8: empty) == nil)
    }

    @Test func `a megabyte of digits is refused without being read through`() {
        let long = String(repeating: "1", count: 1 << 20)
        #expect(Day(long) == nil)
        #expect(Instant("2026-11-24T19:37:59." + long) == nil)
        #expect(Period("P" + long + "D") == nil)
        #expect(TimeOfDay(long) == nil)
        #expect(Identifier(long) == nil)
    }
}
