public import Kernel

/// A condition for a WHERE, with the values of its parameters in order.
public struct Predicate: Hashable, Sendable {
    /// One condition in brackets; never NULL, so it can be negated and combined.
    public let sql: String
    /// The values for its parameters; the first one has the number that was asked for.
    public let parameters: [Value]

    /// What the statement looks at.
    public enum Aim: Hashable, Sendable {
        /// A list, a count, a search: the grants are gathered once.
        case many
        /// One row by its key: the grants are looked up for it.
        case one
    }
}

/// Where a register keeps what rights are judged by.
///
/// Each is a column with its table or alias (`zaak.type`), so that it can never be mistaken for a column of the grants.
/// A register without a column gives nil: then only grants for all organisations, for all types, or up to
/// `zeer_geheim` count, since what is not known is judged as the strictest. NULL in a row is judged the same way.
public struct Columns: Hashable, Sendable {
    let id: Place
    let organisation: Place?
    let type: Place?
    let rank: Place?

    /// Names the columns; a name without its table is a fault of the program.
    public init(id: String, organisation: String?, type: String?, rank: String?) {
        for column in [id, organisation, type, rank] {
            precondition(column.map(Columns.isQualified) ?? true, "\(column ?? "") must be table.column")
        }
        self.id = .column(id)
        self.organisation = organisation.map { .column($0) }
        self.type = type.map { .column($0) }
        self.rank = rank.map { .column($0) }
    }

    /// Values in the place of columns.
    init(_ target: Target) {
        id = .value(.text(target.id.description))
        organisation = target.organisation.map { .value(.text($0)) }
        type = target.type.map { .value(.text($0.description)) }
        rank = target.rank.map { .value(.integer($0.rawValue)) }
    }

    enum Place: Hashable, Sendable {
        case column(String)
        case value(Value)
    }

    private static func isQualified(_ column: String) -> Bool {
        let parts = column.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && !column.hasPrefix("access_")
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
                    }
            }
    }
}

/// A thing to be judged by its values: what a request is about to make, or what it is about to become.
public struct Target: Hashable, Sendable {
    public let id: Identifier
    public let organisation: String?
    public let type: Identifier?
    public let rank: Rank?

    /// What is nil is judged as the strictest.
    public init(id: Identifier, organisation: String?, type: Identifier?, rank: Rank?) {
        (self.id, self.organisation, self.type, self.rank) = (id, organisation, type, rank)
    }
}
