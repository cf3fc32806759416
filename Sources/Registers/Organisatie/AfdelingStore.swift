public import Database
public import Kernel
public import Ledger

/// The departments: few, and read with every dossier that names one.
public struct AfdelingStore: Sendable {
    public init() {}

    static let kept = Kept<Afdeling>("afdeling", kinds: OrganisatieModule.Kinds.afdeling)

    static let migration = Migration(
        "organisatie: make afdelingen",
        """
        CREATE TABLE afdeling (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            code TEXT NOT NULL UNIQUE,
            naam TEXT NOT NULL,
            deel_van TEXT NOT NULL,
            telefoon TEXT NOT NULL,
            mail TEXT NOT NULL,
            is_extern BIGINT NOT NULL
        );
        CREATE INDEX afdeling_chain ON afdeling (chain);
        CREATE INDEX afdeling_deel_van ON afdeling (deel_van);
        """
    )

    /// Parts within parts that are followed; a circle ends there too.
    static let depthMax = 5

    /// Makes a department; its chain begins.
    @discardableResult
    public func add(_ draft: Draft<Afdeling>, _ change: Change) throws -> KeptRecord<Afdeling> {
        var draft = draft
        draft.uuid = change.identifier()
        let record = try draft.record()
        try check(record, change.transaction)
        do {
            return try Self.kept.add(record, to: record.identifier, change)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid("code", "unique", "Er is al een afdeling met deze code.")
        }
    }

    /// Changes what is given; the code stays.
    @discardableResult
    public func change(_ code: String, _ draft: Draft<Afdeling>, _ change: Change) throws -> KeptRecord<Afdeling> {
        let clause: Clause = "afdeling.code = \(.text(code))"
        guard let old = try Self.kept.first(where: [clause], locking: true, in: change.transaction) else {
            throw Problem(.notFound)
        }
        let record = try draft.record(changing: old.record)
        try check(record, change.transaction)
        return try Self.kept.replace(record, in: old.chain, change)
    }

    /// All departments, by name.
    public func all(in transaction: Transaction) throws -> [Record<Afdeling>] {
        let columns = Afdeling.declaration.columns.map { "afdeling.\($0.name)" }.joined(separator: ", ")
        return try transaction.all(
            "SELECT \(name: columns) FROM afdeling ORDER BY naam, code LIMIT 1000" as Clause
        ) { try Record<Afdeling>($0) }
    }

    /// The department with a code; nil when there is none.
    public func afdeling(_ code: String, in transaction: Transaction) throws -> Record<Afdeling>? {
        try Self.kept.first(where: ["afdeling.code = \(.text(code))"], in: transaction)?.record
    }

    /// The codes for which somebody of a department works: its own, and those of its parts, parts of parts included.
    public func reach(of code: String, in transaction: Transaction) throws -> Set<String> {
        var (reach, edge): (Set<String>, [String]) = ([code], [code])
        for _ in 0..<Self.depthMax where !edge.isEmpty {
            edge = try transaction.all(
                "SELECT code FROM afdeling WHERE deel_van IN (\(.list(edge.map { .text($0) })))" as Clause
            ) { $0.text(0) }.filter { reach.insert($0).inserted }
        }
        return reach
    }

    private func check(_ record: Record<Afdeling>, _ transaction: Transaction) throws {
        guard !record.deelVan.isEmpty else { return }
        guard try afdeling(record.deelVan, in: transaction) != nil else {
            throw Invalid("deelVan", "no_match", "Er is geen afdeling met de code \(record.deelVan).")
        }
        guard try !reach(of: record.code, in: transaction).contains(record.deelVan) else {
            throw Invalid("deelVan", "circle", "Een afdeling kan geen deel zijn van een deel van zichzelf.")
        }
    }
}
