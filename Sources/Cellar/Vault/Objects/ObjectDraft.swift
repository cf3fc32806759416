import Glibc
import Kernel
import Synchronization

/// A content on its way to the disk: sealed into a file without a name, which is removed unless it is kept.
///
/// All verbs block, and are called one after another.
final class ObjectDraft: Sendable {
    /// What is known once all bytes were taken.
    struct Sealed: Sendable {
        let size: Int64
        let hash: [UInt8]
        let sealedHash: [UInt8]
    }

    /// Sealed bytes gathered before they are written.
    private static let outputSize = 256 << 10

    private struct State: Sendable {
        var sealer: Sealer
        var output: [UInt8] = []
        var isKept = false
    }

    let path: String
    private let disk: Disk
    private let file: Int32
    private let state: Mutex<State>

    init(path: String, disk: Disk, sealer: Sealer, header: [UInt8]) throws(VaultError) {
        file = try disk.create(path)
        (self.path, self.disk) = (path, disk)
        state = Mutex(State(sealer: sealer, output: header))
    }

    deinit {
        discard()
        close(file)
    }

    /// Removes the file, unless it was kept; twice is harmless.
    func discard() {
        if !state.withLock({ $0.isKept }) { unlink(path) }
    }

    /// Bytes of content taken so far.
    var size: Int64 { state.withLock { $0.sealer.size } }

    /// Takes more of the content.
    func take(_ part: [UInt8]) throws {
        try state.withLock { state in
            var rest = part[...]
            while !rest.isEmpty {
                try state.sealer.take(rest.prefix(Self.outputSize), into: &state.output)
                rest = rest.dropFirst(Self.outputSize)
                if state.output.count >= Self.outputSize { try write(&state) }
            }
        }
    }

    /// Seals the last chunk. The file is whole now, but neither flushed nor named.
    func seal() throws -> Sealed {
        try state.withLock { state in
            let hashes = try state.sealer.finish(into: &state.output)
            try write(&state)
            return Sealed(size: state.sealer.size, hash: hashes.clear, sealedHash: hashes.sealed)
        }
    }

    /// The file as it is so far, for looking at what was received before it is kept.
    func reading() throws(VaultError) -> ObjectFile {
        let copy = fcntl(file, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw Disk.fault("reading", path) }
        return try ObjectFile(copy, path)
    }

    /// Flushes the file and gives it its name; durable when this returns.
    func keep(as path: String, in folder: String) throws {
        try disk.flush(file, self.path)
        try disk.name(self.path, path)
        state.withLock { $0.isKept = true }
        do {
            try disk.flushFolder(folder)
        } catch {
            // It may or may not be there after a loss of power; nobody was told that it is.
            unlink(path)
            throw error
        }
    }

    private func write(_ state: inout State) throws(VaultError) {
        try disk.write(file, state.output, path)
        state.output.removeAll(keepingCapacity: true)
    }
}
