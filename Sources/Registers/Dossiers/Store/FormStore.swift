import Crypto
public import Database
public import Kernel
public import Keys

/// Forms that were begun and not sent yet: each sealed under a key of its own, which goes when the form goes.
///
/// They stand outside the ledger: nothing was asked of the town yet.
public struct FormStore: Sendable {
    let keys: ChainKeys
    let surroundings: Surroundings

    public init(keys: ChainKeys, surroundings: Surroundings) { (self.keys, self.surroundings) = (keys, surroundings) }

    static let migration = Migration(
        "dossiers: make formulieren",
        """
        CREATE TABLE dossierformulier (
            id TEXT PRIMARY KEY NOT NULL,
            dossiertype TEXT NOT NULL REFERENCES dossiertype (uuid),
            subject TEXT NOT NULL,
            version BIGINT NOT NULL,
            inhoud BYTEA NOT NULL,
            ends BIGINT NOT NULL,
            dossier TEXT
        );
        CREATE INDEX dossierformulier_ends ON dossierformulier (ends);
        CREATE INDEX dossierformulier_subject ON dossierformulier (subject, ends);
        """
    )

    /// How long a form waits after it was last touched.
    public static let lifeMilliseconds: Int64 = 30 * 24 * 3_600_000

    /// A form that was begun.
    public struct Form: Sendable {
        public let id: Identifier
        /// The version of the dossier type with which it began.
        public let type: Identifier
        /// Who fills it in; that becomes the applicant, unless `content.intake` names another.
        public let subject: Identifier
        /// Grows with each save: whoever saves over something they did not see is told.
        public let version: Int
        public let content: FormContent
        public let ends: Instant
        /// The dossier that it became, once it was sent.
        public let dossier: Identifier?
    }

    /// Begins a form.
    public func begin(
        _ type: Identifier,
        by subject: Identifier,
        _ content: FormContent = FormContent(),
        in transaction: Transaction
    ) throws -> Form {
        let id = surroundings.identifier()
        let key = try keys.make(id, in: transaction)
        let ends = surroundings.now().adding(milliseconds: Self.lifeMilliseconds) ?? .latest
        let values: [Value] = [
            id.stored, type.stored, subject.stored, .integer(1), .bytes(try close(content, key, id)),
            .integer(ends.milliseconds), .null,
        ]
        try transaction.run("INSERT INTO dossierformulier VALUES (\(.list(values)))" as Clause)
        return Form(id: id, type: type, subject: subject, version: 1, content: content, ends: ends, dossier: nil)
    }

    /// The form; nil when there is none or its time is over.
    public func form(_ id: Identifier, in transaction: Transaction) throws -> Form? {
        let row = try transaction.first(
            """
            SELECT dossiertype, subject, version, inhoud, ends, dossier FROM dossierformulier
            WHERE id = \(id.stored) AND ends > \(.integer(surroundings.now().milliseconds))
            """ as Clause
        ) { row in
            (
                type: row.text(0), subject: row.text(1), version: row.integer(2), sealed: row.bytes(3),
                ends: row.integer(4), dossier: row.optionalText(5)
            )
        }
        guard let row, let type = Identifier(row.type), let subject = Identifier(row.subject) else { return nil }
        let dossier = row.dossier.flatMap { Identifier($0) }
        var content = FormContent()
        if dossier == nil {
            guard let key = try keys.key(id, in: transaction), let opened = try open(row.sealed, key, id) else {
                return nil
            }
            content = opened
        }
        return Form(
            id: id,
            type: type,
            subject: subject,
            version: Int(row.version),
            content: content,
            ends: Instant(milliseconds: row.ends),
            dossier: dossier
        )
    }

    /// Keeps what was filled in; false when the form was saved by somebody else since, was sent, or is gone.
    public func save(_ id: Identifier, _ content: FormContent, seen version: Int, in transaction: Transaction) throws
        -> Bool
    {
        guard let key = try keys.key(id, in: transaction) else { return false }
        let ends = surroundings.now().adding(milliseconds: Self.lifeMilliseconds) ?? .latest
        return try transaction.run(
            """
            UPDATE dossierformulier SET version = version + 1, inhoud = \(.bytes(try close(content, key, id))),
            ends = \(.integer(ends.milliseconds))
            WHERE id = \(id.stored) AND version = \(.integer(Int64(version))) AND dossier IS NULL
            """ as Clause
        ) == 1
    }

    /// The forms of somebody that were not sent yet, the last touched first.
    public func forms(of subject: Identifier, in transaction: Transaction) throws -> [Form] {
        let ids = try transaction.all(
            """
            SELECT id FROM dossierformulier WHERE subject = \(subject.stored) AND dossier IS NULL
            AND ends > \(.integer(surroundings.now().milliseconds)) ORDER BY ends DESC, id LIMIT 50
            """ as Clause
        ) { Identifier($0.text(0)) }.compactMap(\.self)
        return try ids.compactMap { try form($0, in: transaction) }
    }

    /// Notes which dossier a form becomes, and forgets what was filled in; throws when it was sent already.
    ///
    /// Its key still opens the files until `forget`, in the same change.
    func sent(_ id: Identifier, as dossier: Identifier, in transaction: Transaction) throws {
        let changed = try transaction.run(
            """
            UPDATE dossierformulier SET dossier = \(dossier.stored), inhoud = \(.bytes([]))
            WHERE id = \(id.stored) AND dossier IS NULL
            """ as Clause
        )
        guard changed == 1 else { throw Problem(.conflict, code: "sent", detail: "Dit formulier is al verstuurd.") }
    }

    /// Destroys the key of a form that was sent: what it sealed has moved to the dossier.
    func forget(_ id: Identifier, in transaction: Transaction) throws { try keys.destroy(id, in: transaction) }

    /// Removes a form and what opens it; the caller removes its contents from the vault.
    public func remove(_ id: Identifier, in transaction: Transaction) throws {
        try keys.destroy(id, in: transaction)
        try transaction.run("DELETE FROM dossierformulier WHERE id = \(id.stored)" as Clause)
    }

    /// Forms whose time is over, oldest first.
    public func expired(atMost limit: Int, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            """
            SELECT id FROM dossierformulier WHERE ends <= \(.integer(surroundings.now().milliseconds))
            ORDER BY ends LIMIT \(.integer(Int64(limit)))
            """ as Clause
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }
}

extension FormStore {
    private func close(_ content: FormContent, _ key: SymmetricKey, _ id: Identifier) throws -> [UInt8] {
        let nonce = try AES.GCM.Nonce(data: surroundings.random(12))
        let box = try AES.GCM.seal(content.json.bytes, using: key, nonce: nonce, authenticating: id.bytes)
        return Array(box.nonce) + box.ciphertext + box.tag
    }

    private func open(_ sealed: [UInt8], _ key: SymmetricKey, _ id: Identifier) throws -> FormContent? {
        let box = try AES.GCM.SealedBox(combined: sealed)
        let bytes = Array(try AES.GCM.open(box, using: key, authenticating: id.bytes))
        return FormContent(json: try JSONValue(bytes, limits: FormContent.limits))
    }
}
