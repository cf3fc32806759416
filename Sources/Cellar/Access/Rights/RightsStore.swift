public import Database
import Kernel

/// What a visitor may do, as conditions that the database judges row by row.
///
/// It holds the visitor and nothing else: grants and relations are read where the condition runs, so a right that was
/// withdrawn is gone at the next statement.
public struct Rights: Sendable {
    let visitor: Visitor

    /// The rights of whoever is asking.
    public init(of visitor: Visitor) { self.visitor = visitor }

    /// The rows on which the visitor may do something: for objects, lists, counts, search, exports and streams alike.
    ///
    /// - Parameters:
    ///   - first: the number of the first parameter, `$1` for 1.
    ///   - aim: whether the statement looks at many rows or at one; the verdict is the same, the cost is not.
    public func predicate(
        _ scope: Scope,
        of kind: Kind,
        on columns: Columns,
        firstParameter first: Int,
        for aim: Predicate.Aim = .many
    ) -> Predicate {
        precondition(first > 0, "parameters are numbered from 1")
        var draft = Draft(next: first)
        let sql = condition(scope, kind, columns, aim, &draft)
        return Predicate(sql: "(\(sql))", parameters: draft.parameters)
    }

    /// Whether the visitor may do something to a thing with these values; the verdict is that of the rows.
    ///
    /// A change is asked for twice: for what the thing is and for what it becomes.
    public func may(_ scope: Scope, of kind: Kind, on target: Target, in transaction: Transaction) throws -> Bool {
        switch visitor {
        case .house: return true
        case .guest(_, let object): return object == target.id && Bond.initiator.holds(scope, of: kind)
        case .anonymous: return false
        case .resident, .official, .program:
            let predicate = predicate(scope, of: kind, on: Columns(target), firstParameter: 1, for: .one)
            return try transaction.exists("SELECT 1 WHERE " + predicate.sql, predicate.parameters)
        }
    }

    private func condition(
        _ scope: Scope,
        _ kind: Kind,
        _ columns: Columns,
        _ aim: Predicate.Aim,
        _ draft: inout Draft
    ) -> String {
        let granted = aim == .many ? Self.grantedAmong : Self.granted
        switch visitor {
        case .house:
            return "1 = 1"
        case .guest(_, let object) where Bond.initiator.holds(scope, of: kind):
            let id = draft.add(columns.id)
            return "\(id) IS NOT NULL AND \(id) = \(draft.add(.text(object.description)))"
        case .resident(let identity):
            return Self.tied(identity.subject, scope, kind, columns, aim, &draft)
        case .official(let identity):
            return granted(identity.subject, scope, kind, columns, &draft)
                + "\nOR " + Self.tied(identity.subject, scope, kind, columns, aim, &draft)
        case .program(let identity, _):
            return granted(identity.subject, scope, kind, columns, &draft)
        case .anonymous, .guest:
            return "1 = 0"
        }
    }

    private static func tied(
        _ subject: Identifier,
        _ scope: Scope,
        _ kind: Kind,
        _ columns: Columns,
        _ aim: Predicate.Aim,
        _ draft: inout Draft
    ) -> String {
        switch aim {
        case .many: relatedAmong(subject, scope, kind, to: columns.id, &draft)
        case .one: related(subject, scope, kind, to: columns.id, &draft)
        }
    }
}

// MARK: - The condition for one row: both tables by their keys

extension Rights {
    static func granted(
        _ subject: Identifier,
        _ scope: Scope,
        _ kind: Kind,
        _ columns: Columns,
        _ draft: inout Draft
    ) -> String {
        let subject = draft.add(.text(subject.description))
        let any = draft.add(GrantStore.any)
        let type = columns.type.map { "\(draft.add($0)), \(any)" } ?? any
        let organisation = columns.organisation.map { "\(draft.add($0)), \(any)" } ?? any
        return """
            EXISTS (SELECT 1 FROM access_grant WHERE access_grant.subject = \(subject)
            AND access_grant.type IN (\(type)) AND access_grant.organisation IN (\(organisation))
            AND access_grant.kind IN (\(draft.add(.text(kind.rawValue))), '*')
            AND access_grant.scope IN (\(draft.add(givers(scope, kind))))
            AND access_grant.ceiling >= \(columns.rank.map { "COALESCE(\(draft.add($0)), 8)" } ?? "8"))
            """
    }

    /// The same without an object: for some type, some organisation, some rank.
    static func grantedSomewhere(
        _ subject: Identifier,
        _ scope: Scope,
        _ kind: Kind,
        _ draft: inout Draft
    ) -> String {
        """
        EXISTS (SELECT 1 FROM access_grant WHERE access_grant.subject = \(draft.add(.text(subject.description)))
        AND access_grant.kind IN (\(draft.add(.text(kind.rawValue))), '*')
        AND access_grant.scope IN (\(draft.add(givers(scope, kind)))))
        """
    }

    static func related(
        _ subject: Identifier,
        _ scope: Scope,
        _ kind: Kind,
        to object: Columns.Place?,
        _ draft: inout Draft
    ) -> String {
        let bonds = Bond.allCases.filter { $0.holds(scope, of: kind) }
        guard !bonds.isEmpty else { return "1 = 0" }
        let one = object.map { "access_relation.object = \(draft.add($0)) AND " } ?? ""
        return """
            EXISTS (SELECT 1 FROM access_relation WHERE \(one)access_relation.subject = \
            \(draft.add(.text(subject.description)))
            AND access_relation.role IN (\(draft.add(bonds.map { .text($0.rawValue) }))))
            """
    }

    /// What in the column of scopes gives a scope: itself, everything, and the roles that hold it.
    static func givers(_ scope: Scope, _ kind: Kind) -> [Value] {
        let roles = Role.allCases.filter { $0.holds(scope, of: kind) }.map(GrantStore.text)
        return ([scope.rawValue, Scope.everything.rawValue] + roles).map { .text($0) }
    }

    /// Numbers parameters as they come.
    struct Draft {
        var next: Int
        var parameters: [Value] = []

        mutating func add(_ value: Value) -> String {
            parameters.append(value)
            defer { next += 1 }
            return "$\(next)"
        }

        mutating func add(_ place: Columns.Place) -> String {
            switch place {
            case .column(let column): column
            case .value(let value): add(value)
            }
        }

        mutating func add(_ values: [Value]) -> String { values.map { add($0) }.joined(separator: ", ") }
    }
}
