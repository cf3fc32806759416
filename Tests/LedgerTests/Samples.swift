import Kernel
import Ledger

/// The seed of every random test here; change it to draw other cases, and keep it in a report of a failure.
let seed: UInt64 = 20_261_125

/// Bytes that follow from the generator.
func drawn(_ count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
}

/// A hash that a test wrote down itself; the test process stops where it did so wrongly.
func digest(_ text: String) -> Digest {
    guard let digest = Digest(text) else { preconditionFailure("a test wrote down \(text), which is no hash") }
    return digest
}

/// The same bytes with one bit turned.
func flipped(_ bytes: [UInt8], bit: Int) -> [UInt8] {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
}

extension Digest {
    func flipped(bit: Int) -> Digest {
        guard let digest = Digest(bytes: LedgerTests.flipped(bytes, bit: bit)) else { return self }
        return digest
    }
}

/// The hash of the leaf that tests put at a place: the entry is the place in eight bytes.
func leaf(_ place: Int) -> Digest {
    .leaf((0..<8).map { UInt8(truncatingIfNeeded: place >> (56 - 8 * $0)) })
}
