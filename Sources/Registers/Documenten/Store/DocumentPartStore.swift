import Database
public import Kernel

/// A part of a content that is being sent.
public struct DocumentPart: Hashable, Sendable {
    public let id: Identifier
    public let document: Identifier
    public let volgnummer: Int
    public let omvang: Int64
    /// What was sent; nil as long as nothing was.
    public let content: Identifier?
}

/// The parts as one content, and of which parts it was made.
public struct MergedParts: Sendable {
    let content: PreparedContent
    let parts: [Identifier]
}

/// The parts of contents on their way: outside the ledger, since they are drafts until the document is unlocked.
enum DocumentPartStore {
    static let migration = Migration(
        "documenten: make bestandsdelen",
        """
        CREATE TABLE bestandsdeel (
            uuid TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES enkelvoudiginformatieobject (uuid),
            volgnummer BIGINT NOT NULL,
            omvang BIGINT NOT NULL CHECK (omvang > 0),
            inhoud_id TEXT
        );
        CREATE UNIQUE INDEX bestandsdeel_volgorde ON bestandsdeel (document, volgnummer);
        """
    )

    static func add(
        _ id: Identifier,
        _ number: Int,
        _ size: Int64,
        of document: Identifier,
        in transaction: Transaction
    ) throws {
        try transaction.run(
            "INSERT INTO bestandsdeel (uuid, document, volgnummer, omvang) VALUES ($1, $2, $3, $4)",
            [id.stored, document.stored, .integer(Int64(number)), .integer(size)]
        )
    }

    /// In their order.
    static func parts(of document: Identifier, in transaction: Transaction) throws -> [DocumentPart] {
        try transaction.all(
            "SELECT \(columns) FROM bestandsdeel WHERE document = $1 ORDER BY volgnummer",
            [document.stored],
            part
        ).compactMap(\.self)
    }

    static func part(_ id: Identifier, in transaction: Transaction) throws -> DocumentPart? {
        try transaction.first("SELECT \(columns) FROM bestandsdeel WHERE uuid = $1", [id.stored], part) ?? nil
    }

    static func set(_ content: Identifier, for id: Identifier, in transaction: Transaction) throws {
        try transaction.run("UPDATE bestandsdeel SET inhoud_id = $2 WHERE uuid = $1", [id.stored, content.stored])
    }

    static func removeAll(of document: Identifier, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM bestandsdeel WHERE document = $1", [document.stored])
    }

    private static let columns = "uuid, document, volgnummer, omvang, inhoud_id"

    private static func part(_ row: Row) -> DocumentPart? {
        guard let id = Identifier(row.text(0)), let document = Identifier(row.text(1)) else { return nil }
        return DocumentPart(
            id: id,
            document: document,
            volgnummer: Int(row.integer(2)),
            omvang: row.integer(3),
            content: row.optionalText(4).flatMap { Identifier($0) }
        )
    }
}
