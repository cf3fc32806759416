import Foundation

/// A house that serves, as a child process on a free port.
struct Server {
    let url: String
    let process: Process

    static func start(_ arguments: [String], environment: [String: String] = [:]) async throws -> Server {
        let process = Process()
        process.executableURL = URL(filePath: Program.existing)
        process.arguments = ["serve", "--listen", "127.0.0.1:0"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return Server(url: await firstLine(output.fileHandleForReading), process: process)
    }

    /// Asks it to stop; it has some seconds to finish what it does.
    func stop() {
        if process.isRunning { process.terminate() }
    }

    /// The program prints one line when it is ready.
    private static func firstLine(_ handle: FileHandle) async -> String {
        await withCheckedContinuation { continuation in
            handle.readabilityHandler = { handle in
                handle.readabilityHandler = nil
                let text = String(decoding: handle.availableData, as: UTF8.self)
                continuation.resume(returning: text.trimmingCharacters(in: .newlines))
            }
        }
    }
}
