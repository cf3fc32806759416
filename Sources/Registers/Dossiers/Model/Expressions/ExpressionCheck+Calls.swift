import Kernel

extension ExpressionCheck {
    mutating func kind(_ function: Function, _ arguments: [Expression.Part]) -> Operand.Kind? {
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

    mutating func needing(
        _ part: Expression.Part,
        _ kind: Operand.Kind,
        _ rule: String,
        gives result: Operand.Kind
    ) -> Operand.Kind? {
        need(part, [kind], rule)
        return result
    }

    mutating func days(_ arguments: [Expression.Part], _ word: String) -> Operand.Kind? {
        if arguments.count == 1 { return needing(arguments[0], .span, "\(word) een periode", gives: .number) }
        for argument in arguments { need(argument, [.day], "\(word) een datum") }
        return .number
    }

    mutating func date(_ part: Expression.Part) -> Operand.Kind? {
        if case .literal(.text(let text)) = part, Day(text) != nil { return .day }
        faults.append("Schrijf een datum als datum('2026-07-01').")
        return nil
    }

    mutating func contains(_ arguments: [Expression.Part], _ word: String) -> Operand.Kind? {
        need(arguments[0], [.texts], "\(word) eerst een meerkeuze")
        need(arguments[1], [.text], "\(word) als tweede een tekst")
        refuseStrayChoice(arguments[0], arguments[1])
        return .boolean
    }

    mutating func table(_ arguments: [Expression.Part]) -> Operand.Kind? {
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
    mutating func refer(_ function: Function, _ part: Expression.Part) -> String? {
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
