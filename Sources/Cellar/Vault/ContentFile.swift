import Crypto
import Kernel

/// A sealed file together with what opens it: any range of the content, by opening only the chunks it lies in.
struct ContentFile: Sendable {
    private let file: ObjectFile
    private let opener: Opener

    /// Takes a file of which the content's size is known; reads nothing yet.
    init(_ file: ObjectFile, id: Identifier, key: SymmetricKey, size: Int64) throws {
        guard let layout = Layout(size: size) else { throw VaultError.damaged(id, "no content has \(size) bytes") }
        self.file = file
        opener = Opener(key: key, id: id, layout: layout)
    }

    var size: Int64 { opener.layout.size }

    /// Checks the file's length and header. Blocks.
    func check() throws {
        guard file.size >= Int64(Header.size) else { throw VaultError.damaged(opener.header.id, "its file is cut off") }
        try opener.check(header: file.read(at: 0, count: Header.size), sealedSize: file.size)
    }

    /// The bytes of a range that lies within the content. Blocks.
    func read(_ range: Range<Int64>) throws -> [UInt8] {
        let layout = opener.layout
        // The only chunk of an empty content is opened too: that it is empty must be authentic.
        let first = min(layout.chunk(at: range.lowerBound), layout.chunks - 1)
        let last = range.isEmpty ? first : layout.chunk(at: range.upperBound - 1)
        let start = layout.offset(of: first)
        let end = layout.offset(of: last) + Int64(layout.clearSize(of: last) + Layout.tagSize)
        let sealed = try file.read(at: start, count: Int(end - start))
        var clear: [UInt8] = []
        clear.reserveCapacity(Int(last - first + 1) * layout.chunkSize)
        for chunk in first...last {
            let from = Int(layout.offset(of: chunk) - start)
            let size = layout.clearSize(of: chunk) + Layout.tagSize
            try opener.open(sealed[from..<from + size], chunk: chunk, into: &clear)
        }
        let skipped = range.lowerBound - first * Int64(layout.chunkSize)
        if skipped == 0, Int64(clear.count) == Int64(range.count) { return clear }
        return Array(clear[Int(skipped)..<Int(skipped) + range.count])
    }
}
