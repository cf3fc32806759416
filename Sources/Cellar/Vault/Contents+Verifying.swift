import Crypto
public import Database
public import Kernel

/// What is wrong with the folder of objects, or stands there without need.
public enum ContentsFinding: Hashable, Sendable {
    /// There is a row and no file.
    case missing(Identifier)
    /// The file is not the one that was stored.
    case changed(Identifier)
    /// There is a file and no row: received and never used, or destroyed by a process that was stopped. Sweeping helps.
    case orphaned(Identifier)
}

/// The outcome of reading all objects.
public struct ContentsReport: Equatable, Sendable {
    /// Findings that are named; the rest is only counted.
    public static let findingsMax = 10_000

    /// Objects that have a row, and so were looked for.
    public internal(set) var objects = 0
    /// What is wrong, in the order of ids, at most `findingsMax`.
    public internal(set) var findings: [ContentsFinding] = []
    /// How many more were found.
    public internal(set) var unnamed = 0

    /// Whether nothing is missing or changed. An orphan hurts nobody.
    public var isWhole: Bool {
        unnamed == 0
            && findings.allSatisfy { finding in
                if case .orphaned = finding { true } else { false }
            }
    }

    mutating func add(_ finding: ContentsFinding) {
        if findings.count < Self.findingsMax { findings.append(finding) } else { unnamed += 1 }
    }
}

extension Contents {
    /// The next stored objects after an id, in the order of their ids; from the first on when there is none. For
    /// backup: the snapshot of the database comes first, then the files that its rows name.
    public func objects(
        after id: Identifier? = nil,
        atMost limit: Int,
        _ transaction: Transaction
    ) throws -> [StoredObject] {
        try ContentListStore.next(after: id, atMost: limit, in: transaction)
    }

    /// The sealed bytes of an object, in parts, for backup; opens nothing and needs no key.
    public func sealedBytes(_ id: Identifier) async throws -> SealedBytes {
        let file = try await threads.run { [folder] in try folder.open(id) }
        return SealedBytes(file: file, threads: threads)
    }

    /// Whether the file of an object is the one that was stored; needs no key. Throws `missing` or `damaged`.
    public func verify(_ object: StoredObject) async throws {
        let bytes = try await sealedBytes(object.id)
        guard bytes.file.size == object.sealedSize else {
            throw VaultError.damaged(object.id, "its file has another length")
        }
        var hash = SHA256()
        for try await part in bytes { hash.update(data: part) }
        guard Array(hash.finalize()) == object.sealedHash else {
            throw VaultError.damaged(object.id, "its file has another hash")
        }
    }

    /// Reads all objects and compares them with their rows, both ways; needs no key.
    ///
    /// It may run while others write. A disk that refuses to read counts as a changed object.
    public func verify() async throws -> ContentsReport {
        var verification = ContentsReport()
        for first in UInt8.min...UInt8.max {
            let files = try await threads.run { [folder] in try folder.list(first) }
            for orphan in try await orphans(files) { verification.add(.orphaned(orphan)) }
            try await verifyRows(first, into: &verification)
        }
        return verification
    }

    private func orphans(_ files: [Identifier]) async throws -> [Identifier] {
        var orphans: [Identifier] = []
        for start in stride(from: 0, to: files.count, by: Self.batch) {
            let part = files[start..<min(files.count, start + Self.batch)]
            let known = try await database.read { try ContentListStore.known(part, in: $0) }
            orphans += part.filter { !known.contains($0) }
        }
        return orphans
    }

    /// The rows whose id begins with a byte.
    private func verifyRows(_ first: UInt8, into verification: inout ContentsReport) async throws {
        // All ids of a byte follow the one before its first: that ends in fifteen bytes of ones.
        var last = first == 0 ? nil : Identifier(bytes: [first - 1] + Array(repeating: UInt8.max, count: 15))
        while true {
            let after = last
            let page = try await database.read {
                try ContentListStore.next(after: after, atMost: Self.batch, in: $0)
            }.prefix { $0.id.bytes[0] == first }
            for object in page {
                if let finding = try await finding(object) { verification.add(finding) }
            }
            verification.objects += page.count
            guard page.count == Self.batch else { return }
            last = page.last?.id
        }
    }

    private func finding(_ object: StoredObject) async throws -> ContentsFinding? {
        let finding: ContentsFinding
        do {
            try await verify(object)
            return nil
        } catch let error as VaultError where error.code == .missing {
            finding = .missing(object.id)
        } catch let error as VaultError where error.code == .damaged || error.code == .disk {
            finding = .changed(object.id)
        }
        // It may have been destroyed meanwhile.
        let isThere = try await database.read { try ContentListStore.object(object.id, in: $0) != nil }
        return isThere ? finding : nil
    }
}

/// The bytes of a sealed file as they lie on the disk, in parts of at most 256 KiB.
public struct SealedBytes: AsyncSequence, Sendable {
    fileprivate static let partSize: Int64 = 256 << 10

    let file: ObjectFile
    let threads: DiskThreads

    public func makeAsyncIterator() -> Iterator { Iterator(bytes: self) }

    /// Walks over the parts in order.
    public struct Iterator: AsyncIteratorProtocol {
        let bytes: SealedBytes
        private var position: Int64 = 0

        init(bytes: SealedBytes) { self.bytes = bytes }

        public mutating func next() async throws -> [UInt8]? {
            let (file, start) = (bytes.file, position)
            guard start < file.size else { return nil }
            let count = Int(Swift.min(SealedBytes.partSize, file.size - start))
            position += Int64(count)
            return try await bytes.threads.run { try file.read(at: start, count: count) }
        }
    }
}
