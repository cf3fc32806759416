import Kernel

extension AnswerReader {
    mutating func period() -> FormAnswer? {
        let (first, last) = (day("van"), day("tot"))
        if first == nil, last != nil, faults.isEmpty { refuse("Vul de eerste dag in.", part: "van") }
        if last == nil, first != nil, faults.isEmpty { refuse("Vul de laatste dag in.", part: "tot") }
        guard let first, let last else { return nil }
        if last < first {
            refuse("De laatste dag moet \(first.written()) of later zijn.", part: "tot")
            return nil
        }
        guard within(first, "van") != nil, within(last, "tot") != nil else { return nil }
        if let most = field.daysMost, first.days(to: last) >= most {
            refuse(
                "De periode mag hoogstens \(most) dagen duren. Nu zijn het er \(first.days(to: last) + 1).",
                part: "tot"
            )
            return nil
        }
        return .span(first, last)
    }

    /// A day from one field, or from three.
    mutating func day(_ name: String) -> Day? {
        let whole = name.isEmpty ? submission.value(field.name) : part(name)
        let prefix = name.isEmpty ? "" : "\(name)."
        let parts = ["dag", "maand", "jaar"].map { part(prefix + $0) }
        guard whole != nil || parts.contains(where: { $0 != nil }) else { return nil }
        let read =
            if let whole {
                whole.utf8.count <= 40 ? TypedDay.read(whole, today: today) : nil
            } else {
                TypedDay.read(day: parts[0] ?? "", month: parts[1] ?? "", year: parts[2] ?? "", today: today)
            }
        if read == nil { refuse("Vul een datum in zoals 1 7 2026.", part: name) }
        return read
    }

    mutating func within(_ day: Day, _ name: String) -> Day? {
        if let earliest, day < earliest {
            refuse("De datum moet \(earliest.written()) of later zijn.", part: name)
        } else if let latest, day > latest {
            refuse("De datum moet \(latest.written()) of vroeger zijn.", part: name)
        } else {
            return day
        }
        return nil
    }
}
