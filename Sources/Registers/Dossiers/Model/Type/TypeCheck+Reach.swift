import Kernel

extension TypeCheck {
    /// Whether a rule can be true with only the work of the phases before that place.
    func canHold(_ rule: Expression, before phase: Int) -> Bool {
        possible(rule.root, phase).yes
    }

    private func possible(_ part: Expression.Part, _ phase: Int) -> (yes: Bool, no: Bool) {
        switch part {
        case .literal(.boolean(let value)): return (value, !value)
        case .not(let inner):
            let inner = possible(inner, phase)
            return (inner.no, inner.yes)
        case .pair(.and, let left, let right):
            let (left, right) = (possible(left, phase), possible(right, phase))
            return (left.yes && right.yes, left.no || right.no)
        case .pair(.or, let left, let right):
            let (left, right) = (possible(left, phase), possible(right, phase))
            return (left.yes || right.yes, left.no && right.no)
        case .pair(_, let left, let right):
            return (isKnowable(left, phase) && isKnowable(right, phase), true)
        case .call(.task, _), .call(.filled, _): return (isKnowable(part, phase), true)
        default: return (true, true)
        }
    }

    /// Whether a task or advice that a part asks about comes up early enough to have an answer.
    private func isKnowable(_ part: Expression.Part, _ phase: Int) -> Bool {
        switch part {
        case .call(.task, let arguments): comesUp(type.tasks.map { ($0.name, $0.phase) }, arguments, before: phase)
        case .call(.advice, let arguments): comesUp(type.advices.map { ($0.name, $0.phase) }, arguments, before: phase)
        case .call(.filled, let arguments): arguments.allSatisfy { isKnowable($0, phase) }
        default: true
        }
    }

    private func comesUp(_ work: [(String, String)], _ arguments: [Expression.Part], before phase: Int) -> Bool {
        guard case .literal(.text(let name))? = arguments.first, let found = work.first(where: { $0.0 == name }),
            let place = place(of: found.1)
        else { return true }
        return place < phase
    }
}
