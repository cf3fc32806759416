public import Database
public import Kernel

extension Kept {
    /// The first row that the clauses let through, locked until the commit if it is going to be changed.
    public func first(
        where clauses: [Clause],
        locking: Bool = false,
        in transaction: Transaction
    ) throws -> KeptRecord<R>? {
        try transaction.first(
            """
            SELECT \(name: table).chain, \(name: table).version, \(name: selection) FROM \(name: table)
            WHERE \(.all(clauses)) LIMIT 1\(name: locking ? transaction.dialect.forUpdate : "")
            """ as Clause
        ) { row in
            guard let chain = row.withText(0, { Identifier(utf8: $0) }) else {
                throw LedgerError(.damaged, "table \(table): a chain that is no id")
            }
            return KeptRecord(record: try Record(row, from: 2), chain: chain, version: UInt64(clamping: row.integer(1)))
        }
    }

    /// The clause for one resource by its identity.
    public func identity(_ id: Identifier) -> Clause { "\(name: table).\(name: key) = \(id.stored)" }

    /// Writes the first such row as JSON, straight from the database; answers its version, or nil when there is none.
    public func write(
        where clauses: [Clause],
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws -> UInt64? {
        var version: UInt64?
        try transaction.each(
            """
            SELECT \(name: table).version, \(name: selection) FROM \(name: table)
            WHERE \(.all(clauses)) LIMIT 1
            """ as Clause
        ) { row in
            version = UInt64(clamping: row.integer(0))
            try R.declaration.write(row, from: 1, to: &writer, addresses)
        }
        return version
    }

    /// Writes such rows as JSON objects, one after another, in the given order.
    ///
    /// - Parameter order: columns of the table, the identity among them so that equal rows have an order too.
    public func writeAll(
        where clauses: [Clause],
        order: Clause,
        limit: Int,
        offset: Int = 0,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        try transaction.each(
            """
            SELECT \(name: selection) FROM \(name: table) WHERE \(.all(clauses)) ORDER BY \(order)
            LIMIT \(.integer(Int64(limit))) OFFSET \(.integer(Int64(offset)))
            """ as Clause
        ) { row in try R.declaration.write(row, to: &writer, addresses) }
    }

    /// How many such rows there are.
    public func count(where clauses: [Clause], in transaction: Transaction) throws -> Int {
        let count = try transaction.first(
            "SELECT count(*) FROM \(name: table) WHERE \(.all(clauses))" as Clause
        ) { $0.integer(0) }
        return Int(count ?? 0)
    }

    /// What a client asked of the list, as a clause.
    public func clause(_ condition: Condition) -> Clause {
        let column: Clause = "\(name: expressions[condition.column] ?? "\(table).\(condition.column)")"
        let value = condition.values.first ?? .null
        return switch condition.comparison {
        case .equal: "\(column) = \(value)"
        case .in: "\(column) IN (\(.list(condition.values)))"
        case .less: "\(column) < \(value)"
        case .lessOrEqual: "\(column) <= \(value)"
        case .greater: "\(column) > \(value)"
        case .greaterOrEqual: "\(column) >= \(value)"
        case .contains: "lower(\(column)) LIKE \(Self.pattern(value)) ESCAPE '!'"
        case .isNull: value == .integer(1) ? "\(column) IS NULL" : "\(column) IS NOT NULL"
        }
    }

    /// Anywhere in the text; what LIKE reads otherwise stands for itself.
    private static func pattern(_ value: Value) -> Value {
        guard case .text(let text) = value else { return .null }
        let escaped = text.lowercased().reduce(into: "") { result, letter in
            if "%_!".contains(letter) { result.append("!") }
            result.append(letter)
        }
        return .text("%\(escaped)%")
    }
}
