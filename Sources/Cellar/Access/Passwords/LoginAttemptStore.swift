import Crypto
public import Database
public import Kernel

/// Slows down who guesses: five tries are free, then each costs twice the wait of the one before, up to 15 minutes.
///
/// Counted for an account *and* an address, in the database: the account is never locked for its owner elsewhere, and
/// several servers count together. An account that does not exist is counted just the same.
public struct LoginAttemptStore: Sendable {
    let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    public static let migrations = [
        Migration(
            "access: make the counts of login attempts",
            """
            CREATE TABLE login_attempt (
                place BYTEA PRIMARY KEY NOT NULL,
                failures BIGINT NOT NULL,
                opens BIGINT NOT NULL,
                forgotten BIGINT NOT NULL
            );
            CREATE INDEX login_attempt_forgotten ON login_attempt (forgotten);
            """
        )
    ]

    public static let freeMax: Int64 = 5
    static let delaySecondsMax: Int64 = 900
    /// After so long without a try everything is forgiven.
    static let memoryMilliseconds: Int64 = 24 * 3_600_000

    /// Where somebody tries to get in.
    public struct Place: Hashable, Sendable {
        let key: [UInt8]

        /// - Parameters:
        ///   - account: the name as typed.
        ///   - address: the network address, of IPv6 the first 64 bits; what stands for it is up to Web.
        public init(account: String, address: String) {
            key = Array(SHA256.hash(data: Array((Email.normal(account) + "\n" + address).utf8)))
        }
    }

    /// Counts a try before it is made, so that many at once cannot slip through; throws `tooMany` while the wait lasts.
    ///
    /// A try that is refused does not lengthen the wait.
    func begin(_ place: Place, in transaction: Transaction) throws {
        let now = surroundings.now()
        try transaction.run(
            """
            INSERT INTO login_attempt (place, failures, opens, forgotten) VALUES ($1, 0, $2, $2)
            ON CONFLICT DO NOTHING
            """,
            [.bytes(place.key), .integer(now.milliseconds)]
        )
        let row = try transaction.first(
            "SELECT failures, opens, forgotten FROM login_attempt WHERE place = $1" + transaction.dialect.forUpdate,
            [.bytes(place.key)]
        ) { (failures: $0.integer(0), opens: $0.integer(1), forgotten: $0.integer(2)) }
        let failures = row.map { $0.forgotten > now.milliseconds ? $0.failures : 0 } ?? 0
        if failures > 0, let opens = row?.opens, opens > now.milliseconds {
            throw AccessError(.tooMany(retryAfterSeconds: (opens - now.milliseconds + 999) / 1_000), "sign-in")
        }
        try set(place, failures + 1, from: now, in: transaction)
    }

    /// Forgets the tries of a place where somebody got in.
    func succeed(_ place: Place, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM login_attempt WHERE place = $1", [.bytes(place.key)])
    }

    /// Takes back a try that was never judged.
    func giveBack(_ place: Place, in transaction: Transaction) throws {
        try transaction.run(
            "UPDATE login_attempt SET failures = failures - 1, opens = 0 WHERE place = $1 AND failures > 0",
            [.bytes(place.key)]
        )
    }

    /// Removes what is forgiven, at most so many rows; answers how many.
    public func sweep(atMost limit: Int, in transaction: Transaction) throws -> Int {
        try transaction.run(
            """
            DELETE FROM login_attempt WHERE place IN
            (SELECT place FROM login_attempt WHERE forgotten <= $1 ORDER BY forgotten LIMIT $2)
            """,
            [.integer(surroundings.now().milliseconds), .integer(Int64(limit))]
        )
    }

    private func set(_ place: Place, _ failures: Int64, from now: Instant, in transaction: Transaction) throws {
        let opens = now.adding(milliseconds: Self.delaySeconds(after: failures) * 1_000) ?? .latest
        let forgotten = now.adding(milliseconds: Self.memoryMilliseconds) ?? .latest
        try transaction.run(
            "UPDATE login_attempt SET failures = $2, opens = $3, forgotten = $4 WHERE place = $1",
            [
                .bytes(place.key), .integer(failures), .integer(opens.milliseconds), .integer(forgotten.milliseconds),
            ]
        )
    }

    /// 0 for the first four failures, so that a fifth try is free; then 2, 4, 8 … 900 seconds.
    static func delaySeconds(after failures: Int64) -> Int64 {
        failures < freeMax ? 0 : min(delaySecondsMax, 1 << min(failures - freeMax + 1, 10))
    }
}
