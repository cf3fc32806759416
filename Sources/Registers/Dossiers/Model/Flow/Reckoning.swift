public import Kernel

/// The last day of a term, and how it came about, line by line.
public struct Reckoning: Hashable, Sendable {
    /// A step of the computation.
    public struct Line: Hashable, Sendable {
        /// What happens in this step, in Dutch.
        public let sentence: String
        /// The last day after this step; none where the term does not run yet.
        public let day: Day?
    }

    /// The steps.
    public private(set) var lines: [Line] = []
    /// The last day, itself included; none as long as the term does not run.
    public private(set) var lastDay: Day?
    /// Since when the term stands still, if it does.
    public private(set) var suspendedSince: Day?

    private let calendar: WorkingDays

    /// What a term is reckoned from.
    struct Basis {
        /// The day from which it runs; that day does not count itself. None: it does not run yet.
        var start: Day?
        /// Stretches in which it stands still, in order, that do not overlap; one without an end still lasts.
        var suspensions: [(from: Day, to: Day?)] = []
        /// Days on which it was made longer.
        var extensions: [Day] = []
        /// The day on which one looks, or on which the dossier ended.
        var today: Day
    }

    init(_ term: Term, _ basis: Basis, in calendar: WorkingDays) {
        self.calendar = calendar
        guard let start = basis.start else {
            add("De termijn begint pas als het dossier volledig is.", nil)
            return
        }
        begin(term, on: start)
        var left = term.suspension?.daysMost ?? Reckoning.daysMost
        for event in Self.events(basis, term) where lastDay != nil {
            switch event {
            case .suspension(let from, let to): suspend(term, max(from, start), to, basis.today, &left)
            case .extension(let day): extend(term, on: day)
            }
        }
        shift(term)
    }

    /// A term never stands still longer.
    private static let daysMost = 36_500

    private enum Event {
        case suspension(Day, Day?)
        case `extension`(Day)

        var day: Day {
            switch self {
            case .suspension(let day, _), .extension(let day): day
            }
        }
    }

    private static func events(_ basis: Basis, _ term: Term) -> [Event] {
        let suspensions = term.suspension == nil ? [] : basis.suspensions.map { Event.suspension($0.from, $0.to) }
        let extensions = basis.extensions.prefix(term.extend?.times ?? 0).map { Event.extension($0) }
        return (suspensions + extensions).enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }
        .map(\.element)
    }

    private mutating func add(_ sentence: String, _ day: Day?) {
        lines.append(Line(sentence: sentence, day: day))
        lastDay = day
    }
}

// MARK: - Steps

extension Reckoning {
    private mutating func begin(_ term: Term, on start: Day) {
        let word = term.start == .receipt ? "Ontvangen" : "Volledig"
        add("\(word) op \(start.written(.weekday)). De dag erna is dag 1.", start)
        let length = term.length.written(inWorkingDays: term.inWorkingDays)
        add("Termijn van \(length).", later(start, term.length, term.inWorkingDays))
    }

    private mutating func suspend(_ term: Term, _ from: Day, _ to: Day?, _ today: Day, _ left: inout Int) {
        guard let end = shifted(term), from <= end else {
            return note("Op \(from.written()) was de termijn al voorbij: de vraag schort hem niet meer op.")
        }
        let until = to ?? max(today, from)
        let days = min(from.days(to: until), left)
        guard days > 0 || to == nil else { return }
        let isExhausted = days == left && from.days(to: until) >= left
        left -= max(days, 0)
        if to == nil, !isExhausted { suspendedSince = from }
        let stretch = to.map { "van \(from.written()) tot \($0.written())" } ?? "sinds \(from.written())"
        let limit = isExhausted ? ", het hoogste aantal" : ""
        add("Opgeschort \(stretch): \(Self.days(days)) erbij\(limit).", longer(days, from, term))
    }

    private mutating func extend(_ term: Term, on day: Day) {
        guard let extend = term.extend, let lastDay else { return }
        guard let end = shifted(term), day <= end else {
            return note("Op \(day.written()) was de termijn al voorbij: verlengen kon niet meer.")
        }
        let length = extend.length.written(inWorkingDays: term.inWorkingDays)
        add("Verlengd met \(length) op \(day.written()).", later(lastDay, extend.length, term.inWorkingDays))
    }

    private mutating func shift(_ term: Term) {
        guard let lastDay, let moved = shifted(term), moved != lastDay else { return }
        let why = calendar.closure(on: lastDay)?.nl ?? (lastDay.weekday == 6 ? "een zaterdag" : "een zondag")
        add("\(lastDay.written(.weekday).capitalizedFirst) is \(why): de uiterste dag schuift op.", moved)
    }

    private mutating func note(_ sentence: String) { lines.append(Line(sentence: sentence, day: lastDay)) }

    private func shifted(_ term: Term) -> Day? {
        lastDay.flatMap { term.shift.term.applied(to: $0, in: calendar) }
    }

    private func later(_ day: Day, _ length: Period, _ inWorkingDays: Bool) -> Day? {
        calendar.day(length, after: day, inWorkingDays: inWorkingDays)
    }

    /// The last day so many days later; in a term of working days only those of the stretch count.
    private func longer(_ days: Int, _ from: Day, _ term: Term) -> Day? {
        guard let lastDay else { return nil }
        guard term.inWorkingDays else { return lastDay.adding(days: days) }
        let worked = (0..<min(days, Reckoning.daysMost)).count { offset in
            from.adding(days: offset + 1).map(calendar.isWorkingDay) ?? false
        }
        return calendar.adding(workingDays: worked, to: lastDay)
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 dag" : "\(count) dagen" }
}

extension WorkingDays {
    /// The day a period later, counted in calendar days or in working days.
    func day(_ length: Period, after day: Day, inWorkingDays: Bool) -> Day? {
        inWorkingDays ? adding(workingDays: length.days, to: day) : day.adding(length)
    }
}

extension Period {
    /// The duration in words: `2 maanden en 10 dagen`.
    func written(inWorkingDays: Bool = false) -> String {
        let words = [
            (years, "jaar", "jaar"), (months, "maand", "maanden"), (weeks, "week", "weken"),
            (days, inWorkingDays ? "werkdag" : "dag", inWorkingDays ? "werkdagen" : "dagen"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " en " + (words.last ?? "")
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
