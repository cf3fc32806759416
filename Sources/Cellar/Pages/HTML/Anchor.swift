/// The id of an element: what labels, error links and `aria-describedby` refer to.
///
/// Made of any text, such as the name of a field that an application manager chose. Letters, digits and `-` stay;
/// every other byte becomes `_` and two hexadecimal digits, so that two names never share an id.
public struct Anchor: Sendable, Hashable {
    /// The id, safe in an attribute and after `#`.
    public let text: String

    /// The id for a name.
    public init(_ name: String) {
        var id: [UInt8] = []
        for byte in name.utf8 {
            if Anchor.isKept(byte) {
                id.append(byte)
            } else {
                id += [UInt8(ascii: "_"), Anchor.hex[Int(byte >> 4)], Anchor.hex[Int(byte & 15)]]
            }
        }
        text = id.isEmpty ? "_" : String(decoding: id, as: UTF8.self)
    }

    /// The id of a part of this element: its hint, its error, one of its choices.
    public func part(_ name: String) -> Anchor {
        Anchor(joined: text + "-" + Anchor(name).text)
    }

    private init(joined text: String) {
        self.text = text
    }

    private static let hex = Array("0123456789abcdef".utf8)

    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
