import Kernel
import TestGround
import Testing

@testable import Vault

@Suite struct MediaKindTests {
    private static let agreeing: [(String, [UInt8], MediaKind)] = [
        ("plan.pdf", Sample.pdf, .pdf), ("PLAN.PDF", Sample.pdf, .pdf), ("a.png", Sample.png, .png),
        ("a.jpg", Sample.jpeg, .jpeg), ("a.jpeg", Sample.jpeg, .jpeg), ("a.gif", Sample.gif, .gif),
        ("a.webp", Sample.webp, .webp), ("a.tif", Sample.tiff, .tiff), ("a.tiff", Sample.tiff, .tiff),
        ("a.docx", Sample.docx, .docx), ("a.xlsx", Sample.xlsx, .xlsx), ("a.pptx", Sample.pptx, .pptx),
        ("a.odt", Sample.odt, .odt), ("a.ods", Sample.ods, .ods), ("a.zip", Sample.archive, .zip),
        ("a.txt", Sample.text, .text), ("a.csv", Sample.text, .csv), ("a.txt", [], .text), ("a.csv", [], .csv),
        ("a.eml", Sample.mail, .eml), ("a.txt", Sample.mail, .text), ("a.msg", Sample.msg, .msg),
        ("a.zip", Sample.zip([]), .zip), ("a.zip", Sample.zip(["a"], comment: "PK\u{5}\u{6} hello"), .zip),
    ]

    @Test(arguments: agreeing.indices) func `a file whose bytes and name agree is known`(_ index: Int) async throws {
        let (name, bytes, kind) = Self.agreeing[index]
        #expect(try await inspect(bytes, name: name).kind == kind)
    }

    private static let disagreeing: [(String, [UInt8])] = [
        ("a.png", Sample.pdf), ("a.pdf", Sample.png), ("a.pdf", Sample.text), ("a.txt", Sample.pdf),
        ("a", Sample.pdf), ("a.pdf.exe", Sample.pdf), ("a.pdf.", Sample.pdf), ("a.exe", Array("MZ\u{0}\u{1}".utf8)),
        ("a.docx", Sample.archive), ("a.zip", Sample.docx), ("a.docm", Sample.docx), ("a.xlsx", Sample.docx),
        ("a.html", Sample.text), ("a.svg", Array("<svg/>".utf8)), ("a.txt", [0x41, 0, 0x42]), ("a.txt", [0xC3]),
        ("a.csv", [0xED, 0xA0, 0x80]), ("a.txt", [0xC0, 0x80]), ("a.txt", [0xF4, 0x90, 0x80, 0x80]),
        ("a.eml", Sample.text), ("a.doc", Sample.doc), ("a.msg", Sample.doc),
        ("a.zip", Array(Sample.archive.dropLast())),
        ("a.zip", Sample.archive + [0]), ("a.odt", Sample.zip(["mimetype"], first: "text/html")),
        ("a.docx", Sample.zip(["[Content_Types].xml", "word/document.xml", "xl/workbook.xml"])),
    ]

    @Test(arguments: disagreeing.indices) func `a file whose bytes and name disagree is refused`(_ index: Int) async {
        let (name, bytes) = Self.disagreeing[index]
        await #expect(throws: VaultError(.kind, ""), "\(name)") { try await inspect(bytes, name: name) }
    }

    @Test func `a kind that is not on the list is refused`() async {
        await #expect(throws: VaultError(.kind, "")) {
            try await inspect(Sample.zip(["a"]), name: "a.zip", allowed: [.pdf])
        }
    }

    @Test func `what is refused is not kept`() async throws {
        try await Safe.with(.sqlite) { safe in
            await #expect(throws: VaultError(.kind, "")) {
                try await safe.contents.receive(Parts(Sample.png), name: "a.pdf")
            }
            #expect(safe.files == [])
            let received = try await safe.contents.receive(Parts(Sample.docx), name: "a.docx", allowed: [.docx])
            #expect(received.kind == .docx)
        }
    }

    private static let marked: [(String, [UInt8], Marks)] = [
        ("a.pdf", pdf("/Type /Catalog /S /URI"), []),
        ("a.pdf", pdf("/S /JavaScript /JS (app.alert)"), .scripts), ("a.pdf", pdf("/JS<41>"), .scripts),
        ("a.pdf", pdf("/S/J#61va#53cript"), .scripts), ("a.pdf", pdf("/Launch/F(cmd.exe)"), .launches),
        ("a.pdf", pdf("/Names[/EmbeddedFiles 3 0 R]"), .embeddedFiles),
        ("a.pdf", pdf("/EmbeddedFile"), .embeddedFiles), ("a.pdf", pdf("/Encrypt 4 0 R"), .encrypted),
        ("a.pdf", pdf("/JavaScript /Launch"), [.scripts, .launches]),
        ("a.pdf", pdf("/JavaScripted (/ JavaScript)"), []),
        ("a.docx", Sample.zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), .macros),
        ("a.xlsx", Sample.zip(["[Content_Types].xml", "xl/workbook.xml", "xl/VBAPROJECT.BIN"]), .macros),
        (
            "a.odt",
            Sample.zip(["mimetype", "Basic/Standard/Module1.xml"], first: "application/vnd.oasis.opendocument.text"),
            .macros
        ),
        ("a.zip", Sample.zip(["a"], flags: 1), .encrypted),
        ("a.zip", Sample.zip((0..<10_001).map { "\($0)" }), .manyEntries),
    ]

    private static func pdf(_ object: String) -> [UInt8] { Array("%PDF-1.4\n<< \(object) >>\n%%EOF".utf8) }

    @Test(arguments: marked.indices) func `what stands out in a file is marked`(_ index: Int) async throws {
        let (name, bytes, marks) = Self.marked[index]
        #expect(try await inspect(bytes, name: name).marks == marks)
    }

    @Test func `a name that is cut by a part of the file is still seen`() async throws {
        for shift in 0..<14 {
            let filler = String(repeating: " ", count: (256 << 10) - 16 + shift)
            let bytes = Array("%PDF-1.4\n\(filler)/JavaScript \n%%EOF".utf8)
            #expect(try await inspect(bytes, name: "a.pdf").marks == .scripts, "\(shift)")
        }
    }

    @Test func `no bytes from outside make the inspection trap`() async {
        var generator = SeededGenerator(seed: 11)
        let samples = [Sample.docx, Sample.odt, Sample.msg, Sample.archive, Sample.pdf, Sample.mail, Sample.webp]
        for round in 0..<4_000 {
            var bytes = samples[round % samples.count]
            for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
            }
            bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
            for name in ["a.docx", "a.msg", "a.zip"] { _ = try? await inspect(bytes, name: name) }
        }
    }
}
