import Kernel

/// Finds the kind of an expression and what is wrong with it, before any dossier meets it.
struct ExpressionCheck {
    let scope: Scope
    private(set) var faults: [String] = []

    init(_ scope: Scope) {
        self.scope = scope
    }

    /// What is wrong with an expression that must give one of these kinds; empty if it is right.
    static func faults(_ expression: Expression, in scope: Scope, wanted: Set<Operand.Kind>) -> [String] {
        var check = ExpressionCheck(scope)
        guard let kind = check.kind(of: expression.root), !wanted.contains(kind) else { return check.faults }
        let words = wanted.map(\.word).sorted().joined(separator: " of ")
        return check.faults + ["Deze regel geeft \(kind.word), maar hier hoort \(words)."]
    }

    private typealias Part = Expression.Part

    private mutating func kind(of part: Expression.Part) -> Operand.Kind? {
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

    private mutating func entry(of name: String) -> Scope.Entry? {
        if let entry = scope.names[name] { return entry }
        let near = Spelling.nearest(to: name, in: scope.names.keys.sorted()).map { " Bedoel je '\($0)'?" } ?? ""
        faults.append("De naam '\(name.prefix(Spelling.longest))' kennen we hier niet.\(near)")
        return nil
    }

    @discardableResult
    private mutating func need(_ part: Expression.Part, _ kinds: Set<Operand.Kind>, _ rule: String) -> Operand.Kind? {
        guard let kind = kind(of: part) else { return nil }
        if kinds.contains(kind) { return kind }
        faults.append("\(rule), maar er staat \(kind.word).")
        return nil
    }
}

// MARK: - Signs

extension ExpressionCheck {
    private mutating func kind(
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

    private mutating func same(_ first: Operand.Kind?, _ second: Operand.Kind?) -> Operand.Kind? {
        guard let first, let second else { return nil }
        if first == second { return first }
        faults.append("Je kunt \(first.word) en \(second.word) niet samen gebruiken. Maak er euro van met euro(…).")
        return nil
    }

    private mutating func compare(_ sign: Expression.Sign, _ left: Expression.Part, _ right: Expression.Part) {
        let (first, second) = (kind(of: left), kind(of: right))
        let isOrdered = sign != .equal && sign != .unequal
        if let first, let second, same(first, second) != nil, isOrdered, ![.number, .money, .day].contains(first) {
            faults.append("'\(sign.rawValue)' vergelijkt getallen, bedragen en datums, geen \(first.word).")
        }
        refuseStrayChoice(left, right)
        refuseStrayChoice(right, left)
    }

    /// A choice compared with a word that it does not have is never true: a typing error.
    private mutating func refuseStrayChoice(_ name: Expression.Part, _ value: Expression.Part) {
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

    private mutating func product(_ left: Expression.Part, _ right: Expression.Part) -> Operand.Kind? {
        let first = need(left, [.number, .money], "Links van '*' hoort een getal of een bedrag")
        let second = need(right, [.number, .money], "Rechts van '*' hoort een getal of een bedrag")
        guard let first, let second else { return nil }
        if first == .money, second == .money {
            faults.append("Je kunt geen bedrag met een bedrag vermenigvuldigen.")
            return nil
        }
        return first == .money || second == .money ? .money : .number
    }

    private mutating func quotient(_ left: Expression.Part, _ right: Expression.Part) -> Operand.Kind? {
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

// MARK: - Calls

extension ExpressionCheck {
    private mutating func kind(_ function: Function, _ arguments: [Expression.Part]) -> Operand.Kind? {
        let word = "Bij '\(function.rawValue)' hoort"
        switch function {
        case .choose:
            need(arguments[0], [.boolean], "\(word) eerst een voorwaarde")
            return same(kind(of: arguments[1]), kind(of: arguments[2]))
        case .least, .greatest:
            return arguments.map { need($0, [.number, .money], "\(word) een getal of een bedrag") }
                .reduce(nil) { $0 == nil ? $1 : same($0, $1) }
        case .round, .roundUp, .roundDown:
            let first = need(arguments[0], [.number, .money], "\(word) een getal of een bedrag")
            return arguments.count == 1 ? first : same(first, kind(of: arguments[1]))
        case .days: return days(arguments, word)
        case .first, .last: return needing(arguments[0], .span, "\(word) een periode", gives: .day)
        case .date: return date(arguments[0])
        case .plusDays:
            need(arguments[1], [.number], "\(word) als tweede een getal")
            return needing(arguments[0], .day, "\(word) eerst een datum", gives: .day)
        case .year: return needing(arguments[0], .day, "\(word) een datum", gives: .number)
        case .euro: return needing(arguments[0], .number, "\(word) een getal", gives: .money)
        case .filled: return kind(of: arguments[0]).map { _ in .boolean }
        case .contains: return contains(arguments, word)
        case .count: return needing(arguments[0], .texts, "\(word) een meerkeuze", gives: .number)
        case .table: return table(arguments)
        case .check, .task, .paper: return refer(function, arguments[0]).map { _ in .boolean }
        case .advice: return refer(function, arguments[0]).map { _ in .text }
        }
    }

    private mutating func needing(
        _ part: Expression.Part,
        _ kind: Operand.Kind,
        _ rule: String,
        gives result: Operand.Kind
    ) -> Operand.Kind? {
        need(part, [kind], rule)
        return result
    }

    private mutating func days(_ arguments: [Expression.Part], _ word: String) -> Operand.Kind? {
        if arguments.count == 1 { return needing(arguments[0], .span, "\(word) een periode", gives: .number) }
        for argument in arguments { need(argument, [.day], "\(word) een datum") }
        return .number
    }

    private mutating func date(_ part: Expression.Part) -> Operand.Kind? {
        if case .literal(.text(let text)) = part, Day(text) != nil { return .day }
        faults.append("Schrijf een datum als datum('2026-07-01').")
        return nil
    }

    private mutating func contains(_ arguments: [Expression.Part], _ word: String) -> Operand.Kind? {
        need(arguments[0], [.texts], "\(word) eerst een meerkeuze")
        need(arguments[1], [.text], "\(word) als tweede een tekst")
        refuseStrayChoice(arguments[0], arguments[1])
        return .boolean
    }

    private mutating func table(_ arguments: [Expression.Part]) -> Operand.Kind? {
        guard let name = refer(.table, arguments[0]), let table = scope.tables[name] else { return nil }
        let keys = arguments.dropFirst()
        guard keys.count == max(table.keys, 1) else {
            faults.append("De tabel '\(name)' heeft \(max(table.keys, 1)) sleutel(s), geen \(keys.count).")
            return nil
        }
        let isScale = table.keys == 0
        for key in keys {
            need(
                key,
                isScale ? [.number, .money] : [.text],
                "Als sleutel van '\(name)' hoort \(isScale ? "een getal" : "een tekst")"
            )
        }
        return table.kind
    }

    /// The name of something that the document declares.
    private mutating func refer(_ function: Function, _ part: Expression.Part) -> String? {
        guard case .literal(.text(let name)) = part else {
            faults.append("Bij '\(function.rawValue)' hoort een naam tussen aanhalingstekens.")
            return nil
        }
        guard let reference = function.reference, let known = scope.references[reference] else {
            faults.append("'\(function.rawValue)' kun je hier niet gebruiken.")
            return nil
        }
        guard known.contains(name) else {
            let near = Spelling.nearest(to: name, in: known.sorted()).map { " Bedoel je '\($0)'?" } ?? ""
            faults.append("'\(function.rawValue)' verwijst naar '\(name.prefix(60))', maar dat staat er niet.\(near)")
            return nil
        }
        return name
    }
}
