public import Database
public import Kernel

/// Grants and relations in the database: written by registers in the transaction of their change, never cached.
///
/// Identifiers stand here as text, as in the registers' own tables, so that the two can be compared in one statement.
/// A grant for all types or all organisations stores `*` there and not NULL, so that one index serves both.
public enum GrantStore {
    public static let migrations = [
        Migration(
            "access: make grants and relations",
            """
            CREATE TABLE access_grant (
                subject TEXT NOT NULL,
                type TEXT NOT NULL,
                organisation TEXT NOT NULL,
                kind TEXT NOT NULL,
                scope TEXT NOT NULL,
                ceiling BIGINT NOT NULL CHECK (ceiling BETWEEN 1 AND 8),
                PRIMARY KEY (subject, type, organisation, kind, scope, ceiling)
            );
            CREATE TABLE access_relation (
                object TEXT NOT NULL,
                subject TEXT NOT NULL,
                role TEXT NOT NULL,
                PRIMARY KEY (object, subject, role)
            );
            CREATE INDEX access_relation_subject ON access_relation (subject, object);
            """
        )
    ]

    /// Adds a grant; twice is harmless.
    public static func add(_ grant: Grant, in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO access_grant (subject, type, organisation, kind, scope, ceiling)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """,
            values(grant)
        )
    }

    /// Takes a grant away; answers whether there was one.
    @discardableResult
    public static func remove(_ grant: Grant, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            """
            DELETE FROM access_grant WHERE subject = $1 AND type = $2 AND organisation = $3
            AND kind = $4 AND scope = $5 AND ceiling = $6
            """,
            values(grant)
        ) > 0
    }

    /// Makes these the only grants of a subject: how an Applicatie's autorisaties are replaced as a set.
    public static func replace(
        _ subject: Identifier,
        by grants: [Grant],
        in transaction: Transaction
    ) throws {
        precondition(grants.allSatisfy { $0.subject == subject }, "grants of somebody else")
        try transaction.run("DELETE FROM access_grant WHERE subject = $1", [.text(subject.description)])
        for grant in grants { try add(grant, in: transaction) }
    }

    /// The grants of a subject, in the order of the index; for a page of rights, never for a judgement.
    public static func grants(of subject: Identifier, in transaction: Transaction) throws -> [Grant] {
        try transaction.all(
            """
            SELECT subject, type, organisation, kind, scope, ceiling FROM access_grant WHERE subject = $1
            ORDER BY subject, type, organisation, kind, scope, ceiling
            """,
            [.text(subject.description)],
            grant
        ).compactMap(\.self)
    }

    /// All subjects that hold a role or scope, so that rights can be reviewed from the other side.
    public static func subjects(holding gift: Grant.Gift, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            "SELECT DISTINCT subject FROM access_grant WHERE scope = $1 ORDER BY subject",
            [.text(text(gift))]
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }

    static let any = Value.text("*")

    /// How a role stands in the column of scopes; no scope has a colon.
    static func text(_ role: Role) -> String { "rol:" + role.rawValue }

    private static func text(_ gift: Grant.Gift) -> String {
        switch gift {
        case .scope(let scope): scope.rawValue
        case .role(let role): text(role)
        }
    }

    private static func values(_ grant: Grant) -> [Value] {
        [
            .text(grant.subject.description),
            grant.type.map { .text($0.description) } ?? any,
            grant.organisation.map { .text($0) } ?? any,
            .text(grant.kind.rawValue),
            .text(text(grant.gift)),
            .integer(grant.ceiling.rawValue),
        ]
    }

    /// A grant from a row; nil when a later version of the program wrote it and this one does not know the role.
    private static func grant(_ row: Row) -> Grant? {
        guard let subject = Identifier(row.text(0)), let ceiling = Rank(rawValue: row.integer(5)) else {
            return nil
        }
        let (type, organisation) = (Identifier(row.text(1)), row.text(2) == "*" ? nil : row.text(2))
        let scope = row.text(4)
        if scope.hasPrefix("rol:") {
            guard let role = Role(rawValue: String(scope.dropFirst(4))) else { return nil }
            return Grant(subject: subject, role: role, type: type, organisation: organisation, upTo: ceiling)
        }
        return Grant(
            subject: subject,
            scope: Scope(rawValue: scope),
            of: Kind(rawValue: row.text(3)),
            type: type,
            organisation: organisation,
            upTo: ceiling
        )
    }
}

// MARK: - Relations

extension GrantStore {
    /// Ties a subject to an object; twice is harmless.
    public static func add(_ relation: Relation, in transaction: Transaction) throws {
        try transaction.run(
            "INSERT INTO access_relation (object, subject, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            values(relation)
        )
    }

    /// Unties; answers whether they were tied.
    @discardableResult
    public static func remove(_ relation: Relation, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "DELETE FROM access_relation WHERE object = $1 AND subject = $2 AND role = $3",
            values(relation)
        ) > 0
    }

    /// Unties everybody from an object that is destroyed.
    public static func removeRelations(of object: Identifier, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM access_relation WHERE object = $1", [.text(object.description)])
    }

    /// Who is tied to an object.
    public static func relations(of object: Identifier, in transaction: Transaction) throws -> [Relation] {
        try transaction.all(
            "SELECT subject, role FROM access_relation WHERE object = $1 ORDER BY subject, role",
            [.text(object.description)]
        ) { row in
            guard let subject = Identifier(row.text(0)), let role = Bond(rawValue: row.text(1)) else {
                return nil
            }
            return Relation(object: object, subject: subject, role: role)
        }.compactMap(\.self)
    }

    private static func values(_ relation: Relation) -> [Value] {
        [.text(relation.object.description), .text(relation.subject.description), .text(relation.role.rawValue)]
    }
}
