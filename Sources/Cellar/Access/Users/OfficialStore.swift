public import Database
public import Kernel

/// The accounts of officials. Roles are grants, kept by `GrantStore`.
public struct OfficialStore: Sendable {
    let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    public static let migrations = [
        Migration(
            "access: make the accounts of officials",
            """
            CREATE TABLE official (
                id BYTEA PRIMARY KEY NOT NULL,
                name TEXT NOT NULL,
                email TEXT NOT NULL UNIQUE,
                department TEXT NOT NULL,
                state BIGINT NOT NULL CHECK (state IN (1, 2)),
                password TEXT,
                second BYTEA,
                step BIGINT NOT NULL,
                made BIGINT NOT NULL
            );
            CREATE INDEX official_name ON official (name, id);
            """
        )
    ]

    /// Makes an account with its roles; throws `exists` when somebody has this address, `malformed` when it is none.
    public func add(
        name: String,
        email: String,
        department: String,
        roles: [Role],
        organisation: String? = nil,
        password: PasswordHash? = nil,
        in transaction: Transaction
    ) throws -> Official {
        let email = Email.normal(email)
        guard Email.isPlausible(email), !name.isEmpty, Self.isName(name), Self.isName(department) else {
            throw AccessError(.malformed, "a name and a mail address are needed")
        }
        let id = surroundings.identifier()
        let added = try transaction.run(
            """
            INSERT INTO official (id, name, email, department, state, password, second, step, made)
            VALUES ($1, $2, $3, $4, 1, $5, NULL, 0, $6) ON CONFLICT DO NOTHING
            """,
            [
                .bytes(id.bytes), .text(name), .text(email), .text(department),
                password.map { .text($0.text) } ?? .null, .integer(surroundings.now().milliseconds),
            ]
        )
        guard added == 1 else { throw AccessError(.exists, "there is an account with this mail address") }
        for role in roles {
            try GrantStore.add(Grant(subject: id, role: role, organisation: organisation), in: transaction)
        }
        return Official(
            id: id,
            name: name,
            email: email,
            department: department,
            state: .active,
            hasPassword: password != nil,
            hasSecondFactor: false
        )
    }

    /// The account with this mail address.
    public func official(email: String, in transaction: Transaction) throws -> Official? {
        let email = Email.normal(email)
        guard Email.isPlausible(email) else { return nil }
        return try transaction.first(Self.select + " WHERE email = $1", [.text(email)], Self.official) ?? nil
    }

    /// The account with this identifier.
    public func official(_ id: Identifier, in transaction: Transaction) throws -> Official? {
        try transaction.first(Self.select + " WHERE id = $1", [.bytes(id.bytes)], Self.official) ?? nil
    }

    /// Accounts by name, those after the given one first; at most `listMax`.
    public func officials(
        after last: Official? = nil,
        atMost limit: Int = listMax,
        in transaction: Transaction
    ) throws -> [Official] {
        try transaction.all(
            Self.select + " WHERE (name, id) > ($1, $2) ORDER BY name, id LIMIT $3",
            [
                .text(last?.name ?? ""), .bytes(last?.id.bytes ?? []),
                .integer(Int64(min(max(limit, 0), Self.listMax))),
            ],
            Self.official
        ).compactMap(\.self)
    }

    /// The roles that an account holds for all types and organisations, in the order of their table.
    public static func roles(of id: Identifier, in transaction: Transaction) throws -> [Role] {
        let grants = Set(try GrantStore.grants(of: id, in: transaction))
        return Role.allCases.filter { grants.contains(Grant(subject: id, role: $0)) }
    }

    /// Accounts that one page shows.
    public static let listMax = 200

    /// Closes an account until further notice, and ends its sessions with it; false when there is none.
    public func suspend(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        guard try set(.suspended, of: id, in: transaction) else { return false }
        try SessionStore(surroundings: surroundings).endAll(of: id, in: transaction)
        return true
    }

    /// Opens a suspended account again; false when there is none.
    public func activate(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        try set(.active, of: id, in: transaction)
    }

    /// Sets a password and ends all sessions but the one in which that was done; false when there is no account.
    public func set(
        _ password: PasswordHash,
        of id: Identifier,
        keeping session: Token? = nil,
        in transaction: Transaction
    ) throws -> Bool {
        let changed = try transaction.run(
            "UPDATE official SET password = $2 WHERE id = $1",
            [.bytes(id.bytes), .text(password.text)]
        )
        guard changed == 1 else { return false }
        try SessionStore(surroundings: surroundings).endAll(of: id, except: session, in: transaction)
        return true
    }

    private func set(_ state: Official.State, of id: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "UPDATE official SET state = $2 WHERE id = $1",
            [.bytes(id.bytes), .integer(state.rawValue)]
        ) == 1
    }

    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.count <= Official.nameMax && text.isPlain
    }

    private static let select = """
        SELECT id, name, email, department, state, password IS NOT NULL, second IS NOT NULL FROM official
        """

    private static func official(_ row: Row) -> Official? {
        guard let id = Identifier(bytes: row.bytes(0)), let state = Official.State(rawValue: row.integer(4)) else {
            return nil
        }
        return Official(
            id: id,
            name: row.text(1),
            email: row.text(2),
            department: row.text(3),
            state: state,
            hasPassword: row.bool(5),
            hasSecondFactor: row.bool(6)
        )
    }
}

// MARK: - What signing in needs

extension OfficialStore {
    /// An account as the sign-in sees it.
    struct Account: Sendable {
        let official: Official
        let password: PasswordHash?
        let second: [UInt8]?
        let step: Int64
    }

    func account(email: String, in transaction: Transaction) throws -> Account? {
        let email = Email.normal(email)
        return Email.isPlausible(email) ? try account("email = $1", .text(email), in: transaction) : nil
    }

    func account(_ id: Identifier, in transaction: Transaction) throws -> Account? {
        try account("id = $1", .bytes(id.bytes), in: transaction)
    }

    /// Stores the same password at a higher cost, unless it was changed meanwhile.
    func improve(_ better: PasswordHash, than old: PasswordHash, of id: Identifier, in transaction: Transaction) throws
    {
        try transaction.run(
            "UPDATE official SET password = $2 WHERE id = $1 AND password = $3",
            [.bytes(id.bytes), .text(better.text), .text(old.text)]
        )
    }

    /// Uses up the codes to a step of time, once; false when that step or a later one was used before.
    func use(step: Int64, of id: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "UPDATE official SET step = $2 WHERE id = $1 AND step < $2",
            [.bytes(id.bytes), .integer(step)]
        ) == 1
    }

    func set(second sealed: [UInt8]?, of id: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run(
            "UPDATE official SET second = $2, step = 0 WHERE id = $1",
            [.bytes(id.bytes), sealed.map { .bytes($0) } ?? .null]
        ) == 1
    }

    private func account(_ condition: String, _ value: Value, in transaction: Transaction) throws -> Account? {
        let sql = """
            SELECT id, name, email, department, state, password IS NOT NULL, second IS NOT NULL, password, second, step
            FROM official WHERE \(condition)
            """
        return try transaction.first(sql, [value]) { row -> Account? in
            Self.official(row).map { official in
                Account(
                    official: official,
                    password: row.optionalText(7).flatMap { PasswordHash($0) },
                    second: row.optionalBytes(8),
                    step: row.integer(9)
                )
            }
        } ?? nil
    }
}
