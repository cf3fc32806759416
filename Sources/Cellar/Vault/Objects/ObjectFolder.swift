import Glibc
import Kernel
import Synchronization

/// The folder with the sealed files: `objects/ab/cd/ID`, and `drafts` for what is being received.
///
/// All verbs block. Several processes may work in one folder.
final class ObjectFolder: Sendable {
    let path: String
    let disk: Disk
    private let ready = Mutex<Set<String>>([])

    /// Opens the folder, makes it when absent, and removes drafts that a stopped process left.
    init(path: String, disk: Disk = Disk()) throws(VaultError) {
        (self.path, self.disk) = (path, disk)
        for folder in [path, path + "/objects", path + "/drafts"] { try disk.makeFolder(folder) }
        try disk.flushFolder(path)
        try sweepDrafts()
    }

    /// Begins a file for a content.
    func draft(_ header: Header, sealer: Sealer, output: [UInt8]) throws -> ObjectDraft {
        try ObjectDraft(path: path + "/drafts/\(header.id)", disk: disk, sealer: sealer, header: output)
    }

    /// Gives a draft its place; durable when this returns.
    func keep(_ draft: ObjectDraft, as id: Identifier) throws {
        try makeReady(id)
        try draft.keep(as: file(id), in: folder(id))
    }

    /// Opens a file, or throws `missing`.
    func open(_ id: Identifier) throws(VaultError) -> ObjectFile {
        let path = file(id)
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0 {
            if errno == ENOENT { throw VaultError(.missing, "the object of content \(id) is not in the folder") }
            throw Disk.fault("opening", path)
        }
        return try ObjectFile(descriptor, path)
    }

    /// When a file was last changed, in milliseconds since 1970; nil when there is none.
    func changed(_ id: Identifier) -> Instant? {
        var status = stat()
        guard stat(file(id), &status) == 0 else { return nil }
        let (milliseconds, overflow) = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000)
        return overflow ? nil : Instant(milliseconds: milliseconds)
    }

    /// Removes a file; one that is gone already is well.
    func remove(_ id: Identifier) throws(VaultError) { try disk.remove(file(id)) }

    /// The ids of all files whose first byte is this one, in order.
    func list(_ first: UInt8) throws(VaultError) -> [Identifier] {
        let outer = path + "/objects/" + Self.hex(first)
        var found: [Identifier] = []
        for inner in try Self.names(in: outer).sorted() {
            found += try Self.names(in: outer + "/" + inner).compactMap { Identifier($0) }.sorted()
        }
        return found
    }

    /// Removes drafts that nobody is writing: a writer holds a lock, which the system lets go when it stops.
    private func sweepDrafts() throws(VaultError) {
        for name in try Self.names(in: path + "/drafts") {
            let draft = path + "/drafts/" + name
            let file = Glibc.open(draft, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            defer { close(file) }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { try disk.remove(draft) }
        }
    }

    /// Makes the two folders above a file and makes their names durable, once for each process.
    private func makeReady(_ id: Identifier) throws {
        let inner = folder(id)
        if ready.withLock({ $0.contains(inner) }) { return }
        let outer = String(inner.dropLast(3))
        try disk.makeFolder(outer)
        try disk.makeFolder(inner)
        try disk.flushFolder(outer)
        try disk.flushFolder(path + "/objects")
        ready.withLock { _ = $0.insert(inner) }
    }

    private func folder(_ id: Identifier) -> String {
        let bytes = id.bytes
        return path + "/objects/\(Self.hex(bytes[0]))/\(Self.hex(bytes[1]))"
    }

    func file(_ id: Identifier) -> String { folder(id) + "/\(id)" }

    private static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return byte < 16 ? "0" + text : text
    }

    /// The names in a folder without its dot names; none when there is no such folder.
    private static func names(in folder: String) throws(VaultError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw Disk.fault("listing", folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
