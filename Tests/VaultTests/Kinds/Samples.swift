@testable import Vault

/// Files of each kind, as small as they can be and still be one.
enum Sample {
    static let pdf = Array("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".utf8)
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0, count: 20)
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8)
    static let gif = Array("GIF89a".utf8) + Array(repeating: 0, count: 20)
    static let webp = Array("RIFF".utf8) + [20, 0, 0, 0] + Array("WEBPVP8 ".utf8)
    static let tiff: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
    static let text = Array("Geachte burgemeester,\nhet café is gesloten.\n".utf8)
    static let mail = Array("From: marieke@voorbeeld.be\r\nSubject: dakkapel\r\n\r\nDag\r\n".utf8)
    static let docx = zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
    static let xlsx = zip(["[Content_Types].xml", "xl/workbook.xml"])
    static let pptx = zip(["[Content_Types].xml", "ppt/presentation.xml"])
    static let odt = zip(["mimetype", "content.xml"], first: "application/vnd.oasis.opendocument.text")
    static let ods = zip(["mimetype", "content.xml"], first: "application/vnd.oasis.opendocument.spreadsheet")
    static let archive = zip(["foto.jpg", "brief.txt"])
    static let msg = compound(entry: "__properties_version1.0")
    static let doc = compound(entry: "WordDocument")

    /// A ZIP file of stored entries; the first holds a text, the others nothing.
    static func zip(_ names: [String], first: String = "", flags: UInt16 = 0, comment: String = "") -> [UInt8] {
        var (file, directory): ([UInt8], [UInt8]) = ([], [])
        for (index, name) in names.enumerated() {
            let content = Array((index == 0 ? first : "").utf8)
            let fields =
                little(20, 2) + little(Int(flags), 2) + little(0, 2) + little(0, 4) + little(0, 4)
                + little(content.count, 4) + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + fields
            directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(file.count, 4)
            directory += Array(name.utf8)
            file += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + content
        }
        let end =
            [0x50, 0x4B, 5, 6] + little(0, 4) + little(names.count, 2) + little(names.count, 2)
            + little(directory.count, 4) + little(file.count, 4) + little(comment.utf8.count, 2)
        return file + directory + end + Array(comment.utf8)
    }

    /// A compound file whose directory, in its second sector, has a root and one entry.
    static func compound(entry: String) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        header[30] = 9
        header[48] = 1
        let names = ["Root Entry", entry].map { name -> [UInt8] in
            let wide = Array(name.utf16.map { [UInt8(truncatingIfNeeded: $0), 0] }.joined())
            return wide + Array(repeating: 0, count: 128 - wide.count)
        }
        return header + Array(repeating: 0, count: 512) + names.joined() + Array(repeating: 0, count: 256)
    }

    private static func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// What an inspection of bytes in memory finds.
func inspect(
    _ bytes: [UInt8],
    name: String,
    allowed: Set<MediaKind> = MediaKind.all
) async throws -> Inspection.ContentsFinding {
    let inspection = Inspection(size: Int64(bytes.count)) { Array(bytes[Int($0.lowerBound)..<Int($0.upperBound)]) }
    return try await inspection.judge(name: name, allowed: allowed)
}
