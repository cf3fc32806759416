import Foundation
import Kernel
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
    private let output: FileHandle
    private var rest = Data()

    static let python = root + "/.build/mail/bin/python"
    /// Whether `scripts/setup-mail` was run.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: python) }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    init(_ options: [String] = []) throws {
        process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [Self.root + "/Tests/OutboxTests/Sink/sink.py"] + options
        let pipe = Pipe()
        (process.standardOutput, output) = (pipe, pipe.fileHandleForReading)
        try process.run()
        var data = Data()
        while !data.contains(0x0A) {
            let more = output.availableData
            try #require(!more.isEmpty, "the mail server did not start")
            data += more
        }
        port = try #require(Int(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)))
    }

    deinit { process.terminate() }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// The next mail that came in; waits for it.
    func next() throws -> Mail {
        while !rest.contains(0x0A) {
            let more = output.availableData
            try #require(!more.isEmpty, "the mail server ended")
            rest += more
        }
        let line = rest.prefix { $0 != 0x0A }
        rest = Data(rest.dropFirst(line.count + 1))
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
        let sink = try MailSink()
        sink.stop()
        return sink.port
    }
}
