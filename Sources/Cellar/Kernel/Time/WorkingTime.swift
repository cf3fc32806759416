/// Working time between moments: what passes within office hours, on days that are no holiday and no closure.
///
/// It is made once for a span of days (a sum for each day) and then answers in constant time, so that millions of
/// events can be measured. Which weekdays count follows from the office hours alone: a town that works on Saturday
/// gives Saturday hours.
public struct WorkingTime: Sendable {
    /// The days for which it can answer.
    public let span: ClosedRange<Day>

    private let hours: OfficeHours
    /// For each day of the span the working milliseconds before it, and at the end those of the whole span.
    private let sums: [Int64]

    /// Prepares the span; nil if it is longer than `spanDaysMax`.
    public init?(_ hours: OfficeHours, days: WorkingDays, span: ClosedRange<Day>) {
        guard span.lowerBound.days(to: span.upperBound) < WorkingTime.spanDaysMax else { return nil }
        (self.hours, self.span) = (hours, span)
        var (sums, sum): ([Int64], Int64) = ([0], 0)
        for number in span.lowerBound.number...span.upperBound.number {
            let day = Day(unchecked: number)
            if days.closure(on: day) == nil {
                sum += WorkingTime.stretches(hours, on: day).reduce(0) { $0 + $1.start.milliseconds(to: $1.end) }
            }
            sums.append(sum)
        }
        self.sums = sums
    }

    /// Working milliseconds from one moment (included) to another (not included); zero if the other is not later.
    ///
    /// Nil if a moment lies outside the span.
    public func milliseconds(from start: Instant, to end: Instant) -> Int64? {
        guard let before = total(until: start), let after = total(until: end) else { return nil }
        return max(0, after - before)
    }

    /// The earliest moment at which so many working milliseconds have passed since the start; zero gives the start.
    ///
    /// Nil below zero, and where the start or the answer lies outside the span.
    public func instant(after milliseconds: Int64, from start: Instant) -> Instant? {
        guard milliseconds >= 0, let before = total(until: start) else { return nil }
        guard milliseconds > 0 else { return start }
        let (target, overflow) = before.addingReportingOverflow(milliseconds)
        guard !overflow, let whole = sums.last, target <= whole else { return nil }
        let index = dayReaching(target)
        var left = target - sums[index]
        for (start, end) in WorkingTime.stretches(hours, on: day(at: index)) {
            let length = start.milliseconds(to: end)
            if left <= length { return start.adding(milliseconds: left) }
            left -= length
        }
        return nil
    }

    /// How long a span may be: two hundred years, 600 KB of sums.
    public static let spanDaysMax = 73_050
}

extension WorkingTime {
    /// Working milliseconds from the start of the span to a moment; nil outside the span, whose very end is inside.
    private func total(until instant: Instant) -> Int64? {
        let day = BrusselsTime.day(of: instant)
        guard span.contains(day) else { return instant == BrusselsTime.end(of: span.upperBound) ? sums.last : nil }
        let index = span.lowerBound.days(to: day)
        guard sums[index + 1] > sums[index] else { return sums[index] }
        return WorkingTime.stretches(hours, on: day).reduce(sums[index]) { sum, stretch in
            sum + max(0, stretch.start.milliseconds(to: min(instant, stretch.end)))
        }
    }

    /// The first day at whose end the sum has reached the target, which is above zero and not above the whole.
    private func dayReaching(_ target: Int64) -> Int {
        var (low, high) = (0, sums.count - 2)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] >= target { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func day(at index: Int) -> Day {
        Day(unchecked: span.lowerBound.number + Int32(truncatingIfNeeded: index))
    }

    /// The stretches of that day as moments, so that a night in which the clock changes has its true length.
    private static func stretches(_ hours: OfficeHours, on day: Day) -> [(start: Instant, end: Instant)] {
        hours.stretches(onWeekday: day.weekday).map { stretch in
            (
                BrusselsTime.instant(on: day, at: stretch.lowerBound),
                BrusselsTime.instant(on: day, at: stretch.upperBound)
            )
        }
    }
}
