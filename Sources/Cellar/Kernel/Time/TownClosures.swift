/// Days beyond the legal holidays on which a town does not work: the usual ones, and for some years its own list.
public struct TownClosures: Hashable, Sendable {
    /// A day that comes back every year, such as 26 December.
    public struct YearlyDay: Hashable, Sendable {
        /// 1 to 12.
        public let month: Int
        /// The day of the month.
        public let day: Int

        /// Nil for a day that no year has; 29 February comes in leap years only.
        public init?(month: Int, day: Int) {
            guard let length = Day.length(ofMonth: month, year: 2000), day >= 1, day <= length else { return nil }
            (self.month, self.day) = (month, day)
        }

        init(_ day: Int, _ month: Int) {
            (self.month, self.day) = (month, day)
        }
    }

    /// The closures of an ordinary year, with their names.
    public var yearly: [YearlyDay: Text]
    /// The closures of a year that the town settled itself: they replace the yearly ones, and an empty list is a
    /// year without any.
    public var years: [Int: [Day: Text]]

    /// Takes both lists; a day listed under another year than its own never counts.
    public init(yearly: [YearlyDay: Text] = [:], years: [Int: [Day: Text]] = [:]) {
        (self.yearly, self.years) = (yearly, years)
    }

    /// The name of the closure on that day, if there is one.
    public func name(on day: Day) -> Text? {
        let (year, month, dayOfMonth) = day.civil
        if let settled = years[year] { return settled[day] }
        return yearly[YearlyDay(dayOfMonth, month)]
    }

    /// No closures: only the legal holidays count, as for the end of a legal term.
    public static let none = TownClosures()

    /// What Flemish officials have off as a rule: 11 July, 2 and 15 November, 26 December.
    public static let flemishOfficials = TownClosures(
        yearly: [
            YearlyDay(11, 7): Text(
                nl: "Feestdag van de Vlaamse Gemeenschap",
                en: "Day of the Flemish Community",
                fr: "fête de la Communauté flamande"
            ),
            YearlyDay(2, 11): Text(nl: "Allerzielen", en: "All Souls' Day", fr: "jour des Morts"),
            YearlyDay(15, 11): Text(nl: "Koningsdag", en: "King's Feast", fr: "fête du Roi"),
            YearlyDay(26, 12): Text(nl: "tweede kerstdag", en: "Boxing Day", fr: "lendemain de Noël"),
        ]
    )
}
