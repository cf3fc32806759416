import Crypto
import Kernel

/// Opens any chunk of a sealed file of known size.
struct Opener: Sendable {
    let layout: Layout
    let header: Header
    private let cipher: ChunkCipher

    init(key: SymmetricKey, id: Identifier, layout: Layout) {
        self.layout = layout
        header = Header(id: id, chunkSize: layout.chunkSize)
        cipher = ChunkCipher(key: key, header: header)
    }

    /// Checks what tells at first sight that a file is another one, or was cut or added to.
    func check(header bytes: [UInt8], sealedSize: Int64) throws {
        guard sealedSize == layout.sealedSize else {
            throw VaultError.damaged(header.id, "its file has \(sealedSize) bytes instead of \(layout.sealedSize)")
        }
        guard bytes == header.bytes else { throw VaultError.damaged(header.id, "its file begins otherwise") }
    }

    /// Opens the chunk of which these are all the bytes.
    func open(_ sealed: ArraySlice<UInt8>, chunk: Int64, into clear: inout [UInt8]) throws {
        try cipher.open(sealed, number: chunk, isLast: layout.isLast(chunk), into: &clear)
    }
}
