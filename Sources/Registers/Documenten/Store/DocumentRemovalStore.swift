import Database
public import Kernel
public import Ledger

extension DocumentStore {
    /// Removes a document with all its versions and what belongs to it (drc-008); its key and contents go after the
    /// days of grace (`DocumentDestruction`).
    public func remove(_ id: Identifier, _ mandate: DocumentMandate, _ change: Change) throws {
        let document = try held(id, mandate, change)
        let transaction = change.transaction
        guard document.slot == nil else {
            throw Invalid(Fault.whole, "destroy-locked", "Het document is vergrendeld; ontgrendel het eerst.")
        }
        let isTied = try transaction.exists(
            "SELECT 1 FROM objectinformatieobject WHERE informatieobject = $1",
            [id.stored]
        )
        guard !isTied else {
            throw Invalid(Fault.whole, "pending-relations", "Het document hoort nog bij een zaak of een besluit.")
        }
        try GebruiksrechtenStore.rows.eraseAll(of: id, change)
        try VerzendingStore.rows.eraseAll(of: id, change)
        try DocumentVersieStore.rows.eraseAll(of: id, change)
        try dropParts(of: id, keeping: nil, change)
        try Self.unindex(id, in: transaction)
        try Self.rows.kept(transaction).remove(document, from: id, change)
        try DocumentRemovalStore.add(id, at: change.now, in: transaction)
    }
}

/// Documents that were removed and whose keys and contents wait for the days of grace to pass.
///
/// Outside the ledger: each row follows from an entry that says that the document was removed.
enum DocumentRemovalStore {
    static let migration = Migration(
        "documenten: make removals",
        """
        CREATE TABLE document_verwijderd (
            chain TEXT PRIMARY KEY NOT NULL,
            moment BIGINT NOT NULL
        );
        CREATE INDEX document_verwijderd_moment ON document_verwijderd (moment, chain);
        """
    )

    static func add(_ chain: Identifier, at moment: Instant, in transaction: Transaction) throws {
        try transaction.run(
            "INSERT INTO document_verwijderd (chain, moment) VALUES ($1, $2)",
            [chain.stored, .integer(moment.milliseconds)]
        )
    }

    /// Those removed at or before a moment, the oldest first.
    static func due(_ moment: Instant, atMost limit: Int, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            "SELECT chain FROM document_verwijderd WHERE moment <= $1 ORDER BY moment, chain LIMIT $2",
            [.integer(moment.milliseconds), .integer(Int64(limit))]
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }

    /// Whether it was still waiting.
    static func remove(_ chain: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run("DELETE FROM document_verwijderd WHERE chain = $1", [chain.stored]) == 1
    }
}
