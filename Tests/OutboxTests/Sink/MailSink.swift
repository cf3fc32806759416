import Foundation
import Kernel
import Synchronization
import Testing

/// A real mail server (aiosmtpd), as a process on a free port, that tells which mails it took.
final class MailSink {
    /// A mail as the server got it.
    struct Mail {
        let from: String
        let to: [String]
        let text: String
        let isOverTLS: Bool
        let user: String
        /// Whether the line was cut before the server said that it had it.
        let isDropped: Bool

        /// The first line of a field of the head, with those that go on with it.
        func field(_ name: String) -> String? {
            let head = text.components(separatedBy: "\r\n\r\n").first ?? ""
            let lines = head.replacing("\r\n ", with: " ").components(separatedBy: "\r\n")
            return lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
        }
    }

    let port: Int
    private let process: Process
    private let lines: Lines

    static let python = root + "/.build/mail/bin/python"
    /// Whether `scripts/setup-mail` was run.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: python) }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    init(_ options: [String] = []) async throws {
        process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [Self.root + "/Tests/OutboxTests/Sink/sink.py"] + options
        let pipe = Pipe()
        process.standardOutput = pipe
        lines = Lines(pipe.fileHandleForReading)
        try process.run()
        port = try #require(Int(String(decoding: try await lines.next(), as: UTF8.self)))
    }

    deinit { process.terminate() }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// The next mail that came in; waits for it.
    func next() async throws -> Mail {
        let line = try await lines.next()
        let json = try JSONValue(Array(line))
        let data = try #require(Data(base64Encoded: json["data"]?.text ?? ""))
        var to: [String] = []
        while let address = json["to"]?[to.count]?.text { to.append(address) }
        return Mail(
            from: json["from"]?.text ?? "",
            to: to,
            text: String(decoding: data, as: UTF8.self),
            isOverTLS: json["tls"] == .boolean(true),
            user: json["user"]?.text ?? "",
            isDropped: json["dropped"] == .boolean(true)
        )
    }

    /// A port on which nobody listens: it was free a moment ago.
    static func freePort() async throws -> Int {
        let sink = try await MailSink()
        sink.stop()
        return sink.port
    }
}

/// The lines that a process prints, without a thread that waits for them.
final class Lines: Sendable {
    private let buffer = Mutex(Data())

    init(_ handle: FileHandle) {
        handle.readabilityHandler = { [weak self] handle in
            let more = handle.availableData
            if more.isEmpty { handle.readabilityHandler = nil }
            self?.buffer.withLock { $0 += more }
        }
    }

    /// The next one, without its end; fails when none comes within ten seconds.
    func next() async throws -> Data {
        for _ in 0..<1_000 {
            let line = buffer.withLock { data -> Data? in
                guard let end = data.firstIndex(of: 0x0A) else { return nil }
                defer { data = Data(data[(end + 1)...]) }
                return Data(data[..<end])
            }
            if let line { return line }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw POSIXError(.ETIMEDOUT)
    }
}
