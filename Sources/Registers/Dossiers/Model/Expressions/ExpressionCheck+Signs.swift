import Kernel

extension ExpressionCheck {
    mutating func kind(
        _ sign: Expression.Sign,
        _ left: Expression.Part,
        _ right: Expression.Part
    ) -> Operand.Kind? {
        switch sign {
        case .or, .and:
            need(left, [.boolean], "Links van '\(sign.rawValue)' hoort een voorwaarde")
            need(right, [.boolean], "Rechts van '\(sign.rawValue)' hoort een voorwaarde")
            return .boolean
        case .equal, .unequal, .less, .atMost, .more, .atLeast:
            compare(sign, left, right)
            return .boolean
        case .plus, .minus:
            let first = need(left, [.number, .money], "Links van '\(sign.rawValue)' hoort een getal of een bedrag")
            let second = need(right, [.number, .money], "Rechts van '\(sign.rawValue)' hoort een getal of een bedrag")
            return same(first, second)
        case .times: return product(left, right)
        case .over: return quotient(left, right)
        }
    }

    mutating func same(_ first: Operand.Kind?, _ second: Operand.Kind?) -> Operand.Kind? {
        guard let first, let second else { return nil }
        if first == second { return first }
        faults.append("Je kunt \(first.word) en \(second.word) niet samen gebruiken. Maak er euro van met euro(…).")
        return nil
    }

    mutating func compare(_ sign: Expression.Sign, _ left: Expression.Part, _ right: Expression.Part) {
        let (first, second) = (kind(of: left), kind(of: right))
        let isOrdered = sign != .equal && sign != .unequal
        if let first, let second, same(first, second) != nil, isOrdered, ![.number, .money, .day].contains(first) {
            faults.append("'\(sign.rawValue)' vergelijkt getallen, bedragen en datums, geen \(first.word).")
        }
        refuseStrayChoice(left, right)
        refuseStrayChoice(right, left)
    }

    /// A choice compared with a word that it does not have is never true: a typing error.
    mutating func refuseStrayChoice(_ name: Expression.Part, _ value: Expression.Part) {
        guard case .literal(.text(let text)) = value else { return }
        let choices: Set<String>
        switch name {
        case .name(let name): choices = scope.names[name]?.choices ?? []
        case .call(.advice, _): choices = Set(AdviceOutcome.allCases.map(\.rawValue))
        default: return
        }
        guard !choices.isEmpty, !choices.contains(text) else { return }
        faults.append("'\(text.prefix(60))' is hier geen keuze. Kies uit: \(choices.sorted().joined(separator: ", ")).")
    }

    mutating func product(_ left: Expression.Part, _ right: Expression.Part) -> Operand.Kind? {
        let first = need(left, [.number, .money], "Links van '*' hoort een getal of een bedrag")
        let second = need(right, [.number, .money], "Rechts van '*' hoort een getal of een bedrag")
        guard let first, let second else { return nil }
        if first == .money, second == .money {
            faults.append("Je kunt geen bedrag met een bedrag vermenigvuldigen.")
            return nil
        }
        return first == .money || second == .money ? .money : .number
    }

    mutating func quotient(_ left: Expression.Part, _ right: Expression.Part) -> Operand.Kind? {
        let first = need(left, [.number, .money], "Links van '/' hoort een getal of een bedrag")
        let second = need(right, [.number, .money], "Rechts van '/' hoort een getal of een bedrag")
        guard let first, let second else { return nil }
        if first == .number, second == .money {
            faults.append("Je kunt geen getal door een bedrag delen.")
            return nil
        }
        return first == second ? .number : first
    }
}
