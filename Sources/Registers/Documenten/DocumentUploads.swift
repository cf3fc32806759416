public import Database
public import Kernel
import Ledger
public import Vault

/// Contents on their way to a document: whole, or in parts that come in any order.
public struct DocumentUploads: Sendable {
    let database: Database
    let contents: Contents

    public init(database: Database, contents: Contents) {
        (self.database, self.contents) = (database, contents)
    }

    /// What a program may send: any bytes; what is known is known by its bytes.
    static let allowed = MediaKind.all.union([.other])

    /// Receives a content in the vault, whatever it is.
    public func receive<Parts: AsyncSequence & Sendable>(
        _ parts: Parts,
        declared: Int64? = nil
    ) async throws -> ReceivedContent where Parts.Element == [UInt8] {
        do {
            return try await contents.receive(parts, name: "", allowed: Self.allowed, declared: declared)
        } catch let error as VaultError {
            switch error.code {
            case .tooShort: throw DocumentStore.otherSize
            case .tooLarge where declared != nil: throw DocumentStore.otherSize
            case .tooLarge: throw Problem(.tooLarge)
            case .full: throw Problem(.outOfSpace)
            case .overloaded: throw Problem(.unavailable)
            default: throw error
            }
        }
    }

    /// Receives a part; one that was sent before is replaced as long as the document is locked.
    public func receivePart<Parts: AsyncSequence & Sendable>(
        _ id: Identifier,
        lock: String?,
        _ parts: Parts,
        _ mandate: DocumentMandate
    ) async throws where Parts.Element == [UInt8] {
        let part = try await database.snapshot { try Self.part(id, lock, mandate, $0) }
        let received = try await receive(parts, declared: part.omvang)
        let contents = contents
        let replaced = try await database.write { transaction -> Identifier? in
            // Asked again: meanwhile the document may have been unlocked, or the part sent by somebody else.
            let part = try Self.part(id, lock, mandate, transaction, locking: true)
            try contents.put(received, in: part.document, transaction)
            try contents.refer(received.id, transaction)
            if let old = part.content { try contents.destroy(old, transaction) }
            try DocumentPartStore.set(received.id, for: id, in: transaction)
            return part.content
        }
        if let replaced { try await contents.removeObjects([replaced]) }
    }

    /// Makes one content of the parts of a document; nil when there are none, or not all.
    ///
    /// Nothing refers to it yet: `DocumentStore.unlock` takes it, or it is swept.
    public func merge(_ document: Identifier) async throws -> MergedParts? {
        let parts = try await database.snapshot { try DocumentPartStore.parts(of: document, in: $0) }
        let sent = parts.compactMap(\.content)
        guard !parts.isEmpty, sent.count == parts.count else { return nil }
        if sent.count == 1 { return MergedParts(content: .lying(sent[0], in: document), parts: sent) }
        let received = try await receive(
            PartsInOrder(contents: contents, ids: sent),
            declared: parts.reduce(0) { $0 + $1.omvang }
        )
        return MergedParts(content: .received(received), parts: sent)
    }

    private static func part(
        _ id: Identifier,
        _ lock: String?,
        _ mandate: DocumentMandate,
        _ transaction: Transaction,
        locking: Bool = false
    ) throws -> DocumentPart {
        guard let part = try DocumentPartStore.part(id, in: transaction) else { throw Problem(.notFound) }
        let kept = DocumentStore.rows.kept(transaction)
        // Held until the commit, so that nobody unlocks the document in between.
        let document = try kept.first(
            where: [kept.identity(part.document), mandate.documenten],
            locking: locking,
            in: transaction
        )
        guard let document else { throw Problem(.forbidden) }
        try document.record.mustOpen(with: lock)
        return locking ? try DocumentPartStore.part(id, in: transaction) ?? part : part
    }
}

/// The bytes of several contents, one after another.
struct PartsInOrder: AsyncSequence, Sendable {
    let contents: Contents
    let ids: [Identifier]

    func makeAsyncIterator() -> Iterator { Iterator(contents: contents, rest: ids[...]) }

    struct Iterator: AsyncIteratorProtocol {
        let contents: Contents
        var rest: ArraySlice<Identifier>
        var bytes: ContentBytes.Iterator?

        mutating func next() async throws -> [UInt8]? {
            while true {
                if let part = try await bytes?.next() { return part }
                guard let id = rest.popFirst() else { return nil }
                bytes = try await contents.open(id, for: .uploader).bytes.makeAsyncIterator()
            }
        }
    }
}
