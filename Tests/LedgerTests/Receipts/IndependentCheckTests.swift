import Foundation
import Ledger
import Testing

/// The checker in docs/, which shares nothing with ours, comes to the same verdict.
@Suite(.enabled(if: Checker.python != nil, "python3 is not installed, so docs/check-receipt.py was not tried"))
struct IndependentCheckTests {
    @Test func `the script accepts a receipt with its documents and prints what came in`() async throws {
        let (code, output) = try await Checker.run(try Taken(witnessed: true).file, [Taken.plan, Taken.foto])
        #expect(code == 0)
        #expect(
            output == """
                OK
                number OV-2026-0001
                time 2026-11-24T20:37:59+01:00
                document plan.pdf sha256 \(Digest.of(Taken.plan))
                document foto.jpg sha256 \(Digest.of(Taken.foto))

                """
        )
    }

    @Test func `the script refuses a changed document`() async throws {
        let (code, output) = try await Checker.run(try Taken().file, [Taken.foto, Taken.plan + [0]])
        #expect(code == 1)
        #expect(output.hasPrefix("REFUSED") && output.contains("is not what was received"))
    }

    @Test(arguments: Tampering.all)
    func `the script refuses a spoilt receipt`(tampering: Tampering) async throws {
        let spoilt = tampering.spoil(String(decoding: try Taken().file, as: UTF8.self))
        let (code, output) = try await Checker.run(Array(spoilt.utf8), [Taken.plan])
        #expect(code == 1)
        #expect(output.hasPrefix("REFUSED"))
    }

    @Test func `the script refuses another log's key and a key that is none`() async throws {
        let stranger = Known.signer(Known.origin, seed: [UInt8](repeating: 9, count: 32)).verifierKey()?.description
        for key in [try #require(stranger), Known.witnessKey, "a+b+c", "", Known.logKey + "="] {
            let (code, _) = try await Checker.run(try Taken().file, [], key: key)
            #expect(code == 1, "\(key)")
        }
    }

    @Test(arguments: [
        "{}", #"{"nummer":1,"tijd":"2026-11-24T20:37:59Z","documenten":[]}"#,
        #"{"nummer":"1","n\u0075mmer":"2","tijd":"2026-11-24T20:37:59Z","documenten":[]}"#,
        #"{"nummer":"1","tijd":"2026-11-24T20:37:59Z","documenten":[{"naam":"a","sha256":"00"}]}"#,
        "\u{FEFF}" + Taken.json,
    ])
    func `the script refuses an entry that is no receipt`(json: String) async throws {
        #expect(try await Checker.run(try Taken(json: json).file, []).code == 1)
    }

    @Test func `a tree of one entry has an empty path, and both checkers take it`() async throws {
        var sample = Sample()
        sample.clear = Array(Taken.json.utf8)
        let (entry, sealed) = try sample.seal()
        let receipt = try Receipt(
            entry: entry,
            opening: try entry.open(sealed, chainKey: sample.chainKey),
            proof: InclusionProof(index: 0, size: 1, hashes: []),
            note: try Checkpoint(origin: Known.origin, size: 1, root: entry.leaf).signed(by: Known.log)
        )
        #expect(Receipt.check(receipt.bytes, keys: Known.keys, documents: []).isGood)
        #expect(try await Checker.run(receipt.bytes, []).code == 0)
    }
}

/// Runs docs/check-receipt.py on files in a folder of its own.
enum Checker {
    static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    static func run(
        _ receipt: [UInt8],
        _ documents: [[UInt8]],
        key: String = Known.logKey
    ) async throws -> (code: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "receipt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ontvangst.\(Receipt.fileExtension)")
        try Data(receipt).write(to: file)
        let names = documents.indices.map { folder.appending(path: "document \($0)") }
        for (name, document) in zip(names, documents) { try Data(document).write(to: name) }
        return try await run([script, file.path, key] + names.map(\.path))
    }

    private static let script = URL(filePath: #filePath).appending(path: "../../../../docs/check-receipt.py")
        .standardizedFileURL.path

    private static func run(_ arguments: [String]) async throws -> (code: Int32, output: String) {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: try #require(python))
        (process.arguments, process.standardOutput) = (arguments, pipe)
        let code = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return (code, String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
    }
}
