import Glibc
import Kernel

/// A sealed file that is open for reading, at any place and by any thread.
final class ObjectFile: Sendable {
    /// Bytes in the file when it was opened.
    let size: Int64
    private let file: Int32
    private let path: String

    /// Takes over the descriptor.
    init(_ file: Int32, _ path: String) throws(VaultError) {
        var status = stat()
        guard fstat(file, &status) == 0 else {
            let fault = Disk.fault("looking at", path)
            close(file)
            throw fault
        }
        (self.file, self.path, size) = (file, path, Int64(status.st_size))
    }

    deinit { close(file) }

    /// Exactly so many bytes, or throws; `damaged` when the file ends before.
    func read(at offset: Int64, count: Int) throws(VaultError) -> [UInt8] {
        let (bytes, done) = [UInt8].filled(count) { pread(file, $0, $1, off_t(offset) + off_t($2)) }
        guard let done else { throw Disk.fault("reading", path) }
        guard done == count else { throw VaultError(.damaged, "\(path) ends at byte \(offset + Int64(done))") }
        return bytes
    }
}

extension [UInt8] {
    /// Fills an array by a call that may give less than asked; the count is nil after an error.
    fileprivate static func filled(
        _ count: Int,
        _ call: (UnsafeMutableRawPointer, Int, Int) -> Int
    ) -> ([UInt8], Int?) {
        var outcome: Int? = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            while filled < count {
                let got = call(UnsafeMutableRawPointer(start + filled), count - filled, filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { outcome = nil }
                guard got > 0 else { break }
                filled += got
            }
            if outcome != nil { outcome = filled }
        }
        return (bytes, outcome)
    }
}
