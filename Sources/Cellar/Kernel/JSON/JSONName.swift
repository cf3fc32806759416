/// A member name made ready for writing: quoted, escaped and followed by a colon.
public struct JSONName: Hashable, Sendable {
    /// The bytes of `"naam":`.
    let bytes: [UInt8]

    /// Makes a name ready.
    public init(_ name: String) {
        bytes = JSONWriter.bytes { $0.text(name) } + [0x3A]
    }
}
