public import Kernel

extension FixedWidthInteger {
    /// The number for people, in groups of three: `12.345`, `12,345` in English, `12 345` in French (narrow no-break).
    public func written(in language: Language = .nl) -> String {
        (self < 0 ? "−" : "") + Grouping.grouped(String(magnitude), language)
    }
}

/// An amount in euro cents.
public struct Money: Sendable, Hashable {
    /// Cents; below zero is money back.
    public let cents: Int

    /// Takes an amount in cents.
    public init(cents: Int) {
        self.cents = cents
    }

    /// Where the amount stands.
    public enum Style: Hashable, Sendable {
        /// In running text: `12,50 euro`.
        case text
        /// In tables: `€ 12,50`, with a no-break space.
        case table
    }

    /// The amount for people.
    public func written(_ style: Style = .text, in language: Language = .nl) -> String {
        let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let number = Grouping.grouped(String(euros), language) + Grouping.point(language) + Grouping.two(rest)
        let sign = cents < 0 ? "−" : ""
        return switch (style, language) {
        case (.text, .nl): "\(sign)\(number) euro"
        case (.text, .fr), (.table, .fr): "\(sign)\(number)\u{A0}€"
        case (.text, .en), (.table, .en): "\(sign)€\(number)"
        case (.table, .nl): "€\u{A0}\(sign)\(number)"
        }
    }
}

/// The size of a file.
public struct FileSize: Sendable, Hashable {
    /// Bytes; below zero is shown as nothing.
    public let bytes: Int64

    /// Takes a size in bytes.
    public init(bytes: Int64) {
        self.bytes = bytes
    }

    /// The size for people, in units of a thousand: `84 kB`, `1,2 MB`; one decimal from a megabyte on.
    public func written(in language: Language = .nl) -> String {
        let size = max(0, bytes)
        if size < 1_000 { return "\(size)\u{A0}B" }
        if size < 999_500 { return "\((size + 500) / 1_000)\u{A0}kB" }
        let (unit, name): (Int64, String) = size < 999_950_000 ? (1_000_000, "MB") : (1_000_000_000, "GB")
        let tenths = size / (unit / 10) + (size % (unit / 10) >= unit / 20 ? 1 : 0)
        let whole = Grouping.grouped(String(tenths / 10), language)
        return tenths % 10 == 0
            ? "\(whole)\u{A0}\(name)" : "\(whole)\(Grouping.point(language))\(tenths % 10)\u{A0}\(name)"
    }
}

extension Period {
    /// The period for people, its parts in order: `1 jaar en 2 maanden`, `30 dagen`, `36 uur`.
    public func written(in language: Language = .nl) -> String {
        let parts = zip([years, months, weeks, days, hours, minutes, seconds], PeriodWords.all).filter { $0.0 > 0 }
        let written = parts.map { count, words in "\(count.written(in: language)) \(words.word(count, language))" }
        guard let last = written.last else { return "0 \(PeriodWords.day.word(0, language))" }
        let and = Phrase(nl: "en", en: "and", fr: "et")[language]
        return written.count == 1 ? last : written.dropLast().joined(separator: ", ") + " \(and) " + last
    }
}

private enum Grouping {
    static func grouped(_ digits: String, _ language: Language) -> String {
        let separator: Character =
            switch language {
            case .nl: "."
            case .en: ","
            case .fr: "\u{202F}"
            }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(separator) }
            text.append(digit)
        }
        return text
    }

    static func point(_ language: Language) -> String { language == .en ? "." : "," }

    static func two(_ number: UInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

private struct PeriodWords {
    let one: Phrase
    let other: Phrase

    /// French counts zero as one (CLDR).
    func word(_ count: Int, _ language: Language) -> String {
        (count == 1 || count == 0 && language == .fr ? one : other)[language]
    }

    static let day = PeriodWords(
        one: Phrase(nl: "dag", en: "day", fr: "jour"),
        other: Phrase(nl: "dagen", en: "days", fr: "jours")
    )
    static let all = [
        PeriodWords(
            one: Phrase(nl: "jaar", en: "year", fr: "an"),
            other: Phrase(nl: "jaar", en: "years", fr: "ans")
        ),
        PeriodWords(
            one: Phrase(nl: "maand", en: "month", fr: "mois"),
            other: Phrase(nl: "maanden", en: "months", fr: "mois")
        ),
        PeriodWords(
            one: Phrase(nl: "week", en: "week", fr: "semaine"),
            other: Phrase(nl: "weken", en: "weeks", fr: "semaines")
        ),
        day,
        PeriodWords(
            one: Phrase(nl: "uur", en: "hour", fr: "heure"),
            other: Phrase(nl: "uur", en: "hours", fr: "heures")
        ),
        PeriodWords(
            one: Phrase(nl: "minuut", en: "minute", fr: "minute"),
            other: Phrase(nl: "minuten", en: "minutes", fr: "minutes")
        ),
        PeriodWords(
            one: Phrase(nl: "seconde", en: "second", fr: "seconde"),
            other: Phrase(nl: "seconden", en: "seconds", fr: "secondes")
        ),
    ]
}
