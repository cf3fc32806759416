/// What an expression may speak of at a place in the document: names with their kinds, and declared things.
struct ExpressionScope: Sendable {
    /// What a name stands for.
    struct Entry: Hashable, Sendable {
        let kind: Operand.Kind
        /// The values that a choice can have; empty where any can be.
        let choices: Set<String>

        init(_ kind: Operand.Kind, choices: Set<String> = []) {
            (self.kind, self.choices) = (kind, choices)
        }
    }

    var names: [String: Entry] = [:]
    /// Tables by name: the kind of value and how many keys a row has (none: it is a scale by number).
    var tables: [String: (kind: Operand.Kind, keys: Int)] = [:]
    /// What may be named in a call, by what is asked for; what is missing here may not be asked for at all.
    var references: [Function.Reference: Set<String>] = [:]

    /// The same scope with more names.
    func with(_ more: [String: Entry]) -> ExpressionScope {
        var scope = self
        scope.names.merge(more) { _, new in new }
        return scope
    }
}
