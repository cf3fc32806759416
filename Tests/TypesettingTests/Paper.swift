import Foundation
import Kernel
import Pages
import Testing

@testable import Typesetting

/// What the tests make letters of, and how they look into a PDF.
enum Paper {
    static func letter() throws -> LetterSheet {
        try letter(on: #require(Day(year: 2026, month: 6, day: 22)))
    }

    private static func letter(on day: Day) -> LetterSheet {
        LetterSheet(
            head: Letterhead(
                kind: "Stad",
                name: "Belfort",
                address: "Grote Markt 1, 9999 Belfort",
                mail: "info@belfort.example"
            ),
            addressee: ["Mevrouw An Peeters", "Veldstraat 12", "9999 Belfort"],
            reference: "2026-001234",
            date: day,
            subject: "Uw aanvraag voor een terras",
            parts: [
                .paragraph("Het college keurt uw aanvraag goed."),
                .heading("Wat u moet weten"),
                .points(["Het terras staat er tot 22 uur.", "De stoep blijft vrij."]),
                .table(caption: "Wat u betaalt", head: ["Wat", "Bedrag"], rows: [["Vergunning", "€ 50"], ["Borg"]]),
                .facts([.init("Plaats", "Veldstraat 12")]),
                .notice("U kunt binnen 30 dagen bezwaar indienen."),
            ],
            closing: "Met vriendelijke groeten",
            signers: [.init("Jan Claes", function: "algemeen directeur")]
        )
    }

    /// The installed program, and only that: a test that finds none fails, as the house would print nothing.
    static func typesetter(_ change: (inout Typesetter.Limits) -> Void = { _ in }) -> Typesetter {
        var limits = Typesetter.Limits()
        change(&limits)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Typesetter(program: root.appending(path: ".build/typesetting/bin/weasyprint").path, limits: limits)
    }

    /// The parts of a PDF that are compressed and hold text, such as its catalogue; poppler shows no language.
    static func catalogue(_ pdf: [UInt8]) throws -> String {
        let script = """
            import re, sys, zlib
            for part in re.finditer(rb"stream\\r?\\n(.*?)endstream", open(sys.argv[1], "rb").read(), re.S):
                try: text = zlib.decompressobj().decompress(part[1])
                except zlib.error: continue
                if b"/Catalog" in text: sys.stdout.buffer.write(text)
            """
        return try ask("python3", ["-c", script], pdf)
    }

    /// What a program, mostly one of poppler, says of a PDF that it reads from a file.
    static func ask(_ program: String, _ options: [String], _ pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "belfort-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/" + program)
        process.arguments = options + [file.path] + (program == "pdftotext" ? ["-"] : [])
        process.standardOutput = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
