/// One of the ten legal holidays of Belgium.
///
/// Source: law of 4 January 1974 and royal decree of 18 April 1974, article 1. Asked about a year before that, it
/// answers as if the list had always held.
public enum Holiday: String, CaseIterable, Hashable, Sendable {
    /// 1 January.
    case newYear
    /// The day after Easter.
    case easterMonday
    /// 1 May.
    case labourDay
    /// The Thursday 39 days after Easter.
    case ascension
    /// The Monday 50 days after Easter.
    case whitMonday
    /// 21 July.
    case nationalDay
    /// 15 August.
    case assumption
    /// 1 November.
    case allSaints
    /// 11 November.
    case armistice
    /// 25 December.
    case christmas

    /// The day on which it falls; nil outside the years 1 to 9999.
    public func day(in year: Int) -> Day? {
        switch self {
        case .newYear: Day(year: year, month: 1, day: 1)
        case .easterMonday: Holiday.easter(in: year)?.adding(days: Holiday.daysToEasterMonday)
        case .labourDay: Day(year: year, month: 5, day: 1)
        case .ascension: Holiday.easter(in: year)?.adding(days: Holiday.daysToAscension)
        case .whitMonday: Holiday.easter(in: year)?.adding(days: Holiday.daysToWhitMonday)
        case .nationalDay: Day(year: year, month: 7, day: 21)
        case .assumption: Day(year: year, month: 8, day: 15)
        case .allSaints: Day(year: year, month: 11, day: 1)
        case .armistice: Day(year: year, month: 11, day: 11)
        case .christmas: Day(year: year, month: 12, day: 25)
        }
    }

    /// The holiday on that day, if it is one.
    ///
    /// When Ascension falls on 1 May, as in 2008, it is Labour Day.
    public static func on(_ day: Day) -> Holiday? {
        let (year, month, dayOfMonth) = day.civil
        return switch (dayOfMonth, month) {
        case (1, 1): .newYear
        case (1, 5): .labourDay
        case (21, 7): .nationalDay
        case (15, 8): .assumption
        case (1, 11): .allSaints
        case (11, 11): .armistice
        case (25, 12): .christmas
        case (_, 3...6): movable(on: day, year: year)
        default: nil
        }
    }

    /// Easter Sunday by the Gregorian computus; nil outside the years 1 to 9999. Before 1583 it is a reckoning only.
    ///
    /// Source: the computus of Clavius: the Paschal full moon by the golden number, with the centuries' solar and lunar
    /// corrections, then the Sunday after it.
    public static func easter(in year: Int) -> Day? {
        guard (1...9999).contains(year) else { return nil }
        let century = year / 100
        let solar = century - century / 4
        let lunar = (8 * century + 13) / 25
        // Days from 21 March to the full moon, before the two exceptions that keep the cycle of nineteen years whole.
        let moon = (19 * (year % 19) + solar - lunar + 15) % 30
        let isExceptional = moon == 29 || (moon == 28 && year % 19 > 10)
        let equinox = Int(Day.number(year: year, month: 3, day: 21))
        let fullMoon = Day(unchecked: Int32(truncatingIfNeeded: equinox + moon - (isExceptional ? 1 : 0)))
        return fullMoon.adding(days: 7 - fullMoon.weekday % 7)
    }

    private static func movable(on day: Day, year: Int) -> Holiday? {
        switch easter(in: year)?.days(to: day) {
        case daysToEasterMonday: .easterMonday
        case daysToAscension: .ascension
        case daysToWhitMonday: .whitMonday
        default: nil
        }
    }

    private static let daysToEasterMonday = 1
    private static let daysToAscension = 39
    private static let daysToWhitMonday = 50
}

extension Holiday {
    /// Its name, for people.
    public var name: Text {
        switch self {
        case .newYear: Text(nl: "Nieuwjaar", en: "New Year's Day", fr: "Nouvel An")
        case .easterMonday: Text(nl: "paasmaandag", en: "Easter Monday", fr: "lundi de Pâques")
        case .labourDay: Text(nl: "Dag van de Arbeid", en: "Labour Day", fr: "fête du Travail")
        case .ascension: Text(nl: "Onze-Lieve-Heer-Hemelvaart", en: "Ascension Day", fr: "Ascension")
        case .whitMonday: Text(nl: "pinkstermaandag", en: "Whit Monday", fr: "lundi de Pentecôte")
        case .nationalDay: Text(nl: "nationale feestdag", en: "Belgian National Day", fr: "fête nationale")
        case .assumption: Text(nl: "Onze-Lieve-Vrouw-Hemelvaart", en: "Assumption Day", fr: "Assomption")
        case .allSaints: Text(nl: "Allerheiligen", en: "All Saints' Day", fr: "Toussaint")
        case .armistice: Text(nl: "Wapenstilstand", en: "Armistice Day", fr: "Armistice")
        case .christmas: Text(nl: "Kerstmis", en: "Christmas Day", fr: "Noël")
        }
    }
}
