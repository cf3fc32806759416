internal import Kernel
internal import Synchronization

/// The Date field of answers, written anew once a second.
///
/// Source: RFC 9110 section 5.6.7, IMF-fixdate.
final class DateLine: Sendable {
    private let last = Mutex<(second: Int64, text: String)>((.min, ""))

    func text(at instant: Instant) -> String {
        let second = instant.milliseconds / 1_000
        return last.withLock { last in
            if last.second != second { last = (second, DateLine.write(second)) }
            return last.text
        }
    }

    private static func write(_ second: Int64) -> String {
        let (days, time) = (second / 86_400, second % 86_400)
        guard second >= 0, let day = Day(number: Int32(clamping: days)) else { return "Thu, 01 Jan 1970 00:00:00 GMT" }
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { two($0) }.joined(separator: ":")
        let date = "\(two(Int64(day.day))) \(months[day.month - 1]) \(day.year)"
        return "\(weekdays[day.weekday - 1]), \(date) \(clock) GMT"
    }

    private static func two(_ number: Int64) -> String {
        (number < 10 ? "0" : "") + String(number)
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
