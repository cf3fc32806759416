import Foundation
import Pages
import TestGround
import Testing

@testable import Typesetting

@Suite struct TypesetterTests {
    @Test func `equal pages give equal bytes`() async throws {
        let first = try await Paper.typesetter().pdf(Paper.letter().page)
        try await Task.sleep(for: .milliseconds(1_100))
        #expect(try await Paper.typesetter().pdf(Paper.letter().page) == first)
    }

    @Test func `the PDF is tagged PDF-A with title and language`() async throws {
        let pdf = try await Paper.typesetter().pdf(Paper.letter().page)
        let facts = try Paper.ask("pdfinfo", [], pdf)
        #expect(facts.contains("Tagged:          yes"))
        #expect(facts.contains("Title:           Uw aanvraag voor een terras"))
        #expect(facts.contains("Author:          Stad Belfort"))
        #expect(facts.contains("Page size:       595.276 x 841.89 pts (A4)"))
        let metadata = try Paper.ask("pdfinfo", ["-meta"], pdf)
        #expect(metadata.contains("pdfaid:part=\"2\"") || metadata.contains("<pdfaid:part>2</pdfaid:part>"))
        #expect(metadata.contains("pdfaid:conformance=\"A\"") || metadata.contains("<pdfaid:conformance>A<"))
        #expect(try Paper.catalogue(pdf).contains("/Lang (nl)"))
        // Every font is inside: the column `emb`.
        let fonts = try Paper.ask("pdffonts", [], pdf).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains("Inter") && $0.contains(" yes ") })
    }

    @Test func `nothing is fetched for a page, from the net or from the disk`() async throws {
        let listener = try Listener()
        let address = "http://127.0.0.1:\(listener.port)/x"
        let page: HTML = """
            <!doctype html><html lang="nl"><head><title>t</title><link rel="stylesheet" href="\(address).css">
            <link rel="attachment" href="file:///etc/hostname"><link rel="attachment" href="/etc/hostname">
            <style>@import url(\(address).css); body { background: url(\(address).png) }</style></head>
            <body><img alt="x" src="\(address).png"><p>Blijft staan</p></body></html>
            """
        let pdf = try await Paper.typesetter().pdf(page)
        #expect(!listener.wasCalled)
        #expect(try Paper.ask("pdfdetach", ["-list"], pdf).hasPrefix("0 embedded files"))
        #expect(try Paper.ask("pdftotext", [], pdf).contains("Blijft staan"))
    }

    @Test func `a program that takes too long is killed with what it started`() async throws {
        try await withProgram("sleep 61 & echo $! > CHILD; cat > /dev/null; sleep 60") { typesetter, folder in
            let began = ContinuousClock.now
            await #expect(throws: TypesettingError(.late, "")) { try await typesetter.pdf("<p>x</p>") }
            // It would have slept for a minute; a loaded machine is slow to notice.
            #expect(ContinuousClock.now - began < .seconds(50))
            let text = try String(contentsOf: folder.appending(path: "CHILD"), encoding: .utf8)
            let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
            try await Task.sleep(for: .milliseconds(200))
            let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
            #expect(state.map { $0.contains(") Z ") } ?? true)
        } limits: {
            $0.deadline = .milliseconds(700)
        }
    }

    @Test func `a page that nobody waits for any more stops its program`() async throws {
        try await withProgram("cat > /dev/null; sleep 60") { typesetter, _ in
            let task = Task { try await typesetter.pdf("<p>x</p>") }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            let began = ContinuousClock.now
            await #expect(throws: TypesettingError(.cancelled, "")) { try await task.value }
            #expect(ContinuousClock.now - began < .seconds(5))
        }
    }

    @Test func `no program, and one that may not run, is an error that passes`() async throws {
        let nowhere = Typesetter(program: "/nowhere/weasyprint")
        await #expect(throws: TypesettingError(.missing, "")) { try await nowhere.pdf("<p>x</p>") }
        let unfound = Typesetter(searchPath: "/nowhere")
        if !FileManager.default.fileExists(atPath: ".build/typesetting/bin/weasyprint") {
            await #expect(throws: TypesettingError(.missing, "")) { try await unfound.pdf("<p>x</p>") }
        }
        try await withFolder { folder in
            let file = folder.appending(path: "weasyprint")
            try write("#!/nowhere/interpreter\n", to: file)
            let broken = Typesetter(program: file.path)
            await #expect(throws: TypesettingError(.missing, "")) { try await broken.pdf("<p>x</p>") }
        }
        #expect(TypesettingError(.missing, "").isPassing && TypesettingError(.late, "").isPassing)
        #expect(!TypesettingError(.documentTooLarge, "").isPassing)
    }

    @Test func `a program that fails, or answers something else, is an error without the page's text`() async throws {
        for script in ["cat >&2; exit 3", "echo geheim", "exit 0"] {
            try await withProgram(script) { typesetter, _ in
                do {
                    _ = try await typesetter.pdf("<p>geheim</p>")
                    Issue.record("\(script) gave a PDF")
                } catch let error as TypesettingError {
                    #expect(error == TypesettingError(.failed, ""))
                    #expect(!error.reason.contains("geheim"))
                }
            }
        }
    }

    @Test func `pages and PDFs over their limits are refused`() async throws {
        let small = Paper.typesetter { $0.documentBytesMax = 100 }
        await #expect(throws: TypesettingError(.documentTooLarge, "")) { try await small.pdf(Paper.letter().page) }
        try await withProgram("cat /dev/zero") { typesetter, _ in
            await #expect(throws: TypesettingError(.resultTooLarge, "")) { try await typesetter.pdf("<p>x</p>") }
        } limits: {
            $0.resultBytesMax = 1 << 20
        }
        try await withProgram("printf '%%PDF-'; ulimit -v; ulimit -t") { typesetter, _ in
            let text = String(decoding: try await typesetter.pdf("<p>x</p>"), as: UTF8.self)
            #expect(text == "%PDF-524288\n60\n")
        } limits: {
            $0.memoryBytesMax = 512 << 20
        }
    }

    @Test func `the program inherits no environment and no files`() async throws {
        let open = Foundation.open("/etc/hostname", O_RDONLY)
        defer { close(open) }
        try await withProgram("printf '%%PDF-'; /usr/bin/env; echo; echo /proc/$$/fd/*") { typesetter, _ in
            let text = String(decoding: try await typesetter.pdf("<p>x</p>"), as: UTF8.self)
            let names = Set(text.dropFirst(5).split(separator: "\n").dropLast().map { $0.prefix { $0 != "=" } })
            #expect(names.isSubset(of: ["SOURCE_DATE_EPOCH", "PWD", "OLDPWD", "SHLVL", "_"]))
            #expect(!text.contains("fd/\(open)"))
        }
    }

    @Test func `only so many programs run at once, and only so many pages wait`() async throws {
        try await withProgram("echo + >> LOG; sleep 0.2; echo - >> LOG; printf '%%PDF-'") { typesetter, folder in
            try await withThrowingTaskGroup { group in
                for _ in 0..<6 { group.addTask { _ = try await typesetter.pdf("<p>x</p>") } }
                try await group.waitForAll()
            }
            let log = try String(contentsOf: folder.appending(path: "LOG"), encoding: .utf8)
            var (running, most) = (0, 0)
            for line in log.split(separator: "\n") {
                running += line == "+" ? 1 : -1
                most = max(most, running)
            }
            #expect(log.split(separator: "\n").count == 12 && most == 2)
        }
        try await withProgram("sleep 0.5; printf '%%PDF-'") { typesetter, _ in
            let first = Task { try await typesetter.pdf("<p>x</p>") }
            try await Task.sleep(for: .milliseconds(150))
            await #expect(throws: TypesettingError(.overloaded, "")) { try await typesetter.pdf("<p>x</p>") }
            #expect(try await first.value == Array("%PDF-".utf8))
        } limits: {
            ($0.atOnce, $0.waitingMax) = (1, 0)
        }
    }

    /// A typesetter whose program is a script; `CHILD` and `LOG` in it are files in its folder.
    private func withProgram(
        _ script: String,
        _ body: (Typesetter, URL) async throws -> Void,
        limits change: (inout Typesetter.Limits) -> Void = { _ in }
    ) async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "weasyprint")
            let placed = ["CHILD", "LOG"].reduce(script) {
                $0.replacingOccurrences(of: $1, with: folder.appending(path: $1).path)
            }
            try write("#!/bin/sh\n\(placed)\n", to: file)
            var limits = Typesetter.Limits()
            change(&limits)
            try await body(Typesetter(program: file.path, limits: limits), folder)
        }
    }
}

/// Writes a script that can be run. Another process does it: a file that this one has open for writing is, for a
/// moment, also open in whatever another test starts just then, and what is open for writing cannot be run.
private func write(_ script: String, to file: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "printf '%s' \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", script, file.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}

/// A port on which somebody listens, to see whether anybody comes.
private final class Listener {
    private let descriptor: Int32
    let port: UInt16

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        try #require(isListening)
    }

    var wasCalled: Bool {
        let caller = accept(descriptor, nil, nil)
        if caller >= 0 { close(caller) }
        return caller >= 0
    }

    deinit { close(descriptor) }
}
