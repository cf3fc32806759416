import Kernel

/// Reads dates as people type them.
enum TypedDay {
    /// `2026-07-01`, `1/7/2026`, `1-7-26`, `1 7 2026`, `1.7.2026`, `1 juli 2026`; nil for what is no day.
    ///
    /// Two digits of a year are those of this century up to ten years ahead of `today`, or else of the last one.
    static func read(_ text: String, today: Day) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.lowercased().split { " /-.\u{A0}".contains($0) }.map(String.init)
        guard parts.count == 3 else { return nil }
        return read(day: parts[0], month: parts[1], year: parts[2], today: today)
    }

    /// The same from three fields.
    static func read(day: String, month: String, year: String, today: Day) -> Day? {
        guard let day = number(day), let month = number(month) ?? self.month(month), let year = number(year) else {
            return nil
        }
        return Day(year: year < 100 ? century(year, today) : year, month: month, day: day)
    }

    private static func number(_ text: String) -> Int? {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy(Naming.isDigit) ? Int(text) : nil
    }

    private static func century(_ year: Int, _ today: Day) -> Int {
        let full = today.year - today.year % 100 + year
        return full > today.year + 10 ? full - 100 : full
    }

    /// A name of a month, or its first three letters.
    private static func month(_ word: String) -> Int? {
        let word = word.lowercased()
        let index = months.firstIndex { $0 == word || ($0.prefix(3) == word && word.count == 3) }
        return (index ?? (word == "mrt" ? 2 : nil)).map { $0 + 1 }
    }

    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ]
}
