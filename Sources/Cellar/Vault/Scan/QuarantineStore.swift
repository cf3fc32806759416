import Database
import Kernel

/// The rows of contents that wait to be scanned.
enum QuarantineStore {
    /// A content to scan now, and how often that was tried in vain.
    struct Ticket: Sendable {
        let content: Content
        let tries: Int
    }

    /// Takes the oldest content that is due; no other process takes it before the moment given.
    static func take(now: Instant, until: Instant, in transaction: Transaction) throws -> Ticket? {
        let ticket = try transaction.first(
            oldestDue + transaction.dialect.forUpdate,
            [.integer(now.milliseconds)]
        ) { Ticket(content: try ContentStore.content($0), tries: Int($0.integer(10))) }
        guard let ticket else { return nil }
        try postpone(ticket.content.id, to: until, tries: ticket.tries, in: transaction)
        return ticket
    }

    static let oldestDue = """
        SELECT \(ContentStore.columns), scan_tries FROM vault_content WHERE state = 0 AND scan_due <= $1
        ORDER BY made, id LIMIT 1
        """

    static func postpone(_ id: Identifier, to due: Instant, tries: Int, in transaction: Transaction) throws {
        try transaction.run(
            "UPDATE vault_content SET scan_due = $2, scan_tries = $3 WHERE id = $1 AND state = 0",
            [.bytes(id.bytes), .integer(due.milliseconds), .integer(Int64(tries))]
        )
    }

    /// Whether the content still waited for a verdict.
    static func conclude(
        _ id: Identifier,
        _ state: Content.State,
        note: String,
        in transaction: Transaction
    ) throws -> Bool {
        try transaction.run(
            "UPDATE vault_content SET state = $2, note = $3 WHERE id = $1 AND state = 0",
            [.bytes(id.bytes), .integer(state.rawValue), .text(note)]
        ) == 1
    }

    /// Lets a content that could not be scanned be tried again; whether it was such a one.
    static func reopen(_ id: Identifier, now: Instant, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "UPDATE vault_content SET state = 0, note = '', scan_due = $2, scan_tries = 0 WHERE id = $1 AND state = 3",
            [.bytes(id.bytes), .integer(now.milliseconds)]
        ) == 1
    }

    static func waiting(in transaction: Transaction) throws -> (count: Int, oldest: Instant?) {
        try transaction.first(countWaiting) { row in
            (Int(row.integer(0)), row.optionalInteger(1).map { Instant(milliseconds: $0) })
        } ?? (0, nil)
    }

    static let countWaiting = "SELECT COUNT(*), MIN(made) FROM vault_content WHERE state = 0"
}
