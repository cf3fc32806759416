import Crypto
import Database
public import Kernel

extension Contents {
    /// Opens a content for a reader, whole or a range of its bytes.
    ///
    /// What follows is decided before the first byte: the row, its state, the key, the length of the file.
    /// - Throws: `missing`, `held`, `destroyed`, `range`, `damaged`.
    public func open(
        _ id: Identifier,
        for reader: ContentReader,
        range: Range<Int64>? = nil
    ) async throws -> OpenContent {
        let (content, key) = try await database.snapshot { transaction in try self.key(id, transaction) }
        guard reader.mayRead(content.state) else {
            throw VaultError(.held, "content \(id) is \(content.state)")
        }
        let whole = 0..<content.size
        let range = range ?? whole
        guard whole.encloses(range) else {
            throw VaultError(.range, "content \(id) has \(content.size) bytes")
        }
        let file = try await threads.run { [folder] in
            let file = try ContentFile(folder.open(id), id: id, key: key, size: content.size)
            try file.check()
            return file
        }
        let bytes = ContentBytes(
            file: file,
            threads: threads,
            range: range,
            hash: range == whole ? content.hash : nil,
            id: id
        )
        return OpenContent(content: content, bytes: bytes)
    }

    /// The row of a content and the key that opens its file.
    func key(_ id: Identifier, _ transaction: Transaction) throws -> (Content, SymmetricKey) {
        guard let content = try ContentStore.content(id, in: transaction),
            let (chain, wrap) = try ContentStore.wrap(id, in: transaction)
        else { throw Self.missing(id) }
        return (content, try wrap.open(of: id, under: chainKey(chain, transaction)))
    }
}

/// A content that a reader may read: what is known about it, and its bytes.
public struct OpenContent: Sendable {
    /// What is known about it, as it was when it was opened.
    public let content: Content
    /// Its bytes, or those of the range asked for.
    public let bytes: ContentBytes
}

/// The bytes of a content or of a range of it, in parts of at most 256 KiB.
///
/// Each part is authentic when it is given. Of a whole content the hash is checked too before the last part is given;
/// an error there or in between is thrown as `damaged`, so a copy is whole only when the sequence ended without one.
public struct ContentBytes: AsyncSequence, Sendable {
    /// Chunks opened at a time.
    fileprivate static let partSize: Int64 = 256 << 10

    let file: ContentFile
    let threads: DiskThreads
    let range: Range<Int64>
    let hash: [UInt8]?
    let id: Identifier

    public func makeAsyncIterator() -> Iterator { Iterator(bytes: self) }

    /// Walks over the parts in order.
    public struct Iterator: AsyncIteratorProtocol {
        private let bytes: ContentBytes
        private var position: Int64
        private var isAtEnd = false
        private var hash = SHA256()

        init(bytes: ContentBytes) {
            self.bytes = bytes
            position = bytes.range.lowerBound
        }

        public mutating func next() async throws -> [UInt8]? {
            try Task.checkCancellation()
            if isAtEnd { return nil }
            let (file, id, expected, hash) = (bytes.file, bytes.id, bytes.hash, hash)
            // Parts begin where chunks begin, so that no chunk is opened twice.
            let end = Swift.min(bytes.range.upperBound, (position / ContentBytes.partSize + 1) * ContentBytes.partSize)
            let (part, isLast) = (position..<end, end == bytes.range.upperBound)
            let (read, hashed) = try await bytes.threads.run {
                let read = try file.read(part)
                guard let expected else { return (read, hash) }
                var hash = hash
                hash.update(data: read)
                if isLast, Array(hash.finalize()) != expected { throw VaultError.damaged(id, "its hash is another") }
                return (read, hash)
            }
            (position, isAtEnd, self.hash) = (end, isLast, hashed)
            return read.isEmpty ? nil : read
        }
    }
}

extension Range<Int64> {
    fileprivate func encloses(_ other: Range<Int64>) -> Bool {
        other.lowerBound >= lowerBound && other.upperBound <= upperBound
    }
}
