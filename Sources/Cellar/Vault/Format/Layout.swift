/// Where the bytes of a content lie in its sealed file: arithmetic only.
///
/// A file is a header of 32 bytes and then chunks. Each chunk but the last holds `chunkSize` bytes of content, the last
/// one 0 to `chunkSize`, of which 0 only when the content is empty; each is followed by a tag of 16 bytes.
struct Layout: Equatable, Sendable {
    /// Bytes of content in a chunk of a file that this program writes.
    static let chunkSizeUsual = 64 << 10
    /// Largest content that any limit may allow: 2^46 bytes, so that no sum below can overflow.
    static let sizeMax: Int64 = 1 << 46
    static let tagSize = 16

    /// Bytes of content.
    let size: Int64
    let chunkSize: Int

    init?(size: Int64, chunkSize: Int = Layout.chunkSizeUsual) {
        guard (0...Self.sizeMax).contains(size), chunkSize > 0 else { return nil }
        (self.size, self.chunkSize) = (size, chunkSize)
    }

    /// Chunks in the file; at least one.
    var chunks: Int64 { max(1, (size + Int64(chunkSize) - 1) / Int64(chunkSize)) }

    /// Bytes of the file.
    var sealedSize: Int64 { Int64(Header.size) + size + chunks * Int64(Self.tagSize) }

    func isLast(_ chunk: Int64) -> Bool { chunk == chunks - 1 }

    /// Bytes of content in a chunk of this file.
    func clearSize(of chunk: Int64) -> Int {
        isLast(chunk) ? Int(size - chunk * Int64(chunkSize)) : chunkSize
    }

    /// Where a chunk begins in the file.
    func offset(of chunk: Int64) -> Int64 {
        Int64(Header.size) + chunk * Int64(chunkSize + Self.tagSize)
    }

    /// The chunk in which a byte of the content lies.
    func chunk(at position: Int64) -> Int64 { position / Int64(chunkSize) }
}
