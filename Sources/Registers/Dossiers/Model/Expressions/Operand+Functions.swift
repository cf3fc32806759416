import Kernel

extension Operand {
    /// A call that needs nothing but its arguments.
    static func call(_ function: Function, _ values: [Operand]) -> Operand {
        switch function {
        case .least: extreme(values) { $0 < $1 }
        case .greatest: extreme(values) { $0 > $1 }
        case .round: rounded(.nearest, values)
        case .roundUp: rounded(.up, values)
        case .roundDown: rounded(.down, values)
        case .days: days(values)
        case .first: edge(values) { first, _ in first }
        case .last: edge(values) { _, last in last }
        case .plusDays: later(values)
        case .year: year(values)
        case .euro: euro(values)
        case .filled: .boolean(values.first.map { $0 != .empty } ?? false)
        case .contains: contains(values)
        case .count: count(values)
        case .choose, .date, .table, .check, .task, .advice, .paper: .empty
        }
    }

    static func date(_ value: Operand) -> Operand {
        guard case .text(let text) = value, let day = Day(text) else { return .empty }
        return .day(day)
    }

    /// The amount in a number or a sum of euros.
    var amount: Amount? {
        switch self {
        case .number(let amount), .money(let amount): amount
        default: nil
        }
    }

    /// An amount of the same kind as this one.
    private func holding(_ amount: Amount?) -> Operand {
        guard let amount else { return .empty }
        if case .money = self { return .money(amount) }
        return .number(amount)
    }

    private static func extreme(_ values: [Operand], _ isBetter: (Amount, Amount) -> Bool) -> Operand {
        let amounts = values.compactMap(\.amount)
        guard let first = values.first, amounts.count == values.count else { return .empty }
        return first.holding(amounts.min(by: isBetter))
    }

    private static func rounded(_ rule: Amount.Rounding, _ values: [Operand]) -> Operand {
        guard let first = values.first, let amount = first.amount else { return .empty }
        guard values.count > 1 else { return first.holding(amount.rounded(rule)) }
        return values[1].amount.map { first.holding(amount.rounded(rule, to: $0)) } ?? .empty
    }

    private static func days(_ values: [Operand]) -> Operand {
        if case .span(let first, let last)? = values.first {
            return .number(Amount(clamping: first.days(to: last) + 1))
        }
        guard values.count == 2, case .day(let first) = values[0], case .day(let last) = values[1] else {
            return .empty
        }
        return .number(Amount(clamping: first.days(to: last)))
    }

    private static func edge(_ values: [Operand], _ choose: (Day, Day) -> Day) -> Operand {
        guard case .span(let first, let last)? = values.first else { return .empty }
        return .day(choose(first, last))
    }

    private static func later(_ values: [Operand]) -> Operand {
        guard values.count == 2, case .day(let day) = values[0], case .number(let count) = values[1] else {
            return .empty
        }
        return day.adding(days: Int(count.units / Amount.scale)).map { .day($0) } ?? .empty
    }

    private static func year(_ values: [Operand]) -> Operand {
        guard case .day(let day)? = values.first else { return .empty }
        return .number(Amount(clamping: day.year))
    }

    private static func euro(_ values: [Operand]) -> Operand {
        guard case .number(let amount)? = values.first else { return .empty }
        return .money(amount)
    }

    private static func contains(_ values: [Operand]) -> Operand {
        guard values.count == 2, case .texts(let list) = values[0], case .text(let text) = values[1] else {
            return .boolean(false)
        }
        return .boolean(list.contains(text))
    }

    private static func count(_ values: [Operand]) -> Operand {
        guard case .texts(let list)? = values.first else { return .number(.zero) }
        return .number(Amount(clamping: list.count))
    }
}
