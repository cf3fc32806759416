public import Database
public import Kernel

/// Clients and their sealed secrets.
public struct ClientStore: Sendable {
    let seal: Seal
    let surroundings: Surroundings

    public init(seal: Seal, surroundings: Surroundings) { (self.seal, self.surroundings) = (seal, surroundings) }

    public static let migrations = [
        Migration(
            "access: make clients",
            """
            CREATE TABLE client (
                id TEXT PRIMARY KEY NOT NULL,
                subject BYTEA NOT NULL,
                label TEXT NOT NULL,
                secret BYTEA,
                former BYTEA,
                made BIGINT NOT NULL,
                CHECK (secret IS NOT NULL OR former IS NULL)
            );
            CREATE INDEX client_subject ON client (subject);
            """
        )
    ]

    /// Makes a client without a secret, for an Applicatie: nothing can sign in with it yet.
    ///
    /// Throws `exists` when the client id is taken, `malformed` for an empty or too long one.
    public func add(
        _ id: String,
        for subject: Identifier,
        label: String = "",
        in transaction: Transaction
    ) throws -> Client {
        guard Client.isPossible(id), label.unicodeScalars.count <= Client.labelMax, label.isPlain else {
            throw AccessError(.malformed, "a client id has 1 to \(Client.idMax) characters")
        }
        let added = try transaction.run(
            """
            INSERT INTO client (id, subject, label, secret, former, made) VALUES ($1, $2, $3, NULL, NULL, $4)
            ON CONFLICT DO NOTHING
            """,
            [.text(id), .bytes(subject.bytes), .text(label), .integer(surroundings.now().milliseconds)]
        )
        guard added == 1 else { throw AccessError(.exists, "the client id is in use") }
        return Client(id: id, subject: subject, label: label, secrets: 0)
    }

    /// What `belfort client add` does: makes the client if need be, and gives it this secret and rights.
    ///
    /// For a client that exists the secret is changed as by `set`; the rights it has stay.
    /// - Returns: the client, and whether the secret is shorter than advised.
    public func add(
        _ id: String,
        secret: String,
        isSuperuser: Bool,
        in transaction: Transaction
    ) throws -> (client: Client, isSecretShort: Bool) {
        let present = try client(id, in: transaction)
        let client = try present ?? add(id, for: surroundings.identifier(), label: id, in: transaction)
        try set(secret, of: id, in: transaction)
        if isSuperuser { try GrantStore.add(.everything(for: client.subject), in: transaction) }
        return (try self.client(id, in: transaction) ?? client, secret.utf8.count < Client.secretBytesAdvised)
    }

    /// Gives a client a new secret; the one before stays valid beside it until `forget`, and older ones go.
    ///
    /// The secret that the client has already changes nothing.
    public func set(_ secret: String, of id: String, in transaction: Transaction) throws {
        let bytes = Array(secret.utf8)
        guard (1...Client.secretBytesMax).contains(bytes.count) else {
            throw AccessError(.malformed, "a secret has 1 to \(Client.secretBytesMax) bytes")
        }
        let row = try transaction.first(
            "SELECT secret FROM client WHERE id = $1" + transaction.dialect.forUpdate,
            [.text(id)]
        ) { $0.optionalBytes(0) }
        guard let present = row else { throw AccessError(.unknown, "there is no such client") }
        if let present, try seal.open(present, for: Self.place(id)) == bytes { return }
        try transaction.run(
            "UPDATE client SET former = secret, secret = $2 WHERE id = $1",
            [.text(id), .bytes(try seal.close(bytes, for: Self.place(id)))]
        )
    }

    /// Ends the former secret of a client that changed over; answers whether there was one.
    public func forget(formerSecretOf id: String, in transaction: Transaction) throws -> Bool {
        try transaction.run("UPDATE client SET former = NULL WHERE id = $1 AND former IS NOT NULL", [.text(id)]) > 0
    }

    /// Takes a client's secrets away, at once; the client id stays taken.
    public func disarm(_ id: String, in transaction: Transaction) throws -> Bool {
        try transaction.run("UPDATE client SET former = NULL, secret = NULL WHERE id = $1", [.text(id)]) > 0
    }

    /// Removes a client; its grants are its subject's and stay.
    public func remove(_ id: String, in transaction: Transaction) throws -> Bool {
        try transaction.run("DELETE FROM client WHERE id = $1", [.text(id)]) > 0
    }

    /// The client with this id.
    public func client(_ id: String, in transaction: Transaction) throws -> Client? {
        try transaction.first(Self.select + " WHERE id = $1", [.text(id)], Self.client) ?? nil
    }

    /// The client ids of a subject.
    public func clients(of subject: Identifier, in transaction: Transaction) throws -> [Client] {
        try transaction.all(
            Self.select + " WHERE subject = $1 ORDER BY id",
            [.bytes(subject.bytes)],
            Self.client
        ).compactMap(\.self)
    }

    /// Clients by id, those after the given one first; at most `listMax`.
    public func clients(after last: String = "", in transaction: Transaction) throws -> [Client] {
        try transaction.all(
            Self.select + " WHERE id > $1 ORDER BY id LIMIT \(Self.listMax)",
            [.text(last)],
            Self.client
        ).compactMap(\.self)
    }

    static let listMax = 200

    private static let select = "SELECT id, subject, label, secret IS NOT NULL, former IS NOT NULL FROM client"

    private static func client(_ row: Row) -> Client? {
        Identifier(bytes: row.bytes(1)).map { subject in
            Client(
                id: row.text(0),
                subject: subject,
                label: row.text(2),
                secrets: (row.bool(3) ? 1 : 0) + (row.bool(4) ? 1 : 0)
            )
        }
    }

    static func place(_ id: String) -> String { "client/\(id)" }
}

// MARK: - What signing in needs

extension ClientStore {
    /// A client as the sign-in sees it.
    struct Armed: Sendable {
        let subject: Identifier
        let label: String
        let secret: [UInt8]?
        let former: [UInt8]?
    }

    static func armed(_ id: String, in transaction: Transaction) throws -> Armed? {
        try transaction.first(
            "SELECT subject, label, secret, former FROM client WHERE id = $1",
            [.text(id)]
        ) { row in
            Identifier(bytes: row.bytes(0)).map {
                Armed(subject: $0, label: row.text(1), secret: row.optionalBytes(2), former: row.optionalBytes(3))
            }
        } ?? nil
    }
}
