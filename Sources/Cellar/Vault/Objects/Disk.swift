import Glibc

/// The system calls that change the folder of objects; each asks a hook first, so that a test can be a failing disk.
struct Disk: Sendable {
    /// One system call on the way of a content to the disk, in the order in which they happen.
    enum Step: Sendable { case create, write, flush, makeFolder, name, flushFolder, remove }

    /// Answers an error number to fail with, or nil to go on.
    var before: @Sendable (Step) -> Int32? = { _ in nil }

    /// Makes a file that must not exist yet, and locks it: whoever sweeps leaves a locked file alone.
    func create(_ path: String) throws(VaultError) -> Int32 {
        try check(.create, path)
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Self.fault("making", path) }
        var status = stat()
        guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &status) == 0, status.st_nlink == 1 else {
            close(file)
            unlink(path)
            throw VaultError(.disk, "making \(path): it was swept while it was made")
        }
        return file
    }

    /// Writes all of the bytes, or throws.
    func write(_ file: Int32, _ bytes: [UInt8], _ path: String) throws(VaultError) {
        try check(.write, path)
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw Self.fault("writing", path) }
            done += put
        }
    }

    /// Flushes a file. After an error the kernel may have dropped the pages, so it is never asked again.
    func flush(_ file: Int32, _ path: String) throws(VaultError) {
        try check(.flush, path)
        guard fsync(file) == 0 else { throw Self.fault("flushing", path) }
    }

    /// Makes a folder that only its owner may enter, if it is not there.
    func makeFolder(_ path: String) throws(VaultError) {
        try check(.makeFolder, path)
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw Self.fault("making", path) }
    }

    /// Gives a file its name for good; not durable before its folder is flushed.
    func name(_ draft: String, _ path: String) throws(VaultError) {
        try check(.name, path)
        guard rename(draft, path) == 0 else { throw Self.fault("naming", path) }
    }

    /// Makes the names in a folder durable.
    func flushFolder(_ path: String) throws(VaultError) {
        try check(.flushFolder, path)
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.fault("opening", path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Self.fault("flushing", path) }
    }

    /// Removes a file; one that is gone already is well.
    func remove(_ path: String) throws(VaultError) {
        try check(.remove, path)
        if unlink(path) != 0, errno != ENOENT { throw Self.fault("removing", path) }
    }

    private func check(_ step: Step, _ path: String) throws(VaultError) {
        guard let code = before(step) else { return }
        errno = code
        throw Self.fault("\(step)", path)
    }

    static func fault(_ doing: String, _ path: String) -> VaultError {
        let code = errno
        let reason = "\(doing) \(path): \(String(cString: strerror(code)))"
        return VaultError(code == ENOSPC || code == EDQUOT ? .full : .disk, reason)
    }
}
