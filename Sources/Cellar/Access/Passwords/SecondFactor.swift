import Crypto
public import Kernel

/// Six digits of an app, new every 30 seconds.
///
/// Source: RFC 6238 with its defaults (SHA-1, which every app speaks; its collisions do not matter to HMAC), RFC 4226.
public struct SecondFactor: Sendable {
    let seed: [UInt8]

    /// Draws a seed of 160 bits.
    public init(_ surroundings: Surroundings) { seed = surroundings.random(20) }

    init(seed: [UInt8]) { self.seed = seed }

    /// What the app scans or the person types: the seed in base32, RFC 4648 section 6.
    public var text: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (result, bits, count) = ("", UInt32(0), 0)
        for byte in seed {
            (bits, count) = (bits << 8 | UInt32(byte), count + 8)
            while count >= 5 {
                count -= 5
                result.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        if count > 0 { result.append(alphabet[Int(bits << UInt32(5 - count) & 31)]) }
        return result
    }

    /// The code of a moment.
    public func code(at moment: Instant) -> String { code(step: Self.step(at: moment)) }

    /// The step of time for which the code is right: now, the one before or the one after; nil when wrong.
    ///
    /// All three are always computed and compared.
    func step(of code: String, at moment: Instant) -> Int64? {
        let now = Self.step(at: moment)
        var found: Int64?
        for step in (now - 1)...(now + 1) {
            let (right, given) = (SymmetricKey(data: Array(self.code(step: step).utf8)), Array(code.utf8))
            if right == SymmetricKey(data: given) { found = step }
        }
        return found
    }

    static let stepMilliseconds: Int64 = 30_000

    private static func step(at moment: Instant) -> Int64 { moment.milliseconds / stepMilliseconds }

    private func code(step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let code = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: seed))
        let bytes = Array(code)
        let offset = Int(bytes[19] & 15)
        let number = bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
