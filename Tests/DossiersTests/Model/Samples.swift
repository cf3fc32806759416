import Kernel
import Testing

@testable import Dossiers

/// An amount that is written right.
func amount(_ text: String) -> Amount { Amount(text) ?? .zero }

/// A day that exists.
func day(_ text: String) -> Day { Day(text) ?? .first }

/// A moment in Brussels.
func moment(_ dayText: String, _ hour: Int = 10, _ minute: Int = 0) -> Instant {
    let start = BrusselsTime.start(of: day(dayText))
    return start.adding(milliseconds: Int64(hour * 60 + minute) * 60_000) ?? start
}
