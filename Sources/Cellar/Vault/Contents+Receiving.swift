import Crypto
import Kernel

extension Contents {
    /// Takes a content in, part by part, and answers once it is durable. It has no row yet: see `put`.
    ///
    /// Each part is sealed and written before the next is asked for, so memory does not grow with the content.
    /// - Parameters:
    ///   - name: the file's name as the sender gave it; its extension must agree with what the bytes are.
    ///   - allowed: the kinds that may be received here.
    ///   - declared: how many bytes the sender announced; more or fewer, and nothing is kept.
    /// - Throws: `tooLarge`, `tooShort`, `kind`, `full`, `disk`, `overloaded`, and whatever the parts throw. The
    ///   file is then gone.
    public func receive<Parts: AsyncSequence & Sendable>(
        _ parts: Parts,
        name: String,
        allowed: Set<MediaKind> = MediaKind.all,
        declared: Int64? = nil
    ) async throws -> ReceivedContent where Parts.Element == [UInt8] {
        guard declared ?? 0 <= limits.size else { throw Self.tooLarge(limits.size) }
        let id = surroundings.identifier()
        let key = SymmetricKey(data: surroundings.random(32))
        let draft = try await threads.run { [folder] in try Self.draft(id, key, folder) }
        do {
            try await fill(draft, with: parts, declared: declared)
            let sealed = try await threads.run { try draft.seal() }
            let finding = try await inspect(draft, id, key, sealed.size, name: name, allowed: allowed)
            try await threads.run { [folder] in try folder.keep(draft, as: id) }
            return received(id, key, sealed, finding)
        } catch {
            // When there is no thread to remove it, the draft removes itself when it is let go.
            try? await threads.run { draft.discard() }
            throw error
        }
    }

    private func fill<Parts: AsyncSequence & Sendable>(
        _ draft: ObjectDraft,
        with parts: Parts,
        declared: Int64?
    ) async throws where Parts.Element == [UInt8] {
        let limit = min(limits.size, declared ?? .max)
        for try await part in parts {
            guard part.count <= limit - draft.size else { throw Self.tooLarge(limit) }
            try await threads.run { try draft.take(part) }
        }
        // A sender that went away may just end its parts; only what was declared tells that from the end.
        try Task.checkCancellation()
        guard declared ?? draft.size == draft.size else {
            throw VaultError(.tooShort, "\(draft.size) bytes came of the \(declared ?? 0) that were declared")
        }
    }

    private func received(
        _ id: Identifier,
        _ key: SymmetricKey,
        _ sealed: ObjectDraft.Sealed,
        _ finding: Inspection.ContentsFinding
    ) -> ReceivedContent {
        ReceivedContent(
            id: id,
            size: sealed.size,
            hash: sealed.hash,
            kind: finding.kind,
            marks: finding.marks,
            made: surroundings.now(),
            sealedHash: sealed.sealedHash,
            key: ContentKey(key: key)
        )
    }

    /// Looks at what was received, through the file itself, before it is kept.
    private func inspect(
        _ draft: ObjectDraft,
        _ id: Identifier,
        _ key: SymmetricKey,
        _ size: Int64,
        name: String,
        allowed: Set<MediaKind>
    ) async throws -> Inspection.ContentsFinding {
        let file = try await threads.run { try draft.reading() }
        let object = try ContentFile(file, id: id, key: key, size: size)
        let threads = threads
        let inspection = Inspection(size: size) { range in try await threads.run { try object.read(range) } }
        return try await inspection.judge(name: name, allowed: allowed)
    }

    private static func draft(_ id: Identifier, _ key: SymmetricKey, _ folder: ObjectFolder) throws -> ObjectDraft {
        let header = Header(id: id, chunkSize: Layout.chunkSizeUsual)
        var output: [UInt8] = []
        let sealer = Sealer(key: key, header: header, into: &output)
        return try folder.draft(header, sealer: sealer, output: output)
    }

    private static func tooLarge(_ limit: Int64) -> VaultError {
        VaultError(.tooLarge, "the content has more than \(limit) bytes")
    }
}
