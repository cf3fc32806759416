public import Kernel
public import Ledger

/// The verbs that change accounts of officials: each writes what the account is now on the chain of that account.
///
/// The chain's id is the account's. What signing in writes (tries, sessions, a costlier hash) is login state and no
/// entry. A password never stands in one.
public struct Accounts: Sendable {
    private let officials: OfficialStore
    private let sessions: SessionStore

    public init(surroundings: Surroundings) {
        officials = OfficialStore(surroundings: surroundings)
        sessions = SessionStore(surroundings: surroundings)
    }

    /// Makes an account; throws as `OfficialStore.add`.
    public func add(
        name: String,
        email: String,
        department: String,
        roles: [Role],
        password: PasswordHash? = nil,
        _ change: Change
    ) throws -> Official {
        let official = try officials.add(
            name: name,
            email: email,
            department: department,
            roles: roles,
            password: password,
            in: change.transaction
        )
        try write(.accountToegevoegd, official.id, change)
        return official
    }

    /// Makes these the only roles that hold for all types and organisations; other grants stay. False without account.
    public func set(_ roles: Set<Role>, of id: Identifier, _ change: Change) throws -> Bool {
        guard try officials.official(id, in: change.transaction) != nil else { return false }
        for role in Role.allCases {
            let grant = Grant(subject: id, role: role)
            if roles.contains(role) {
                try GrantStore.add(grant, in: change.transaction)
            } else {
                try GrantStore.remove(grant, in: change.transaction)
            }
        }
        try write(.accountGewijzigd, id, change)
        return true
    }

    /// Closes an account until further notice, and its sessions with it; false when there is none.
    public func suspend(_ id: Identifier, _ change: Change) throws -> Bool {
        guard try officials.suspend(id, in: change.transaction) else { return false }
        try write(.accountGeschorst, id, change)
        return true
    }

    /// Opens a suspended account again; false when there is none.
    public func activate(_ id: Identifier, _ change: Change) throws -> Bool {
        guard try officials.activate(id, in: change.transaction) else { return false }
        try write(.accountGeactiveerd, id, change)
        return true
    }

    /// Sets a password and ends all sessions but one; false when there is no account.
    public func set(
        _ password: PasswordHash,
        of id: Identifier,
        keeping session: Token? = nil,
        _ change: Change
    ) throws -> Bool {
        guard try officials.set(password, of: id, keeping: session, in: change.transaction) else { return false }
        try write(.wachtwoordGezet, id, change)
        return true
    }

    /// Ends all sessions of an account as its steward; answers how many.
    public func endSessions(of id: Identifier, _ change: Change) throws -> Int {
        guard try officials.official(id, in: change.transaction) != nil else { return 0 }
        let ended = try sessions.endAll(of: id, in: change.transaction)
        try write(.sessiesBeeindigd, id, change)
        return ended
    }

    private func write(_ kind: EntryKind, _ id: Identifier, _ change: Change) throws {
        guard let official = try officials.official(id, in: change.transaction) else { return }
        let roles = try OfficialStore.roles(of: id, in: change.transaction)
        let clear = JSONWriter.bytes(capacity: 512) { writer in
            writer.beginObject()
            for (name, text) in [
                ("naam", official.name), ("email", official.email), ("afdeling", official.department),
                ("toestand", official.state == .active ? "actief" : "geschorst"),
            ] {
                writer.name(name)
                writer.text(text)
            }
            writer.name("rollen")
            writer.beginArray()
            for role in roles { writer.text(role.rawValue) }
            writer.endArray()
            writer.endObject()
        }
        // The table has no salt yet, so `verify` compares no rows with this.
        try change.append(kind, chain: id, resource: id, state: .zero, clear: clear)
    }
}

extension EntryKind {
    /// An account of an official was made.
    public static let accountToegevoegd = EntryKind(rawValue: 700)
    /// It has other roles.
    public static let accountGewijzigd = EntryKind(rawValue: 701)
    /// It may not be used until further notice.
    public static let accountGeschorst = EntryKind(rawValue: 703)
    /// It may be used again.
    public static let accountGeactiveerd = EntryKind(rawValue: 704)
    /// A password was set.
    public static let wachtwoordGezet = EntryKind(rawValue: 705)
    /// A steward ended its sessions.
    public static let sessiesBeeindigd = EntryKind(rawValue: 706)
}
