import Crypto
public import Database
public import Kernel

/// Links that are mailed: each for one purpose, bound to one object, to be used once and before it expires.
///
/// Whoever asks for a link gets one answer, whether a link was made or not: `nil` is never shown.
public struct MailedLinkStore: Sendable {
    let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    /// What a link is for; it opens nothing else.
    public enum Purpose: Int64, Hashable, Sendable {
        /// Goes on with a request that was not sent yet.
        case draft = 1
        /// Follows a dossier.
        case dossier = 2
        /// Sets the password of an official.
        case password = 3
    }

    public static let migrations = [
        Migration(
            "access: make mailed links",
            """
            CREATE TABLE mailed_link (
                hash BYTEA PRIMARY KEY NOT NULL,
                purpose BIGINT NOT NULL,
                object BYTEA NOT NULL,
                subject BYTEA NOT NULL,
                ends BIGINT NOT NULL
            );
            CREATE INDEX mailed_link_object ON mailed_link (object);
            CREATE INDEX mailed_link_ends ON mailed_link (ends);
            CREATE TABLE mailed_to (
                address BYTEA NOT NULL,
                slot BIGINT NOT NULL,
                moment BIGINT NOT NULL,
                PRIMARY KEY (address, slot)
            );
            CREATE INDEX mailed_to_moment ON mailed_to (moment);
            """
        )
    ]

    /// Mails to one address in an hour, whatever they are about.
    public static let mailsPerHourMax: Int64 = 3
    /// How long a link can be used.
    public static let lifeMilliseconds: Int64 = 24 * hour
    private static let hour: Int64 = 3_600_000

    /// Makes a link to be mailed to an address, or nil when there is nothing to mail or the address had enough mails.
    ///
    /// - Parameters:
    ///   - object: what the link opens, and nil when nothing of ours belongs to the address: it counts all the same.
    ///   - subject: who comes in by it: the same for each link of one person to one object.
    public func make(
        _ purpose: Purpose,
        of object: Identifier?,
        for subject: Identifier,
        to address: String,
        in transaction: Transaction
    ) throws -> Token? {
        let isAllowed = try takeSlot(of: address, in: transaction)
        let token = Token(surroundings)
        guard let object, isAllowed else { return nil }
        let ends = surroundings.now().adding(milliseconds: Self.lifeMilliseconds) ?? .latest
        try transaction.run(
            "INSERT INTO mailed_link (hash, purpose, object, subject, ends) VALUES ($1, $2, $3, $4, $5)",
            [
                .bytes(token.hash), .integer(purpose.rawValue), .bytes(object.bytes), .bytes(subject.bytes),
                .integer(ends.milliseconds),
            ]
        )
        return token
    }

    /// What a link opened.
    public struct Link: Hashable, Sendable {
        public let object: Identifier
        public let subject: Identifier
    }

    /// What a link opens, without using it up: for a page that shows a form first. nil as with `use`.
    public func link(_ token: Token, for purpose: Purpose, in transaction: Transaction) throws -> Link? {
        try transaction.first(
            "SELECT object, subject FROM mailed_link WHERE hash = $1 AND purpose = $2 AND ends > $3",
            [.bytes(token.hash), .integer(purpose.rawValue), .integer(surroundings.now().milliseconds)]
        ) { row in
            guard let object = Identifier(bytes: row.bytes(0)), let subject = Identifier(bytes: row.bytes(1)) else {
                return nil
            }
            return Link(object: object, subject: subject)
        } ?? nil
    }

    /// Uses a link up; nil when it is used, expired, unknown or for another purpose: one answer for all.
    public func use(_ token: Token, for purpose: Purpose, in transaction: Transaction) throws -> Link? {
        try transaction.first(
            "DELETE FROM mailed_link WHERE hash = $1 AND purpose = $2 AND ends > $3 RETURNING object, subject",
            [.bytes(token.hash), .integer(purpose.rawValue), .integer(surroundings.now().milliseconds)]
        ) { row in
            guard let object = Identifier(bytes: row.bytes(0)), let subject = Identifier(bytes: row.bytes(1)) else {
                return nil
            }
            return Link(object: object, subject: subject)
        } ?? nil
    }

    /// Uses a link up and begins the session of a guest of its object.
    public func enter(
        _ token: Token,
        for purpose: Purpose,
        origin: String,
        insteadOf old: Token? = nil,
        in transaction: Transaction
    ) throws -> Token? {
        guard purpose != .password, let link = try use(token, for: purpose, in: transaction) else { return nil }
        let identity = Identity(subject: link.subject, level: .mailedLink)
        return try SessionStore(surroundings: surroundings)
            .start(.guest(identity, of: link.object, origin: origin), insteadOf: old, in: transaction)
    }

    /// Makes the links of an object useless: a draft that was sent, a dossier that was destroyed.
    public func end(of object: Identifier, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM mailed_link WHERE object = $1", [.bytes(object.bytes)])
    }

    /// Removes expired links and counts; answers how many rows, 0 when all are gone.
    public func sweep(atMost limit: Int, in transaction: Transaction) throws -> Int {
        let now = surroundings.now()
        let links = try transaction.run(
            """
            DELETE FROM mailed_link WHERE hash IN
            (SELECT hash FROM mailed_link WHERE ends <= $1 ORDER BY ends LIMIT $2)
            """,
            [.integer(now.milliseconds), .integer(Int64(limit))]
        )
        let counts = try transaction.run(
            """
            DELETE FROM mailed_to WHERE address IN
            (SELECT address FROM mailed_to WHERE moment <= $1 ORDER BY moment LIMIT $2) AND moment <= $1
            """,
            [.integer(now.milliseconds - Self.hour), .integer(Int64(limit))]
        )
        return links + counts
    }

    /// Takes the first place of three that is free or an hour old; the address itself is not kept.
    private func takeSlot(of address: String, in transaction: Transaction) throws -> Bool {
        let key = Array(SHA256.hash(data: Array(Email.normal(address).utf8)))
        let now = surroundings.now().milliseconds
        for slot in 0..<Self.mailsPerHourMax {
            let taken = try transaction.run(
                """
                INSERT INTO mailed_to (address, slot, moment) VALUES ($1, $2, $3)
                ON CONFLICT (address, slot) DO UPDATE SET moment = $3 WHERE mailed_to.moment <= $4
                """,
                [.bytes(key), .integer(slot), .integer(now), .integer(now - Self.hour)]
            )
            if taken > 0 { return true }
        }
        return false
    }
}
