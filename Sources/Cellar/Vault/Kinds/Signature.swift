/// What the first bytes of a file say it is.
enum Signature: Equatable {
    case of(MediaKind)
    /// A ZIP file: an archive, or an office document.
    case zip
    /// A compound file of Microsoft: Outlook's messages, and the office documents of before 2007.
    case compound
    /// None of these; it may be text.
    case none

    /// Bytes that must be handed in, when there are as many.
    static let lengthMax = 16

    init(_ head: some Collection<UInt8>) {
        let head = Array(head.prefix(Self.lengthMax))
        self = Self.table.first { head.starts(with: $0.bytes) }?.signature ?? .none
        // RIFF holds many things: the form type stands behind the length.
        if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .of(.webp)
        }
    }

    private static let table: [(bytes: [UInt8], signature: Signature)] = [
        (Array("%PDF-".utf8), .of(.pdf)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .of(.png)),
        ([0xFF, 0xD8, 0xFF], .of(.jpeg)),
        (Array("GIF87a".utf8), .of(.gif)),
        (Array("GIF89a".utf8), .of(.gif)),
        ([0x49, 0x49, 0x2A, 0x00], .of(.tiff)),
        ([0x4D, 0x4D, 0x00, 0x2A], .of(.tiff)),
        ([0x49, 0x49, 0x2B, 0x00], .of(.tiff)),
        ([0x4D, 0x4D, 0x00, 0x2B], .of(.tiff)),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
    ]
}
