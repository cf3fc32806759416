public import Database
public import Kernel

/// Sessions in the database, so that any server of the house knows them and can end them.
public struct SessionStore: Sendable {
    let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    public static let migrations = [
        Migration(
            "access: make sessions",
            """
            CREATE TABLE access_session (
                hash BYTEA PRIMARY KEY NOT NULL,
                id BYTEA NOT NULL UNIQUE,
                kind BIGINT NOT NULL CHECK (kind BETWEEN 1 AND 4),
                subject BYTEA NOT NULL,
                level BIGINT NOT NULL,
                object BYTEA,
                name TEXT NOT NULL,
                origin TEXT NOT NULL,
                made BIGINT NOT NULL,
                seen BIGINT NOT NULL,
                proved BIGINT NOT NULL,
                idle BIGINT NOT NULL,
                ends BIGINT NOT NULL,
                CHECK ((kind = 1) = (object IS NOT NULL))
            );
            CREATE INDEX access_session_subject ON access_session (subject, made);
            CREATE INDEX access_session_ends ON access_session (ends);
            """
        )
    ]

    /// What a new session begins with.
    public struct Start: Sendable {
        let kind: Session.Kind
        let identity: Identity
        let object: Identifier?
        let origin: String
        let managedDevice: Bool

        /// A guest of one object.
        public static func guest(_ identity: Identity, of object: Identifier, origin: String) -> Start {
            Start(kind: .guest, identity: identity, object: object, origin: origin, managedDevice: false)
        }

        /// A person or company that proved who they are.
        public static func resident(_ identity: Identity, origin: String) -> Start {
            Start(kind: .resident, identity: identity, object: nil, origin: origin, managedDevice: false)
        }

        /// An official.
        public static func official(_ identity: Identity, origin: String, managedDevice: Bool = false) -> Start {
            Start(kind: .official, identity: identity, object: nil, origin: origin, managedDevice: managedDevice)
        }

        /// An official who still owes the second factor.
        static func halfway(_ identity: Identity, origin: String, managedDevice: Bool) -> Start {
            Start(kind: .halfway, identity: identity, object: nil, origin: origin, managedDevice: managedDevice)
        }
    }

    /// Begins a session with a token of its own; the one that the browser held before is ended.
    ///
    /// Never goes on with the old token: whoever planted it would be signed in as well.
    public func start(_ start: Start, insteadOf old: Token? = nil, in transaction: Transaction) throws -> Token {
        if let old { try end(old, in: transaction) }
        let token = Token(surroundings)
        let limits = SessionLimits.of(start.kind, managedDevice: start.managedDevice)
        let now = surroundings.now()
        let ends = now.adding(milliseconds: limits.absoluteMilliseconds) ?? .latest
        try transaction.run(
            """
            INSERT INTO access_session
            (hash, id, kind, subject, level, object, name, origin, made, seen, proved, idle, ends)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9, $10, $11)
            """,
            [
                .bytes(token.hash), .bytes(surroundings.identifier().bytes), .integer(start.kind.rawValue),
                .bytes(start.identity.subject.bytes), .integer(Int64(start.identity.level.rawValue)),
                start.object.map { .bytes($0.bytes) } ?? .null, .text(start.identity.name?.plain ?? ""),
                .text(String(start.origin.plain.prefix(Self.originMax))), .integer(now.milliseconds),
                .integer(limits.idleMilliseconds), .integer(ends.milliseconds),
            ]
        )
        return token
    }

    /// Characters of `origin` that are kept.
    static let originMax = 200

    /// The session of a token, or nil when it ended, was ended, or its account is not active: judged at each request.
    public func session(_ token: Token, in transaction: Transaction) throws -> Session? {
        try transaction.first(
            Self.select + " WHERE access_session.hash = $1 AND " + Self.alive(at: 2),
            [.bytes(token.hash), .integer(surroundings.now().milliseconds)],
            Self.session
        ) ?? nil
    }

    /// Notes that the session is in use; a write, so a caller asks `needsTouch` first.
    public func touch(_ session: Session, in transaction: Transaction) throws {
        try transaction.run(
            "UPDATE access_session SET seen = $2 WHERE id = $1 AND seen < $2",
            [.bytes(session.id.bytes), .integer(surroundings.now().milliseconds)]
        )
    }

    /// Whether a minute passed since the last request that was noted.
    public func needsTouch(_ session: Session) -> Bool {
        session.seen.milliseconds(to: surroundings.now()) >= SessionLimits.touchMilliseconds
    }

    /// Gives a session a new token after the person proved themselves again; nil when it had ended meanwhile.
    public func renew(
        _ token: Token,
        level: Level,
        in transaction: Transaction
    ) throws -> Token? {
        let fresh = Token(surroundings)
        let now = surroundings.now()
        let changed = try transaction.run(
            """
            UPDATE access_session SET hash = $2, level = $3, seen = $4, proved = $4
            WHERE hash = $1 AND kind <> 4 AND ends > $4 AND seen + idle > $4
            """,
            [
                .bytes(token.hash), .bytes(fresh.hash), .integer(Int64(level.rawValue)), .integer(now.milliseconds),
            ]
        )
        return changed == 1 ? fresh : nil
    }
}

// MARK: - Ending

extension SessionStore {
    /// Signs out: the token opens nothing from now on, wherever a copy is kept.
    public func end(_ token: Token, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM access_session WHERE hash = $1", [.bytes(token.hash)])
    }

    /// The sessions that a person or administrator can end, newest first.
    public func sessions(of subject: Identifier, in transaction: Transaction) throws -> [Session] {
        try transaction.all(
            Self.select + " WHERE access_session.subject = $1 AND " + Self.alive(at: 2)
                + " ORDER BY access_session.made DESC, access_session.id LIMIT \(Self.listMax)",
            [.bytes(subject.bytes), .integer(surroundings.now().milliseconds)],
            Self.session
        ).compactMap(\.self)
    }

    /// Sessions of one person that a list shows.
    static let listMax = 100

    /// Ends one session from the list of its own person; false when it is not one of theirs.
    public func end(_ id: Identifier, of subject: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "DELETE FROM access_session WHERE id = $1 AND subject = $2",
            [.bytes(id.bytes), .bytes(subject.bytes)]
        ) > 0
    }

    /// Ends all sessions of a person, except one if it is named; answers how many.
    @discardableResult
    public func endAll(
        of subject: Identifier,
        except token: Token? = nil,
        in transaction: Transaction
    ) throws -> Int {
        try transaction.run(
            "DELETE FROM access_session WHERE subject = $1 AND hash <> $2",
            [.bytes(subject.bytes), .bytes(token?.hash ?? [])]
        )
    }

    /// Ends all guests of an object that is destroyed or sent under another name.
    public func endGuests(of object: Identifier, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM access_session WHERE object = $1", [.bytes(object.bytes)])
    }

    /// Lets the guests of an object go on as guests of what it became, a draft of its dossier: with the same token, so
    /// that a form that is sent twice by one press too many meets the same session.
    public func move(guestsOf old: Identifier, to new: Identifier, in transaction: Transaction) throws {
        try transaction.run(
            "UPDATE access_session SET object = $2 WHERE object = $1",
            [.bytes(old.bytes), .bytes(new.bytes)]
        )
    }

    /// Removes rows that nobody can use any more, at most so many; answers how many.
    public func sweep(atMost limit: Int, in transaction: Transaction) throws -> Int {
        try transaction.run(
            """
            DELETE FROM access_session WHERE hash IN
            (SELECT hash FROM access_session WHERE ends <= $1 ORDER BY ends LIMIT $2)
            """,
            [.integer(surroundings.now().milliseconds), .integer(Int64(limit))]
        )
    }
}

// MARK: - Rows

extension SessionStore {
    private static let select = """
        SELECT access_session.id, access_session.kind, access_session.subject, access_session.level,
        access_session.object, access_session.name, access_session.origin, access_session.made, access_session.seen,
        access_session.proved, access_session.ends, official.name, official.department
        FROM access_session LEFT JOIN official
        ON official.id = access_session.subject AND access_session.kind >= 3
        """

    /// Within both limits; and an official must be active at this very moment.
    private static func alive(at now: Int) -> String {
        """
        access_session.ends > $\(now) AND access_session.seen + access_session.idle > $\(now)
        AND (access_session.kind < 3 OR official.state = 1)
        """
    }

    private static func session(_ row: Row) -> Session? {
        guard let id = Identifier(bytes: row.bytes(0)), let kind = Session.Kind(rawValue: row.integer(1)),
            let subject = Identifier(bytes: row.bytes(2)), let number = UInt8(exactly: row.integer(3)),
            let level = Level(rawValue: number)
        else { return nil }
        let identity = Identity(subject: subject, level: level, attributes: attributes(row))
        let visitor: Visitor? =
            switch kind {
            case .guest: Identifier(bytes: row.bytes(4)).map { .guest(identity, of: $0) }
            case .resident: .resident(identity)
            case .official: .official(identity)
            case .halfway: .anonymous
            }
        return visitor.map { visitor in
            Session(
                id: id,
                kind: kind,
                subject: subject,
                level: level,
                visitor: visitor,
                made: Instant(milliseconds: row.integer(7)),
                seen: Instant(milliseconds: row.integer(8)),
                proved: Instant(milliseconds: row.integer(9)),
                ends: Instant(milliseconds: row.integer(10)),
                origin: row.text(6)
            )
        }
    }

    /// An official's name is read where it is kept, so a marriage shows at the next page; others carry theirs along.
    private static func attributes(_ row: Row) -> [String: String] {
        guard row.isNull(11) else { return ["naam": row.text(11), "afdeling": row.text(12)] }
        return row.text(5).isEmpty ? [:] : ["naam": row.text(5)]
    }
}
