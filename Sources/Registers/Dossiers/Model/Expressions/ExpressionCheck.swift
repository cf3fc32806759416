import Kernel

/// Finds the kind of an expression and what is wrong with it, before any dossier meets it.
struct ExpressionCheck {
    let scope: ExpressionScope
    var faults: [String] = []

    init(_ scope: ExpressionScope) {
        self.scope = scope
    }

    /// What is wrong with an expression that must give one of these kinds; empty if it is right.
    static func faults(_ expression: Expression, in scope: ExpressionScope, wanted: Set<Operand.Kind>) -> [String] {
        var check = ExpressionCheck(scope)
        guard let kind = check.kind(of: expression.root), !wanted.contains(kind) else { return check.faults }
        let words = wanted.map(\.word).sorted().joined(separator: " of ")
        return check.faults + ["Deze regel geeft \(kind.word), maar hier hoort \(words)."]
    }

    private typealias Part = Expression.Part

    mutating func kind(of part: Expression.Part) -> Operand.Kind? {
        switch part {
        case .literal(let value): return value.kind
        case .name(let name): return entry(of: name)?.kind
        case .not(let inner):
            need(inner, [.boolean], "Na 'niet' hoort een voorwaarde")
            return .boolean
        case .negative(let inner):
            return need(inner, [.number, .money], "Na een minteken hoort een getal of een bedrag")
        case .pair(let sign, let left, let right): return kind(sign, left, right)
        case .call(let function, let arguments): return kind(function, arguments)
        }
    }

    mutating func entry(of name: String) -> ExpressionScope.Entry? {
        if let entry = scope.names[name] { return entry }
        let near = Spelling.nearest(to: name, in: scope.names.keys.sorted()).map { " Bedoel je '\($0)'?" } ?? ""
        faults.append("De naam '\(name.prefix(Spelling.longest))' kennen we hier niet.\(near)")
        return nil
    }

    @discardableResult
    mutating func need(_ part: Expression.Part, _ kinds: Set<Operand.Kind>, _ rule: String) -> Operand.Kind? {
        guard let kind = kind(of: part) else { return nil }
        if kinds.contains(kind) { return kind }
        faults.append("\(rule), maar er staat \(kind.word).")
        return nil
    }
}
