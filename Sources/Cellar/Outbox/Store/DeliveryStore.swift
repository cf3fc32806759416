import Database
import Kernel

/// The statements of delivering: several processes may run them, and each message is in one hand at a time.
struct DeliveryStore: Sendable {
    let outbox: OutboxStore
    /// Whose hand it is.
    let holder: Identifier
    var plan = RetryPlan()

    /// A message in hand: what a try needs.
    struct Held: Sendable {
        let id: Identifier
        let made: Instant
        let start: Instant
        /// The tries with this one.
        let tries: Int
        /// The right side of the Message-ID, fixed at the first try.
        let domain: String
        /// Nil when its chain was destroyed meanwhile.
        let outgoing: Outgoing?
    }

    /// How long a message stays in a hand that fell silent: longer than any conversation lasts.
    static let lasting: Int64 = 10 * 60_000

    /// Takes mails that are due, the longest waiting first.
    ///
    /// The try is counted as it begins, so that a message that brings the program down is not tried for ever.
    func take(atMost limit: Int, domain: String, in transaction: Transaction) throws -> [Held] {
        let now = outbox.surroundings.now().milliseconds
        let rows = try transaction.all(
            """
            UPDATE outgoing SET holder = $1, held = $2, tries = tries + 1, domain = COALESCE(domain, $3)
            WHERE id IN (
                SELECT id FROM outgoing WHERE kind = 1 AND state IN (1, 3) AND due <= $4 AND held < $4
                ORDER BY due LIMIT $5\(transaction.dialect.forUpdate)
            ) AND held < $4
            RETURNING id, made, start, tries, domain
            """,
            [
                .bytes(holder.bytes), .integer(now + Self.lasting), .text(domain), .integer(now),
                .integer(Int64(limit)),
            ]
        ) { ($0.bytes(0), $0.integer(1), $0.integer(2), $0.integer(3), $0.text(4)) }
        return try rows.compactMap { row in
            guard let id = Identifier(bytes: row.0) else { return nil }
            return Held(
                id: id,
                made: Instant(milliseconds: row.1),
                start: Instant(milliseconds: row.2),
                tries: Int(row.3),
                domain: row.4,
                outgoing: try outbox.outgoing(id, transaction)
            )
        }
    }

    /// Whether a mail is due now.
    func isAnyoneWaiting(in transaction: Transaction) throws -> Bool {
        let now = outbox.surroundings.now().milliseconds
        return try transaction.exists(
            "SELECT 1 FROM outgoing WHERE kind = 1 AND state IN (1, 3) AND due <= $1 AND held < $1 LIMIT 1",
            [.integer(now)]
        )
    }

    /// A mail server took it over.
    func sent(_ held: Held, in transaction: Transaction) throws {
        try end(held, as: .sent, problem: "", in: transaction)
    }

    /// The try failed: another comes later, unless it was refused for good or its patience is over.
    func failed(_ held: Held, _ failure: DeliveryFailure, in transaction: Transaction) throws {
        let now = outbox.surroundings.now()
        guard !failure.isFinal, held.start.milliseconds(to: now) < plan.patience else {
            return try end(held, as: .givenUp, problem: failure.sentence, in: transaction)
        }
        let pause = plan.pause(after: held.tries, chance: outbox.surroundings.random(1).first ?? 0)
        try transaction.run(
            """
            UPDATE outgoing SET state = 3, due = $3, problem = $4, holder = NULL, held = 0
            WHERE id = $1 AND holder = $2
            """,
            [
                .bytes(held.id.bytes), .bytes(holder.bytes), .integer(now.milliseconds + pause),
                .text(failure.sentence),
            ]
        )
    }

    /// Puts back what was taken and not tried.
    func release(_ mails: [Held], in transaction: Transaction) throws {
        for mail in mails {
            try transaction.run(
                "UPDATE outgoing SET holder = NULL, held = 0, tries = tries - 1 WHERE id = $1 AND holder = $2",
                [.bytes(mail.id.bytes), .bytes(holder.bytes)]
            )
        }
    }

    /// Only the hand that holds it may say how it went.
    private func end(
        _ held: Held,
        as state: OutgoingItem.State,
        problem: String,
        in transaction: Transaction
    ) throws {
        try transaction.run(
            """
            UPDATE outgoing SET state = $3, problem = $4, ended = $5, holder = NULL, held = 0
            WHERE id = $1 AND holder = $2
            """,
            [
                .bytes(held.id.bytes), .bytes(holder.bytes), .integer(state.rawValue), .text(problem),
                .integer(outbox.surroundings.now().milliseconds),
            ]
        )
    }
}
