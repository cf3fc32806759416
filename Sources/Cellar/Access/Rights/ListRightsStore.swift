import Kernel

/// The condition for lists and counts: all that a visitor's grants allow is gathered once for the whole statement, and
/// each row is looked up in it.
///
/// A grant names a type or all, and an organisation or all; so there are four sets, each by its own columns. Ceilings
/// are spelled out, a grant up to `intern` being three members, since a set is looked up by equality. What a register
/// has no column for has no set. Nothing here depends on the row, so neither database runs it twice.
extension Rights {
    static func grantedAmong(
        _ subject: Identifier,
        _ scope: Scope,
        _ kind: Kind,
        _ columns: Columns,
        _ draft: inout Draft
    ) -> String {
        let any = draft.add(GrantStore.any)
        let own = """
            access_grant.subject = \(draft.add(.text(subject.description)))
            AND access_grant.kind IN (\(draft.add(.text(kind.rawValue))), '*')
            AND access_grant.scope IN (\(draft.add(givers(scope, kind))))
            """
        let rank = columns.rank.map { "COALESCE(\(draft.add($0)), 8)" } ?? "8"
        // No grant in these sets has the sign for 'any', so what is not known is in none of them.
        let type = columns.type.map { "COALESCE(\(draft.add($0)), \(any))" }
        let organisation = columns.organisation.map { "COALESCE(\(draft.add($0)), \(any))" }
        var sets = [everywhere(own, any: any, rank: rank)]
        if let type { sets.append(among([type], ["type"], ["organisation"], own, any: any, rank: rank)) }
        if let organisation {
            sets.append(among([organisation], ["organisation"], ["type"], own, any: any, rank: rank))
        }
        if let type, let organisation {
            sets.append(among([type, organisation], ["type", "organisation"], [], own, any: any, rank: rank))
        }
        return sets.joined(separator: "\nOR ")
    }

    /// Ties of the visitor, gathered once.
    static func relatedAmong(
        _ subject: Identifier,
        _ scope: Scope,
        _ kind: Kind,
        to object: Columns.Place,
        _ draft: inout Draft
    ) -> String {
        let bonds = Bond.allCases.filter { $0.holds(scope, of: kind) }
        guard !bonds.isEmpty else { return "1 = 0" }
        let id = draft.add(object)
        return """
            (\(id) IS NOT NULL AND \(id) IN (SELECT access_relation.object FROM access_relation
            WHERE access_relation.subject = \(draft.add(.text(subject.description)))
            AND access_relation.role IN (\(draft.add(bonds.map { .text($0.rawValue) })))))
            """
    }

    private static func everywhere(_ own: String, any: String, rank: String) -> String {
        """
        \(rank) <= COALESCE((SELECT max(access_grant.ceiling) FROM access_grant WHERE \(own)
        AND access_grant.type = \(any) AND access_grant.organisation = \(any)), 0)
        """
    }

    /// Rows whose columns stand in the grants that name these columns and leave the others open.
    private static func among(
        _ places: [String],
        _ named: [String],
        _ open: [String],
        _ own: String,
        any: String,
        rank: String
    ) -> String {
        let wanted = named.map { "access_grant.\($0)" }
        let conditions = wanted.map { "\($0) <> \(any)" } + open.map { "access_grant.\($0) = \(any)" }
        return """
            (\((places + [rank]).joined(separator: ", "))) IN (
            SELECT \(wanted.joined(separator: ", ")), CAST(ladder.column1 AS BIGINT) FROM access_grant
            JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8)) AS ladder ON ladder.column1 <= access_grant.ceiling
            WHERE \(own) AND \(conditions.joined(separator: " AND ")))
            """
    }
}
