extension Day {
    /// How a day is written for people.
    public enum Style: Hashable, Sendable {
        /// In running text: `22 juni 2026`.
        case text
        /// For terms and appointments: `maandag 22 juni 2026`.
        case weekday
        /// In tables: `22/06/2026`.
        case table
    }

    /// The day for people, as Flemish, English and Belgian French readers write it.
    public func written(_ style: Style = .text, in language: Language = .nl) -> String {
        let (year, month, day) = civil
        switch style {
        case .text:
            let ordinal = language == .fr && day == 1 ? "er" : ""
            return "\(day)\(ordinal) \(Wording.months(language)[month - 1]) \(year)"
        case .weekday:
            return "\(Wording.weekdays(language)[weekday - 1]) \(written(.text, in: language))"
        case .table:
            return "\(Wording.padded(day, 2))/\(Wording.padded(month, 2))/\(Wording.padded(year, 4))"
        }
    }
}

extension TimeOfDay {
    /// How a time is written for people.
    public enum Style: Hashable, Sendable {
        /// In running text: `10.12 uur`, `10 uur`.
        case text
        /// In tables and input fields: `10:12`.
        case table
    }

    /// The time for people, to the minute; seconds are cut off.
    ///
    /// In text: `9.05 uur` and `9 uur`, `09:05` in English, `9 h 05` and `9 h` in French, there with no-break spaces.
    public func written(_ style: Style = .text, in language: Language = .nl) -> String {
        let minutes = Wording.padded(minute, 2)
        return switch (style, language) {
        case (.table, _), (.text, .en): "\(Wording.padded(hour, 2)):\(minutes)"
        case (.text, .nl): minute == 0 ? "\(hour) uur" : "\(hour).\(minutes) uur"
        case (.text, .fr): minute == 0 ? "\(hour)\u{A0}h" : "\(hour)\u{A0}h\u{A0}\(minutes)"
        }
    }
}

extension BrusselsTime.Reading {
    /// Date and time for people: `22 juni 2026 om 10.12 uur`, or `22/06/2026 10:12` in a table.
    public func written(_ style: Day.Style = .text, in language: Language = .nl) -> String {
        guard style != .table else { return "\(day.written(.table, in: language)) \(time.written(.table))" }
        let at =
            switch language {
            case .nl: "om"
            case .en: "at"
            case .fr: "à"
            }
        return "\(day.written(style, in: language)) \(at) \(time.written(.text, in: language))"
    }
}

/// The names of months and days, written as in the middle of a sentence.
private enum Wording {
    static func months(_ language: Language) -> [String] {
        switch language {
        case .nl: monthsNl
        case .en: monthsEn
        case .fr: monthsFr
        }
    }

    static func weekdays(_ language: Language) -> [String] {
        switch language {
        case .nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        case .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        case .fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        }
    }

    static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static let monthsNl = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ]
    private static let monthsEn = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
    private static let monthsFr = [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
}
