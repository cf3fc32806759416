/// Finds names in a PDF that make it do things, as its bytes pass by.
///
/// A name may hide its letters as `#xx` (ISO 32000-1, 7.3.5), which is undone here. What lies in compressed streams is
/// not seen; the scanner unpacks those.
struct PDFNames {
    private(set) var marks: Marks = []

    /// The longest name looked for is 13 letters, each of three bytes when hidden.
    private static let nameMax = 64
    private static let names: [(name: [UInt8], mark: Marks)] = [
        (Array("JavaScript".utf8), .scripts), (Array("JS".utf8), .scripts), (Array("Launch".utf8), .launches),
        (Array("EmbeddedFile".utf8), .embeddedFiles), (Array("EmbeddedFiles".utf8), .embeddedFiles),
        (Array("Encrypt".utf8), .encrypted),
    ]

    /// The name that is passing by, without its slash; nil between names.
    private var name: [UInt8]?

    /// Takes the next bytes of the file.
    mutating func take(_ part: [UInt8]) {
        for byte in part {
            if byte == UInt8(ascii: "/") {
                endName()
                name = []
            } else if name != nil {
                if Self.endsName(byte) { endName() } else { append(byte) }
            }
        }
        // A name at the very end of the file is followed by nothing that uses it.
    }

    private mutating func append(_ byte: UInt8) {
        if (name?.count ?? 0) < Self.nameMax { name?.append(byte) } else { name = nil }
    }

    private mutating func endName() {
        guard let ended = name else { return }
        name = nil
        guard ended.count >= 2 else { return }
        let plain = ended.contains(UInt8(ascii: "#")) ? Self.unhidden(ended) : ended
        for (name, mark) in Self.names where plain == name { marks.insert(mark) }
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    private static func unhidden(_ name: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < name.count {
            if name[index] == UInt8(ascii: "#"), index + 2 < name.count,
                let high = digit(name[index + 1]), let low = digit(name[index + 2])
            {
                plain.append(high << 4 | low)
                index += 3
            } else {
                plain.append(name[index])
                index += 1
            }
        }
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
