/// When people are at work in an ordinary week, in Belgian time; each stretch is half-open: 09:00 in, 17:00 out.
public struct OfficeHours: Hashable, Sendable {
    private let week: [[Range<TimeOfDay>]]

    /// Takes the stretches of each weekday, 1 Monday to 7 Sunday; a weekday that is not named is free.
    ///
    /// Nil for another weekday, for stretches that are empty or overlap, and for more than eight on a day.
    public init?(_ stretches: [Int: [Range<TimeOfDay>]]) {
        guard stretches.keys.allSatisfy((1...7).contains) else { return nil }
        week = (1...7).map { (stretches[$0] ?? []).sorted { $0.lowerBound < $1.lowerBound } }
        guard week.allSatisfy(OfficeHours.isSound) else { return nil }
    }

    /// Monday to Friday, the same stretches each day.
    public init?(mondayToFriday stretches: [Range<TimeOfDay>]) {
        self.init(Dictionary(uniqueKeysWithValues: (1...5).map { ($0, stretches) }))
    }

    private init(week: [[Range<TimeOfDay>]]) {
        self.week = week
    }

    /// Monday to Friday, 09:00 to 17:00: what is taken where a town did not say.
    public static let usual = OfficeHours(
        week: (1...7).map { $0 < 6 ? [TimeOfDay(unchecked: 32_400_000)..<TimeOfDay(unchecked: 61_200_000)] : [] }
    )

    /// The stretches of a weekday in order; none for a number that is not 1 to 7.
    public func stretches(onWeekday weekday: Int) -> [Range<TimeOfDay>] {
        week.indices.contains(weekday - 1) ? week[weekday - 1] : []
    }

    /// How many stretches a day may have.
    public static let stretchesMax = 8

    private static func isSound(_ day: [Range<TimeOfDay>]) -> Bool {
        day.count <= stretchesMax && day.allSatisfy { !$0.isEmpty }
            && zip(day, day.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    }
}
