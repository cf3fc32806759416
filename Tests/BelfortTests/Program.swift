import Foundation

/// The program as a user runs it.
enum Program {
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let complaint: String
    }

    /// The executable lies beside the tests.
    static let path = Bundle.main.bundleURL.deletingLastPathComponent().appending(path: "belfort").path

    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: existing)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let (output, complaint) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, complaint)
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { process in
                continuation.resume(
                    returning: Outcome(
                        status: process.terminationStatus,
                        output: text(output),
                        complaint: text(complaint)
                    )
                )
            }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }

    private static func text(_ pipe: Pipe) -> String {
        String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    /// Tests may be run from the bundle or from the runner beside it.
    static var existing: String {
        let folders =
            [Bundle.main.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL]
            + [URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
        let candidates = folders.map { $0.appending(path: "belfort").path }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? path
    }
}
