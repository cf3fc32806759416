import Glibc

/// A small file that only its owner may read, written whole or not at all.
enum PrivateFile {
    /// No key or list of ours is larger; what is, is not ours.
    static let bytesMax = 16 << 20

    /// The bytes of a file, or nil when there is none. Refuses a file that others may read.
    static func read(_ path: String) throws(KeysError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0 {
            if errno == ENOENT { return nil }
            throw fault("opening", path)
        }
        defer { Glibc.close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw fault("looking at", path) }
        guard status.st_mode & 0o077 == 0 else {
            throw KeysError(.tooOpen, "others may read \(path): chmod 600 it, and consider its key known")
        }
        guard status.st_size <= bytesMax else { throw KeysError(.malformed, "\(path) is too large") }
        return try readAll(file, count: Int(status.st_size), path)
    }

    /// Makes a file that must not exist yet; flushed, with its folder, before this returns.
    ///
    /// It gets its name only when it is whole, so a crash or a second process never sees half of it.
    static func create(_ path: String, in folder: String, _ bytes: [UInt8]) throws(KeysError) {
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw fault("making", draft) }
        defer {
            Glibc.close(file)
            unlink(draft)
        }
        try write(file, bytes, draft)
        guard link(draft, path) == 0 else { throw fault("making", path) }
        try flushFolder(folder)
    }

    /// Adds bytes to the end of a file and flushes them before this returns.
    static func append(_ path: String, in folder: String, _ bytes: [UInt8]) throws(KeysError) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw fault("opening", path) }
        defer { Glibc.close(file) }
        try write(file, bytes, path)
        try flushFolder(folder)
    }

    /// Makes a folder that only its owner may enter, if it is not there.
    static func makeFolder(_ path: String) throws(KeysError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw fault("making", path) }
    }

    private static func readAll(_ file: Int32, count: Int, _ path: String) throws(KeysError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress.map { $0 + done }, count - done) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw fault("reading", path) }
            done += got
        }
        return bytes
    }

    private static func write(_ file: Int32, _ bytes: [UInt8], _ path: String) throws(KeysError) {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw fault("writing", path) }
            done += put
        }
        guard fsync(file) == 0 else { throw fault("flushing", path) }
    }

    /// A new name is durable only when its folder is.
    private static func flushFolder(_ path: String) throws(KeysError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw fault("opening", path) }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw fault("flushing", path) }
    }

    private static func fault(_ doing: String, _ path: String) -> KeysError {
        KeysError(.unreadable, "\(doing) \(path): \(String(cString: strerror(errno)))")
    }
}
