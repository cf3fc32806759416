public import Database
public import Kernel

/// The way in for officials with a password, and a second factor for those who have one.
public struct SignIn: Sendable {
    let database: Database
    let passwords: Passwords
    let seal: Seal
    let surroundings: Surroundings
    private let officials: OfficialStore
    private let sessions: SessionStore
    private let attempts: LoginAttemptStore

    public init(_ database: Database, passwords: Passwords, seal: Seal, surroundings: Surroundings) {
        (self.database, self.passwords, self.seal) = (database, passwords, seal)
        self.surroundings = surroundings
        officials = OfficialStore(surroundings: surroundings)
        sessions = SessionStore(surroundings: surroundings)
        attempts = LoginAttemptStore(surroundings: surroundings)
    }

    /// From where somebody signs in, and what the browser held before.
    public struct Origin: Sendable {
        /// The network address that counts for the limits.
        public let address: String
        /// How the person recognises it in the list of sessions.
        public let text: String
        /// Whether the town manages the device: the idle limit is then a working day.
        public let isManaged: Bool
        /// The token that the browser holds; it is ended.
        public let old: Token?

        public init(address: String, text: String, isManaged: Bool = false, old: Token? = nil) {
            (self.address, self.text, self.isManaged, self.old) = (address, text, isManaged, old)
        }
    }

    /// What a right password leads to.
    public enum Outcome: Sendable {
        case signedIn(Token)
        /// The token opens nothing yet; it is given back with the code.
        case codeNeeded(Token)
    }

    /// Signs in with a password.
    ///
    /// Throws `wrongCredentials` for an unknown, a suspended and a passwordless account as for a wrong password, after
    /// the same work; `tooMany` while the wait lasts; `busy` when too many passwords wait, and the try then costs
    /// nothing.
    public func signIn(email: String, password: String, from origin: Origin) async throws -> Outcome {
        let place = LoginAttemptStore.Place(account: email, address: origin.address)
        let account = try await database.write { transaction in
            try attempts.begin(place, in: transaction)
            return try officials.account(email: email, in: transaction)
        }
        let verdict = try await judged(place) {
            try await passwords.check(password, against: account?.password)
        }
        guard let account, verdict.isRight, account.official.state == .active else { throw Self.wrong }
        return try await database.write { transaction in
            if let better = verdict.better, let old = account.password {
                try officials.improve(better, than: old, of: account.official.id, in: transaction)
            }
            return try enter(account, place, origin, transaction)
        }
    }

    /// Ends signing in with the code of the app; throws `wrongCredentials` for a wrong, used or late one.
    ///
    /// Codes are counted like passwords: a million of them cannot be tried.
    public func finish(_ halfway: Token, code: String, from origin: Origin) async throws -> Token {
        let outcome = try await database.write { transaction -> Token? in
            guard let session = try sessions.session(halfway, in: transaction), session.kind == .halfway,
                let account = try officials.account(session.subject, in: transaction), let sealed = account.second
            else { return nil }
            let place = Self.codePlace(account.official)
            try attempts.begin(place, in: transaction)
            let factor = SecondFactor(seed: try seal.open(sealed, for: Self.place(account.official.id)))
            guard let step = factor.step(of: code, at: surroundings.now()),
                try officials.use(step: step, of: account.official.id, in: transaction)
            else { return nil }
            try attempts.succeed(place, in: transaction)
            return try sessions.start(
                .official(
                    Identity(subject: session.subject, level: .twoFactors),
                    origin: origin.text,
                    managedDevice: origin.isManaged
                ),
                insteadOf: halfway,
                in: transaction
            )
        }
        guard let outcome else { throw Self.wrong }
        return outcome
    }

    static let wrong = AccessError(.wrongCredentials, "name or password is wrong")

    /// Gives a try back when nobody had the time to judge it.
    private func judged<Result: Sendable>(
        _ place: LoginAttemptStore.Place,
        _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let error as AccessError where error.code == .busy {
            try await database.write { try attempts.giveBack(place, in: $0) }
            throw error
        }
    }

    private func enter(
        _ account: OfficialStore.Account,
        _ place: LoginAttemptStore.Place,
        _ origin: Origin,
        _ transaction: Transaction
    ) throws -> Outcome {
        try attempts.succeed(place, in: transaction)
        let identity = Identity(subject: account.official.id, level: .password)
        guard account.second == nil else {
            let start = SessionStore.Start.halfway(identity, origin: origin.text, managedDevice: origin.isManaged)
            return .codeNeeded(try sessions.start(start, insteadOf: origin.old, in: transaction))
        }
        let start = SessionStore.Start.official(identity, origin: origin.text, managedDevice: origin.isManaged)
        return .signedIn(try sessions.start(start, insteadOf: origin.old, in: transaction))
    }

    /// Counted for the account alone: whoever gets here has its password, so nobody else can make its owner wait.
    private static func codePlace(_ official: Official) -> LoginAttemptStore.Place {
        LoginAttemptStore.Place(account: "code/\(official.id)", address: "")
    }

    private static func place(_ id: Identifier) -> String { "second/\(id)" }
}

// MARK: - Proving oneself again, and the second factor

extension SignIn {
    /// Asks a signed-in official for the password again, before a privileged step; answers a new token.
    public func prove(_ token: Token, password: String, from origin: Origin) async throws -> Token {
        let session = try await database.read { try sessions.session(token, in: $0) }
        guard let session, session.kind == .official else { throw Self.wrong }
        let place = LoginAttemptStore.Place(account: "again/\(session.subject)", address: origin.address)
        let account = try await database.write { transaction in
            try attempts.begin(place, in: transaction)
            return try officials.account(session.subject, in: transaction)
        }
        let verdict = try await judged(place) {
            try await passwords.check(password, against: account?.password)
        }
        guard verdict.isRight else { throw Self.wrong }
        let renewed = try await database.write { transaction in
            try attempts.succeed(place, in: transaction)
            return try sessions.renew(token, level: session.level, in: transaction)
        }
        guard let renewed else { throw Self.wrong }
        return renewed
    }

    /// Takes an app into use once the person shows that it gives the right code; false when it does not.
    public func enrol(
        _ factor: SecondFactor,
        code: String,
        for official: Identifier,
        in transaction: Transaction
    ) throws -> Bool {
        guard let step = factor.step(of: code, at: surroundings.now()) else { return false }
        let sealed = try seal.close(factor.seed, for: Self.place(official))
        return try officials.set(second: sealed, of: official, in: transaction)
            && officials.use(step: step, of: official, in: transaction)
    }

    /// Takes the second factor away, for who lost it: an administrator's step.
    public func withdraw(secondFactorOf official: Identifier, in transaction: Transaction) throws -> Bool {
        try officials.set(second: nil, of: official, in: transaction)
    }
}
