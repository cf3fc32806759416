/// A signature line: who says to have signed, with which key, and the signature, not yet checked.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key.
    public let name: String
    /// The id of the key, which with the name says how to read the bytes.
    public let keyID: UInt32
    /// What follows the id.
    public let bytes: [UInt8]

    init(name: String, keyID: UInt32, bytes: [UInt8]) {
        (self.name, self.keyID, self.bytes) = (name, keyID, bytes)
    }

    /// Reads a line without its newline: em dash, space, name, space, base64 of id and signature.
    init?(line: ArraySlice<UInt8>) {
        let dash = Array("— ".utf8)
        guard line.starts(with: dash) else { return nil }
        let parts = line.dropFirst(dash.count).split(
            separator: UInt8(ascii: " "),
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), KeyName.isValid(name),
            let signed = Base64.bytes(of: parts[1]), signed.count > 4
        else { return nil }
        let id = signed.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        self.init(name: name, keyID: id, bytes: Array(signed.dropFirst(4)))
    }

    /// A line that came alone, as a witness answers it; nil in any other form.
    public init?(_ line: String) {
        guard line.utf8.count <= Note.sizeMax else { return nil }
        self.init(line: Array(line.utf8)[...])
    }
}

extension NoteSignature: CustomStringConvertible {
    /// The line, without its newline.
    public var description: String {
        var signed: [UInt8] = []
        signed.append(bigEndian: keyID)
        return "— \(name) \(Base64.text(of: signed + bytes))"
    }
}
