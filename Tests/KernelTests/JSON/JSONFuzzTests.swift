import Foundation
import Kernel
import Testing

struct JSONFuzzTests {
    @Test func `a tree that is written reads back as the same tree`() throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<2_000 {
            let value = JSONValue.random(depth: 4, using: &generator)
            let bytes = value.bytes
            #expect(try JSONValue(bytes) == value, "seed \(seed), round \(round)")
            #expect(accepts(bytes), "seed \(seed), round \(round)")
        }
    }

    @Test func `whatever comes in is refused, or is JSON that reads back as the same tree`() throws {
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        for round in 0..<20_000 {
            let start = JSONValue.random(depth: 3, using: &generator).bytes
            let input = round % 10 == 0 ? noise(using: &generator) : start.damaged(using: &generator)
            guard let value = try? JSONValue(input) else { continue }
            accepted += 1
            #expect(try JSONValue(value.bytes) == value, "seed \(seed), input \(input)")
            #expect(accepts(input), "seed \(seed), input \(input)")
        }
        #expect(accepted > 500)
    }

    @Test func `a document cut off at any byte is refused`() {
        let document = Array(#"{"a":[1.5e3,"é\ud83c\udff0",true,null,{"b":[]}]}"#.utf8)
        for length in 0..<document.count {
            #expect(throws: JSONError.self, "cut at \(length)") { try JSONValue(Array(document.prefix(length))) }
        }
    }

    @Test func `a text is UTF-8 exactly when Swift says so`() {
        var generator = SeededGenerator(seed: seed)
        let leads: [UInt8] = [0x41, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0x7F]
        for _ in 0..<50_000 {
            var bytes = [leads.randomElement(using: &generator) ?? 0x41]
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                bytes.append(UInt8.random(in: 0x7E...0xC2, using: &generator))
            }
            let isText = (try? JSONValue([0x22] + bytes + [0x22])) != nil
            #expect(isText == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }

    /// Another reader's word for it. Foundation takes more than we do, so only its refusals count.
    private func accepts(_ bytes: [UInt8]) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    }
}

extension JSONValue {
    /// A tree at most so deep, with all kinds of values and difficult texts.
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &generator))
        case 2: return .number(.integer(Int64.random(in: .min ... .max, using: &generator)))
        case 3:
            let value = Double.random(in: -1e9...1e9, using: &generator)
            return .number(.decimal(text: "\(value)", value: value))
        case 4, 5: return .text(randomText(using: &generator))
        case 6:
            let count = Int.random(in: 0...5, using: &generator)
            return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            let count = Int.random(in: 0...5, using: &generator)
            return .object(
                (0..<count).map { index in
                    let name = randomText(using: &generator) + "\(index)"
                    return Member(name, random(depth: depth - 1, using: &generator))
                }
            )
        }
    }

    private static func randomText(using generator: inout SeededGenerator) -> String {
        let letters = Array("abcdefghijklmno \"\\/\n\t\u{0}\u{1F}\u{7F}éü€🏰\u{2028}\u{FFFF}")
        let count = Int.random(in: 0...20, using: &generator)
        return String((0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" })
    }
}

extension [UInt8] {
    /// One to three bytes changed, cut out or put in.
    func damaged(using generator: inout SeededGenerator) -> [UInt8] {
        let likely = Array<UInt8>("{}[]\",:\\u0019eE+-.tfn \u{0}é".utf8)
        var bytes = self
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1 where place < bytes.count: bytes.remove(at: place)
            default: bytes.insert(likely.randomElement(using: &generator) ?? 0, at: place)
            }
        }
        return bytes
    }
}
