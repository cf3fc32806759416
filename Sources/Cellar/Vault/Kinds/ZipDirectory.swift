/// The central directory of a ZIP file: which names lie in it, without unpacking anything.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16; OpenDocument 1.3 part 2, section 3.3.
struct ZipDirectory {
    /// Entries looked at.
    static let entriesMax = 10_000
    /// Bytes of directory looked at.
    static let bytesMax = 4 << 20
    /// The end record and the longest comment behind it.
    private static let tailMax = 22 + 65_535
    private static let nameMax = 1_024

    private(set) var marks: Marks = []
    /// Nil when the file is no whole archive, or holds its names in another way than office programs write them.
    private(set) var kind: MediaKind?

    private var names: [String] = []

    init(size: Int64, read: (Int64, Int) async throws -> [UInt8]) async throws {
        let tail = try await read(max(0, size - Int64(Self.tailMax)), Self.tailMax)
        guard let end = Self.endRecord(in: tail), let length = tail.little32(end + 12),
            let start = tail.little32(end + 16), let entries = tail.little16(end + 10)
        else { return }
        // An archive beyond 4 GiB or 65,535 entries says so with these values, and tells the true ones elsewhere.
        guard start != 0xFFFF_FFFF, length != 0xFFFF_FFFF, entries != 0xFFFF else {
            (kind, marks) = (.zip, .manyEntries)
            return
        }
        guard Int64(start) + Int64(length) <= size else { return }
        let directory = try await read(Int64(start), min(length, Self.bytesMax))
        guard collect(directory, entries: entries) else { return }
        kind = kind(declared: Self.declaredType(in: try await read(0, 128)))
    }

    /// The last place where the end record can begin: its comment must reach exactly to the end of the file.
    private static func endRecord(in tail: [UInt8]) -> Int? {
        guard tail.count >= 22 else { return nil }
        return (0...tail.count - 22).last { place in
            tail[place] == 0x50 && tail[place + 1] == 0x4B && tail[place + 2] == 5 && tail[place + 3] == 6
                && tail.little16(place + 20) == tail.count - place - 22
        }
    }

    /// Reads the names; false when the directory is not what it must be.
    private mutating func collect(_ directory: [UInt8], entries: Int) -> Bool {
        var place = 0
        for entry in 0..<entries {
            guard entry < Self.entriesMax, directory.count < Self.bytesMax || place + 46 + Self.nameMax < Self.bytesMax
            else {
                marks.insert(.manyEntries)
                return true
            }
            guard directory.little32(place) == 0x0201_4B50, let flags = directory.little16(place + 8),
                let name = directory.little16(place + 28), let extra = directory.little16(place + 30),
                let comment = directory.little16(place + 32), place + 46 + name <= directory.count
            else { return false }
            if flags & 1 != 0 { marks.insert(.encrypted) }
            names.append(String(decoding: directory[place + 46..<place + 46 + min(name, Self.nameMax)], as: UTF8.self))
            place += 46 + name + extra + comment
        }
        return true
    }

    private mutating func kind(declared: String?) -> MediaKind? {
        if names.contains(where: Self.isMacro) { marks.insert(.macros) }
        switch declared {
        case MediaKind.odt.mediaType: return .odt
        case MediaKind.ods.mediaType: return .ods
        case .some: return nil
        case nil: break
        }
        guard names.contains("[Content_Types].xml") else { return .zip }
        let parts: [(String, MediaKind)] = [("word/", .docx), ("xl/", .xlsx), ("ppt/", .pptx)]
        let found = parts.filter { part, _ in names.contains { $0.hasPrefix(part) } }
        return found.count == 1 ? found.first?.1 : .zip
    }

    private static func isMacro(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/")
    }

    /// The media type that an OpenDocument file tells in its first entry, which is stored and not compressed.
    private static func declaredType(in head: [UInt8]) -> String? {
        guard head.little16(8) == 0, let length = head.little32(22), head.little16(26) == 8,
            let extra = head.little16(28), length <= 90, head.dropFirst(30).starts(with: Array("mimetype".utf8))
        else { return nil }
        let start = 38 + extra
        guard start + length <= head.count else { return nil }
        return String(decoding: head[start..<start + length], as: UTF8.self)
    }
}
