import Crypto
import Kernel

/// Turns the bytes of a content, in parts of any length, into the bytes of its sealed file, and hashes both.
struct Sealer: Sendable {
    private let cipher: ChunkCipher
    private let chunkSize: Int
    private var waiting: [UInt8] = []
    private var number: Int64 = 0
    private var clearHash = SHA256()
    private var sealedHash = SHA256()

    /// Bytes of content taken so far.
    private(set) var size: Int64 = 0

    /// Starts a file; `output` gets its header.
    init(key: SymmetricKey, header: Header, into output: inout [UInt8]) {
        cipher = ChunkCipher(key: key, header: header)
        chunkSize = header.chunkSize
        waiting.reserveCapacity(chunkSize)
        output.append(contentsOf: header.bytes)
        sealedHash.update(data: header.bytes)
    }

    /// Takes more of the content; `output` gets the chunks that are whole and not the last.
    mutating func take(_ part: ArraySlice<UInt8>, into output: inout [UInt8]) throws {
        clearHash.update(data: part)
        size += Int64(part.count)
        var rest = part
        while !rest.isEmpty {
            // A full chunk is sealed only when a byte follows: until then it may be the last.
            if waiting.count == chunkSize { try seal(isLast: false, into: &output) }
            let piece = rest.prefix(chunkSize - waiting.count)
            waiting.append(contentsOf: piece)
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Seals the last chunk; answers the hashes of the content and of the file.
    mutating func finish(into output: inout [UInt8]) throws -> (clear: [UInt8], sealed: [UInt8]) {
        try seal(isLast: true, into: &output)
        return (Array(clearHash.finalize()), Array(sealedHash.finalize()))
    }

    private mutating func seal(isLast: Bool, into output: inout [UInt8]) throws {
        let start = output.count
        try cipher.seal(waiting[...], number: number, isLast: isLast, into: &output)
        sealedHash.update(data: output[start...])
        waiting.removeAll(keepingCapacity: true)
        number += 1
    }
}
