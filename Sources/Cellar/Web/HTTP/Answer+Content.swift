internal import Crypto
internal import HTTPTypes
internal import NIOCore
internal import NIOFileSystem

extension Answer {
    /// Something that was made by others, to be saved and never shown inside our own pages: its content may be a
    /// program.
    ///
    /// The name is given in ASCII and, for programs that know it, in UTF-8 (RFC 6266, RFC 8187).
    public static func download(_ body: Body, name: String, type: String = "application/octet-stream") -> Answer {
        let headers: HTTPFields = [
            .contentType: type,
            .contentDisposition: disposition(name),
            .contentSecurityPolicy: "sandbox; default-src 'none'",
            .cacheControl: "no-store",
        ]
        return Answer(headers: headers, body: body)
    }

    /// A file of the program itself, such as a style sheet, that does not change while the program runs.
    ///
    /// Its tag is the hash of its bytes, so a browser that has it is told so (304) and gets nothing twice.
    public static func asset(_ bytes: [UInt8], type: String) -> Answer {
        let tag = SHA256.hash(data: bytes).prefix(12).map { hexadecimal($0) }.joined()
        let headers: HTTPFields = [
            .contentType: type, .eTag: "\"\(tag)\"", .cacheControl: "public, max-age=3600, must-revalidate",
        ]
        return Answer(headers: headers, body: .bytes(bytes))
    }

    /// A file on disk, read in chunks of 64 KiB while it is sent, off the event loops.
    ///
    /// When the file turns out shorter than the length, the connection is cut: nobody takes a part for the whole.
    public static func file(at path: String, length: Int, type: String) -> Answer {
        Answer(
            headers: [.contentType: type],
            body: .stream(length: length) { writer in
                try await FileSystem.shared.withFileHandle(forReadingAt: FilePath(path)) { handle in
                    for try await chunk in handle.readChunks(in: 0..<Int64(length), chunkLength: .kibibytes(64)) {
                        try await writer.write(Array(chunk.readableBytesView))
                    }
                }
            }
        )
    }

    private static func disposition(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map { scalar in
                let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F && !"\"\\/%".unicodeScalars.contains(scalar)
                return isPlain ? Character(scalar) : "_"
            }
        )
        let encoded = name.utf8.map { byte in
            isAttributeByte(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte).uppercased()
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded.joined())"
    }

    /// A byte that RFC 8187 leaves as it is.
    private static func isAttributeByte(_ byte: UInt8) -> Bool {
        isTokenByte(byte) && !"*'%".utf8.contains(byte)
    }
}

/// Two hexadecimal digits in lower case.
func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
