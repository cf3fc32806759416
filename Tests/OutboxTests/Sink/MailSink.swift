import Foundation
import Glibc
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

    // A child may have been born with SIGTERM blocked.
    deinit { kill(process.processIdentifier, SIGKILL) }

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
    static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, length) == 0 && getsockname(socket, pointer, &length) == 0
            }
        }
        try #require(isBound)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

extension Process {
    /// Runs to the end without keeping a thread: `waitUntilExit` may never return on one of Swift's own.
    func runToEnd() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            terminationHandler = { _ in continuation.resume() }
            do { try run() } catch { continuation.resume(throwing: error) }
        }
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
