import Kernel

/// Works out expressions with given values.
///
/// Total: whatever is missing, too large or of the wrong kind becomes `empty`, and a budget of steps ends what would
/// take too long, which no expression that was read can reach.
struct Evaluation {
    /// The value of a name.
    let name: (String) -> Operand
    /// The answer to a call that looks outside the expression: tables, checks, tasks, advices, papers.
    let ask: (Function, [Operand]) -> Operand
    /// Steps that are left.
    private(set) var steps: Int

    init(
        steps: Int = Evaluation.stepsMax,
        name: @escaping (String) -> Operand,
        ask: @escaping (Function, [Operand]) -> Operand
    ) {
        (self.name, self.ask, self.steps) = (name, ask, steps)
    }

    /// Steps for one expression; no expression has as many parts.
    static let stepsMax = 1_000

    mutating func value(of expression: Expression) -> Operand { value(of: expression.root) }

    private mutating func value(of part: Expression.Part) -> Operand {
        guard steps > 0 else { return .empty }
        steps -= 1
        switch part {
        case .literal(let value): return value
        case .name(let word): return name(word)
        case .not(let inner): return .boolean(!value(of: inner).isTrue)
        case .negative(let inner):
            return Operand.zero(like: value(of: inner)).flatMap { zero, value in
                Operand.sum(.minus, zero, value)
            } ?? .empty
        case .pair(.and, let left, let right): return .boolean(value(of: left).isTrue && value(of: right).isTrue)
        case .pair(.or, let left, let right): return .boolean(value(of: left).isTrue || value(of: right).isTrue)
        case .pair(let sign, let left, let right): return Operand.pair(sign, value(of: left), value(of: right))
        case .call(.choose, let arguments): return value(of: arguments[value(of: arguments[0]).isTrue ? 1 : 2])
        case .call(.date, let arguments): return Operand.date(value(of: arguments[0]))
        case .call(let function, let arguments):
            let values = arguments.map { value(of: $0) }
            return function.reference == nil ? Operand.call(function, values) : ask(function, values)
        }
    }
}

extension Operand {
    /// Two values and what stands between them.
    static func pair(_ sign: Expression.Sign, _ left: Operand, _ right: Operand) -> Operand {
        switch sign {
        case .equal: .boolean(left != .empty && left == right)
        case .unequal: .boolean(left != .empty && right != .empty && left != right)
        case .less: ordered(left, right) { $0 < 0 }
        case .atMost: ordered(left, right) { $0 <= 0 }
        case .more: ordered(left, right) { $0 > 0 }
        case .atLeast: ordered(left, right) { $0 >= 0 }
        case .plus, .minus: sum(sign, left, right) ?? .empty
        case .times: product(left, right) ?? .empty
        case .over: quotient(left, right) ?? .empty
        case .and, .or: .empty
        }
    }

    private static func ordered(_ left: Operand, _ right: Operand, _ holds: (Int) -> Bool) -> Operand {
        switch (left, right) {
        case (.number(let a), .number(let b)), (.money(let a), .money(let b)):
            .boolean(holds(a < b ? -1 : a == b ? 0 : 1))
        case (.day(let a), .day(let b)): .boolean(holds(a < b ? -1 : a == b ? 0 : 1))
        default: .boolean(false)
        }
    }

    static func zero(like value: Operand) -> (Operand, Operand)? {
        switch value {
        case .number: (.number(.zero), value)
        case .money: (.money(.zero), value)
        default: nil
        }
    }

    static func sum(_ sign: Expression.Sign, _ left: Operand, _ right: Operand) -> Operand? {
        let add = { (a: Amount, b: Amount) in sign == .plus ? a.adding(b) : a.subtracting(b) }
        switch (left, right) {
        case (.number(let a), .number(let b)): return add(a, b).map { .number($0) }
        case (.money(let a), .money(let b)): return add(a, b).map { .money($0) }
        default: return nil
        }
    }

    private static func product(_ left: Operand, _ right: Operand) -> Operand? {
        switch (left, right) {
        case (.number(let a), .number(let b)): a.times(b).map { .number($0) }
        case (.money(let a), .number(let b)), (.number(let a), .money(let b)): a.times(b).map { .money($0) }
        default: nil
        }
    }

    private static func quotient(_ left: Operand, _ right: Operand) -> Operand? {
        switch (left, right) {
        case (.number(let a), .number(let b)), (.money(let a), .money(let b)): a.divided(by: b).map { .number($0) }
        case (.money(let a), .number(let b)): a.divided(by: b).map { .money($0) }
        default: nil
        }
    }
}
