import Crypto
import Database
import Kernel
import Keys
import TestGround

@testable import Access

/// A house for one test: a migrated database, a clock that the test moves, and the doors of Access.
struct Ground: Sendable {
    let database: Database
    let clock: HandClock
    let surroundings: Surroundings
    let seal: Seal

    var officials: OfficialStore { OfficialStore(surroundings: surroundings) }
    var sessions: SessionStore { SessionStore(surroundings: surroundings) }
    var attempts: LoginAttemptStore { LoginAttemptStore(surroundings: surroundings) }
    var links: MailedLinkStore { MailedLinkStore(surroundings: surroundings) }

    func passwords(_ cost: ScryptCost = .cheap, thread: HashingThread = HashingThread()) -> Passwords {
        Passwords(surroundings: surroundings, cost: cost, thread: thread)
    }

    func signIn(_ passwords: Passwords? = nil) -> SignIn {
        SignIn(database, passwords: passwords ?? self.passwords(), seal: seal, surroundings: surroundings)
    }

    /// Marieke, who handles dossiers; her password is `Ground.password`.
    func addMarieke(roles: [Role] = [.behandelaar]) async throws -> Official {
        let hash = try await passwords().hash(Ground.password)
        return try await database.write {
            try officials.add(
                name: "Marieke Declercq",
                email: "marieke@example.org",
                department: "Omgeving",
                roles: roles,
                password: hash,
                in: $0
            )
        }
    }

    func session(_ token: Token) async throws -> Session? {
        try await database.read { try sessions.session(token, in: $0) }
    }

    static let migrations = ChainKeys.migrations + Schema.migrations
    static let password = "een paard op het dak"
    static let start = Instant(milliseconds: 1_790_000_000_000)
}

extension ScryptCost {
    /// For tests: 16 KiB instead of 64 MiB.
    static let cheap = ScryptCost(checking: 4, 8, 1) ?? .current
}

extension SignIn.Origin {
    static func home(_ address: String = "192.0.2.1", old: Token? = nil) -> SignIn.Origin {
        SignIn.Origin(address: address, text: "Firefox, \(address)", old: old)
    }
}

func withGround(_ kind: TestGround.Kind, seed: UInt64 = 1, _ body: (Ground) async throws -> Void) async throws {
    let clock = HandClock(at: Ground.start)
    let surroundings = Surroundings.fixed(clock: clock, seed: seed)
    // Few connections, since a hundred tests run at once on one server; two writers are enough to meet.
    var limits = Database.Limits()
    (limits.readers, limits.writers) = (1, 2)
    try await withDatabase(kind, limits: limits) { database in
        try await database.migrate(Ground.migrations)
        let seal = Seal(key: SymmetricKey(size: .bits256), surroundings: surroundings)
        try await body(Ground(database: database, clock: clock, surroundings: surroundings, seal: seal))
    }
}
