public import Database
public import Kernel
public import Keys

/// What leaves the house, kept until it left; put there in the transaction of the change that it tells about.
///
/// So a message goes out if and only if the change happened. Names, addresses and texts are sealed with the key of a
/// chain: when that is destroyed nobody reads them any more.
public struct OutboxStore: Sendable {
    let keys: ChainKeys
    let surroundings: Surroundings

    public init(keys: ChainKeys, surroundings: Surroundings) {
        (self.keys, self.surroundings) = (keys, surroundings)
    }

    public static let migrations = [
        Migration(
            "outbox: make the messages that leave the house",
            """
            CREATE TABLE outgoing (
                id BYTEA PRIMARY KEY NOT NULL,
                chain BYTEA NOT NULL,
                object BYTEA NOT NULL,
                kind BIGINT NOT NULL CHECK (kind IN (1, 2)),
                state BIGINT NOT NULL CHECK (state IN (1, 2, 3, 4)),
                sealed BYTEA NOT NULL,
                made BIGINT NOT NULL,
                start BIGINT NOT NULL,
                due BIGINT NOT NULL,
                tries BIGINT NOT NULL,
                problem TEXT NOT NULL,
                ended BIGINT,
                domain TEXT,
                holder BYTEA,
                held BIGINT NOT NULL
            );
            CREATE INDEX outgoing_due ON outgoing (due) WHERE kind = 1 AND state IN (1, 3);
            CREATE INDEX outgoing_made ON outgoing (made, id);
            CREATE INDEX outgoing_state ON outgoing (state, made, id);
            CREATE INDEX outgoing_object ON outgoing (object, made);
            CREATE INDEX outgoing_chain ON outgoing (chain);
            """
        )
    ]

    /// Puts a message in the outbox; it leaves after the commit, and not at all without.
    ///
    /// - Parameters:
    ///   - chain: whose key seals it: the dossier's, the account's. Something was written on it before.
    ///   - moment: when it may leave; usually `change.now`.
    /// - Throws: `noKey` when the chain was destroyed or never began.
    @discardableResult
    public func put(
        _ outgoing: Outgoing,
        in chain: Identifier,
        at moment: Instant,
        _ transaction: Transaction
    ) throws -> Identifier {
        guard let key = try keys.key(chain, in: transaction) else {
            throw OutboxError(.noKey, "chain \(chain) has no key")
        }
        let id = surroundings.identifier()
        let kind: OutgoingItem.Kind = if case .mail = outgoing.way { .mail } else { .letter }
        try transaction.run(
            """
            INSERT INTO outgoing (id, chain, object, kind, state, sealed, made, start, due, tries, problem, held)
            VALUES ($1, $2, $3, $4, 1, $5, $6, $6, $6, 0, '', 0)
            """,
            [
                .bytes(id.bytes), .bytes(chain.bytes), .bytes(outgoing.object.bytes), .integer(kind.rawValue),
                .bytes(try SealedOutgoing.close(outgoing, id: id, under: key, surroundings)),
                .integer(moment.milliseconds),
            ]
        )
        return id
    }

    /// Removes all messages of a chain, sent or not: belongs to its destruction.
    @discardableResult
    public func remove(of chain: Identifier, in transaction: Transaction) throws -> Int {
        try transaction.run("DELETE FROM outgoing WHERE chain = $1", [.bytes(chain.bytes)])
    }
}

// MARK: - Looking

extension OutboxStore {
    /// Messages that one page shows.
    public static let listMax = 50

    /// The newest messages first, of one state if one is named, older than the given one.
    public func items(
        in state: OutgoingItem.State? = nil,
        before last: (made: Instant, id: Identifier)? = nil,
        atMost limit: Int = listMax,
        _ transaction: Transaction
    ) throws -> [OutgoingItem] {
        var clauses: [Clause] = []
        if let state { clauses.append("state = \(.integer(state.rawValue))") }
        if let last { clauses.append("(made, id) < (\(.integer(last.made.milliseconds)), \(.bytes(last.id.bytes)))") }
        return try transaction.all(
            """
            \(name: Self.select) WHERE \(.all(clauses)) ORDER BY made DESC, id DESC
            LIMIT \(.integer(Int64(min(max(limit, 0), Self.listMax))))
            """ as Clause,
            Self.item
        ).compactMap(\.self)
    }

    /// The messages about one thing, newest first.
    public func items(about object: Identifier, _ transaction: Transaction) throws -> [OutgoingItem] {
        try transaction.all(
            Self.select + " WHERE object = $1 ORDER BY made DESC, id DESC LIMIT \(Self.listMax)",
            [.bytes(object.bytes)],
            Self.item
        ).compactMap(\.self)
    }

    /// One message as it stands.
    public func item(_ id: Identifier, _ transaction: Transaction) throws -> OutgoingItem? {
        try transaction.first(Self.select + " WHERE id = $1", [.bytes(id.bytes)], Self.item) ?? nil
    }

    /// What a message says and to whom; nil when its chain was destroyed or there is none.
    public func outgoing(_ id: Identifier, _ transaction: Transaction) throws -> Outgoing? {
        let row = try transaction.first(
            "SELECT chain, object, sealed FROM outgoing WHERE id = $1",
            [.bytes(id.bytes)]
        ) { (Identifier(bytes: $0.bytes(0)), Identifier(bytes: $0.bytes(1)), $0.bytes(2)) }
        guard let (chain, object, sealed) = row, let chain, let object,
            let key = try keys.key(chain, in: transaction)
        else { return nil }
        return try SealedOutgoing.open(sealed, id: id, object: object, under: key)
    }

    private static let select =
        "SELECT id, chain, object, kind, state, made, due, tries, problem, ended FROM outgoing"

    private static func item(_ row: Row) -> OutgoingItem? {
        guard let id = Identifier(bytes: row.bytes(0)), let chain = Identifier(bytes: row.bytes(1)),
            let object = Identifier(bytes: row.bytes(2)), let kind = OutgoingItem.Kind(rawValue: row.integer(3)),
            let state = OutgoingItem.State(rawValue: row.integer(4))
        else { return nil }
        return OutgoingItem(
            id: id,
            chain: chain,
            object: object,
            kind: kind,
            state: state,
            made: Instant(milliseconds: row.integer(5)),
            due: Instant(milliseconds: row.integer(6)),
            tries: Int(row.integer(7)),
            problem: row.text(8),
            ended: row.optionalInteger(9).map { Instant(milliseconds: $0) }
        )
    }
}

// MARK: - What a person does

extension OutboxStore {
    /// Tries a mail again at once, with all its patience back; false when it is sent, or no mail.
    public func tryAgain(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        let now = surroundings.now().milliseconds
        return try transaction.run(
            """
            UPDATE outgoing SET state = CASE WHEN tries = 0 THEN 1 ELSE 3 END, due = $2, start = $2, ended = NULL
            WHERE id = $1 AND kind = 1 AND state <> 2
            """,
            [.bytes(id.bytes), .integer(now)]
        ) == 1
    }

    /// Says that a letter was printed and posted; false when it was before, or is none.
    public func posted(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "UPDATE outgoing SET state = 2, ended = $2 WHERE id = $1 AND kind = 2 AND state = 1",
            [.bytes(id.bytes), .integer(surroundings.now().milliseconds)]
        ) == 1
    }
}
