public import Kernel

/// Makes and checks passwords, at today's cost.
public struct Passwords: Sendable {
    let cost: ScryptCost
    let thread: HashingThread
    private let surroundings: Surroundings
    /// Stands in where there is no account, so that trying one costs the same time as trying a real one.
    private let decoy: PasswordHash

    /// - Parameter cost: another than today's for tests only.
    public init(
        surroundings: Surroundings,
        cost: ScryptCost = .current,
        thread: HashingThread = HashingThread()
    ) {
        (self.surroundings, self.cost, self.thread) = (surroundings, cost, thread)
        // Random bytes: nobody knows a password that would give them.
        decoy = PasswordHash(cost: cost, salt: surroundings.random(16), bytes: surroundings.random(32))
    }

    /// Hashes a password that meets the rules.
    ///
    /// - Parameter names: the person's own names, which may not be the heart of it.
    public func hash(_ password: String, names: [String] = []) async throws -> PasswordHash {
        try PasswordRules.check(password, names: names)
        let (cost, salt) = (cost, surroundings.random(PasswordHash.saltBytes))
        return try await thread.run { try PasswordHash(password, cost: cost, salt: salt) }
    }

    /// Whether the password is right, and the hash to store instead when the cost rose since.
    ///
    /// Without a hash the same work is done and the answer is no.
    func check(_ password: String, against hash: PasswordHash?) async throws -> (isRight: Bool, better: PasswordHash?) {
        let (hash, exists, cost) = (hash ?? decoy, hash != nil, cost)
        let salt = surroundings.random(PasswordHash.saltBytes)
        guard password.utf8.count <= PasswordRules.bytesMax else { return (false, nil) }
        return try await thread.run {
            let isRight = try hash.matches(password) && exists
            guard isRight, hash.cost != cost else { return (isRight, nil) }
            return (true, try PasswordHash(password, cost: cost, salt: salt))
        }
    }
}
