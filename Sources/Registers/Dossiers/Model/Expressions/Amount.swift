/// An exact decimal with four digits behind the comma: a number of things, of days, or of euros.
///
/// It holds at most 100 000 000 000 on either side of zero; what goes beyond gives nil, never a trap.
public struct Amount: Hashable, Comparable, Sendable {
    /// Ten-thousandths.
    public let units: Int64

    /// The amount of so many ten-thousandths; nil beyond the limit.
    public init?(units: Int64) {
        guard (-Amount.limit...Amount.limit).contains(units) else { return nil }
        self.units = units
    }

    init(clamping number: Int) {
        units = Int64(min(max(number, -100_000_000), 100_000_000)) * Amount.scale
    }

    /// Nothing.
    public static let zero = Amount(clamping: 0)
    /// One.
    public static let one = Amount(clamping: 1)

    /// How many units go into one.
    static let scale: Int64 = 10_000
    private static let limit: Int64 = 100_000_000_000 * scale

    /// The order of numbers.
    public static func < (left: Amount, right: Amount) -> Bool { left.units < right.units }

    /// Euros as whole cents, halves away from zero.
    public var cents: Int64 { Amount.divide(units, by: 100) }

    /// Whether there is nothing behind the comma.
    public var isWhole: Bool { units % Amount.scale == 0 }

    func adding(_ other: Amount) -> Amount? { Amount(units: units + other.units) }
    func subtracting(_ other: Amount) -> Amount? { Amount(units: units - other.units) }

    /// The product, rounded to the nearest unit.
    func times(_ other: Amount) -> Amount? {
        Amount.divide(units.magnitude.multipliedFullWidth(by: other.units.magnitude), by: UInt64(Amount.scale))
            .flatMap { Amount(magnitude: $0, isNegative: (units < 0) != (other.units < 0)) }
    }

    /// The quotient, rounded to the nearest unit; nil for a division by nothing.
    func divided(by other: Amount) -> Amount? {
        Amount.divide(units.magnitude.multipliedFullWidth(by: UInt64(Amount.scale)), by: other.units.magnitude)
            .flatMap { Amount(magnitude: $0, isNegative: (units < 0) != (other.units < 0)) }
    }

    private init?(magnitude: UInt64, isNegative: Bool) {
        guard let value = Int64(exactly: magnitude) else { return nil }
        self.init(units: isNegative ? -value : value)
    }

    /// A quotient of 128 by 64 bits, halves up; nil if it has more than 64 bits or the divisor is zero.
    private static func divide(_ wide: (high: UInt64, low: UInt64), by divisor: UInt64) -> UInt64? {
        guard divisor > wide.high else { return nil }
        let (quotient, rest) = divisor.dividingFullWidth(wide)
        let (rounded, overflow) = quotient.addingReportingOverflow(rest >= divisor - rest ? 1 : 0)
        return overflow ? nil : rounded
    }

    /// A multiple of the step, by the rule; nil for a step that is not above zero.
    func rounded(_ rule: Rounding, to step: Amount = .one) -> Amount? {
        guard step.units > 0 else { return nil }
        let (quotient, rest) = units.quotientAndRemainder(dividingBy: step.units)
        let steps =
            switch rule {
            case .nearest: Amount.divide(units, by: step.units)
            case .up: quotient + (rest > 0 ? 1 : 0)
            case .down: quotient - (rest < 0 ? 1 : 0)
            }
        return Amount(units: steps * step.units)
    }

    enum Rounding { case nearest, up, down }

    /// Halves go away from zero.
    private static func divide(_ value: Int64, by divisor: Int64) -> Int64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        let isHalf = rest.magnitude >= divisor.magnitude - rest.magnitude
        guard isHalf, rest != 0 else { return quotient }
        return (value < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
    }
}
