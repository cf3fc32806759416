/// The first sector of the directory of a compound file: enough to know a message of Outlook.
///
/// Source: [MS-CFB] 2.2 and 2.6; [MS-OXMSG] 2.1 and 2.2.
struct CompoundFile {
    /// Whether its root says so, or holds a part that only a message has.
    let isMessage: Bool

    init(size: Int64, read: (Int64, Int) async throws -> [UInt8]) async throws {
        let header = try await read(0, 512)
        guard let shift = header.little16(30), shift == 9 || shift == 12, let sector = header.little32(48) else {
            isMessage = false
            return
        }
        let sectorSize = 1 << shift
        let directory = try await read(Int64(sector + 1) * Int64(sectorSize), sectorSize)
        let entries = stride(from: 0, to: directory.count - 127, by: 128).map { Array(directory[$0..<$0 + 128]) }
        isMessage =
            entries.first.map { Array($0[80..<96]) == Self.messageClass } ?? false
            || entries.contains { entry in Self.parts.contains { entry.starts(with: $0) } }
    }

    /// 00020D0B-0000-0000-C000-000000000046 as it is stored.
    private static let messageClass: [UInt8] = [0x0B, 0x0D, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]

    /// Names begin so, in UTF-16.
    private static let parts = [wide("__nameid_version1.0"), wide("__properties_version1.0"), wide("__substg1.0_")]

    private static func wide(_ name: String) -> [UInt8] {
        Array(name.utf16.map { [UInt8(truncatingIfNeeded: $0), 0] }.joined())
    }
}
