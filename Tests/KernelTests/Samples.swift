import Kernel

/// The seed of every random test here; change it to draw other cases, and keep it in a report of a failure.
let seed: UInt64 = 20_261_124

/// Bytes near a valid text: one to four places changed, cut out, filled or replaced by a likely character.
func mutated(_ text: String, using generator: inout SeededGenerator) -> [UInt8] {
    let likely = Array("0123456789-:TtZz+.PYMWDHS ,é\u{0}".utf8)
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2: bytes.insert(likely.randomElement(using: &generator) ?? 0, at: place)
        default: if place < bytes.count { bytes[place] = likely.randomElement(using: &generator) ?? 0 }
        }
    }
    return bytes
}

/// Any bytes at all, up to forty.
func noise(using generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
}

/// A value that a test wrote down itself; the test process stops where it did so wrongly.
func known<T: LosslessStringConvertible>(_ text: String) -> T {
    guard let value = T(text) else { preconditionFailure("a test wrote down \(text), which is no \(T.self)") }
    return value
}

func day(_ text: String) -> Day { known(text) }
func instant(_ text: String) -> Instant { known(text) }
func period(_ text: String) -> Period { known(text) }
func time(_ text: String) -> TimeOfDay { known(text) }
