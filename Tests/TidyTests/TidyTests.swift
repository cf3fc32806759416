import Foundation
import Testing

/// The rules of the house that a machine can check. Each message names file, line and the way out.
@Suite struct TidyTests {
    @Test func `no line is longer than 120 characters`() {
        expectNone(House.lines { $0.count > 120 }, "break the line")
    }

    @Test func `no function is longer than 70 lines`() {
        expectNone(House.swiftFiles.flatMap(longFunctions), "split it: control flow above, arithmetic in leaves")
    }

    @Test func `no file is longer than 700 lines`() {
        expectNone(House.swiftFiles.filter { $0.lines.count > 700 }.map(\.path), "one subject a file")
    }

    @Test func `input never meets a trap`() {
        let banned = ["try!", "as!", "fatalError("]
        expectNone(House.sourceLines { line in banned.contains { line.contains($0) } }, "throw, with a sentence")
    }

    @Test func `nothing prints outside the roof`() {
        expectNone(House.sourceLines(outside: "Sources/Roof/") { $0.contains("print(") }, "log, or return it")
    }

    @Test func `names say what a thing is`() {
        let banned = ["Utils", "Helper", "Manager", "Impl", "DTO", "Service"]
        let hits = House.swiftFiles.filter { file in
            file.path.hasPrefix("Sources/") && banned.contains { file.name.contains($0) }
        }
        expectNone(hits.map(\.path), "use the field's own word")
    }

    @Test func `work that is left over is not left in the code`() {
        expectNone(House.lines { $0.contains("TO" + "DO") || $0.contains("FIX" + "ME") }, "do it, or file an issue")
    }

    @Test func `each promise about threads has its proof beside it`() {
        let marks = ["@unchecked Sendable", "nonisolated(unsafe)"]
        let hits = House.swiftFiles.filter { $0.path.hasPrefix("Sources/") }.flatMap { file in
            file.numbered.filter { number, line in
                marks.contains { line.contains($0) }
                    && !file.lines[max(0, number - 3)..<min(file.lines.count, number + 2)].contains {
                        $0.contains("//")
                    }
            }.map { "\(file.path):\($0.0)" }
        }
        expectNone(hits, "say in a comment why it is sound")
    }

    @Test func `SQL stands only in Database and in files under a Store`() {
        let words = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "]
        let hits = House.swiftFiles.filter {
            $0.path.hasPrefix("Sources/") && !$0.path.contains("/Database/") && !$0.path.contains("Store")
        }.flatMap { file in
            file.numbered.filter { _, line in words.contains { line.contains("\"" + $0) } }
                .map { "\(file.path):\($0.0)" }
        }
        expectNone(hits, "move it to the resource's Store")
    }

    @Test func `links between the documents lead somewhere`() throws {
        let pattern = try Regex<(Substring, Substring)>("\\]\\(([^)#:]+)\\)")
        let hits = House.documents.flatMap { file in
            file.lines.flatMap { $0.matches(of: pattern) }.map { String($0.output.1) }
                .filter { !House.exists($0, from: file.path) }
                .map { "\(file.path): \($0)" }
        }
        expectNone(hits, "mend the link")
    }

    private func expectNone(_ hits: [String], _ wayOut: Comment) {
        for hit in hits { Issue.record("\(hit): \(wayOut)") }
    }

    /// Functions whose body, from the line with `func` to the closing brace at the same indent, is over 70 lines.
    private func longFunctions(in file: SourceFile) -> [String] {
        file.numbered.compactMap { number, line in
            guard line.contains("func "), line.hasSuffix("{") else { return nil }
            let closing = String(line.prefix { $0 == " " }) + "}"
            let length = file.lines[number...].firstIndex { $0 == closing }.map { $0 - number + 2 } ?? 0
            return length > 70 ? "\(file.path):\(number) has \(length) lines" : nil
        }
    }
}

/// One text file of the repository.
struct SourceFile: Sendable {
    let path: String
    let lines: [String]

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var numbered: [(Int, String)] { lines.enumerated().map { ($0.offset + 1, $0.element) } }
}

/// The repository as files.
enum House {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let swiftFiles = files(ending: "swift", under: ["Sources", "Tests"])
    static let documents = files(ending: "md", under: ["docs", "."])

    static func lines(where matches: (String) -> Bool) -> [String] { find(swiftFiles, matches) }

    static func sourceLines(outside folder: String = "/", where matches: (String) -> Bool) -> [String] {
        let files = swiftFiles.filter { $0.path.hasPrefix("Sources/") && !$0.path.hasPrefix(folder) }
        return find(files) { !$0.drop { $0 == " " }.hasPrefix("//") && matches($0) }
    }

    static func exists(_ link: String, from path: String) -> Bool {
        let folder = root.appending(path: path).deletingLastPathComponent()
        return FileManager.default.fileExists(atPath: folder.appending(path: link).path)
    }

    private static func find(_ files: [SourceFile], _ matches: (String) -> Bool) -> [String] {
        files.flatMap { file in
            file.numbered.filter { matches($0.1) }.map { "\(file.path):\($0.0)" }
        }
    }

    private static func files(ending: String, under folders: [String]) -> [SourceFile] {
        folders.flatMap { folder -> [SourceFile] in
            let base = root.appending(path: folder)
            let names =
                folder == "."
                ? (try? FileManager.default.contentsOfDirectory(atPath: base.path)) ?? []
                : (FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }) ?? []
            return names.filter { $0.hasSuffix("." + ending) }.sorted().compactMap { name in
                guard let text = try? String(contentsOf: base.appending(path: name), encoding: .utf8) else {
                    return nil
                }
                let path = folder == "." ? name : "\(folder)/\(name)"
                return SourceFile(path: path, lines: text.components(separatedBy: "\n"))
            }
        }
    }
}
