import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// One conversation with a mail server: greeting, TLS, sign-in, then mails one after another.
///
/// Source: RFC 5321, 3207 (STARTTLS), 4954 (AUTH), 6531 (SMTPUTF8).
struct SMTPConversation {
    private var replies: NIOAsyncChannelInboundStream<SMTPReply>.AsyncIterator
    private let writer: NIOAsyncChannelOutboundWriter<SMTPLine>
    private var abilities: [String: String] = [:]

    /// Connects, greets and signs in, lets the body talk, and takes leave; all within the time given.
    ///
    /// Throws a `DeliveryFailure`.
    static func with(
        _ server: MailServer,
        name: String,
        within limit: Duration,
        _ body: @escaping @Sendable (inout SMTPConversation) async throws -> Void
    ) async throws {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await talk(server, name, body) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    throw DeliveryFailure.late
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch {
            // A conversation that is cancelled ends like one that breaks off.
            try Task.checkCancellation()
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> DeliveryFailure {
        switch error {
        case let failure as DeliveryFailure: failure
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .badTLS
        case is NIOConnectionError: .unreachable
        case ChannelError.connectTimeout: .unreachable
        default: .brokenOff
        }
    }

    private static func talk(
        _ server: MailServer,
        _ name: String,
        _ body: @escaping @Sendable (inout SMTPConversation) async throws -> Void
    ) async throws {
        let tls = try server.protection == .none ? nil : server.context()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .connect(host: server.host, port: server.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let makeTLS = { try server.handler(tls) }
                    if server.protection == .implicit {
                        try channel.pipeline.syncOperations.addHandler(makeTLS())
                    }
                    try channel.pipeline.syncOperations.addHandler(SMTPHandler(makeTLS: makeTLS))
                    return try NIOAsyncChannel<SMTPReply, SMTPLine>(wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            var conversation = SMTPConversation(replies: inbound.makeAsyncIterator(), writer: outbound)
            try await conversation.begin(server, name)
            try await body(&conversation)
            // Whoever is busy closing need not answer.
            try? await conversation.say("QUIT")
        }
    }

    private init(
        replies: NIOAsyncChannelInboundStream<SMTPReply>.AsyncIterator,
        writer: NIOAsyncChannelOutboundWriter<SMTPLine>
    ) {
        (self.replies, self.writer) = (replies, writer)
    }
}

// MARK: - Beginning

extension SMTPConversation {
    private mutating func begin(_ server: MailServer, _ name: String) async throws {
        let greeting =
            server.protection == .implicit ? try await firstInTLS { try await $0.reply() } : try await reply()
        guard greeting.code == 220 else { throw DeliveryFailure.refused(greeting, aboutMail: false) }
        try await hello(name)
        if server.protection == .startTLS {
            guard abilities["STARTTLS"] != nil else { throw DeliveryFailure.noTLS }
            try await writer.write(SMTPLine(bytes: Array("STARTTLS\r\n".utf8), startsTLS: true))
            let answer = try await reply()
            guard answer.code == 220 else { throw DeliveryFailure.noTLS }
            // What was said in clear counts for nothing.
            try await firstInTLS { try await $0.hello(name) }
        }
        if !server.user.isEmpty { try await signIn(server) }
    }

    /// What comes first over TLS also shows that there is none: a failed handshake may be seen as a line that broke.
    private mutating func firstInTLS<Result>(
        _ body: (inout SMTPConversation) async throws -> Result
    ) async throws -> Result {
        do {
            return try await body(&self)
        } catch let failure as DeliveryFailure where failure != .brokenOff {
            throw failure
        } catch {
            try Task.checkCancellation()
            throw DeliveryFailure.badTLS
        }
    }

    private mutating func hello(_ name: String) async throws {
        let answer = try await ask("EHLO \(name)")
        if answer.code == 250 {
            abilities = answer.abilities
        } else {
            abilities = [:]
            try await expect(250, "HELO \(name)")
        }
    }

    private mutating func signIn(_ server: MailServer) async throws {
        let ways = Set((abilities["AUTH"] ?? "").split(separator: " "))
        if ways.contains("PLAIN") {
            let secret = Self.base64("\u{0}\(server.user)\u{0}\(server.password)")
            try await expect(235, "AUTH PLAIN \(secret)")
        } else if ways.contains("LOGIN") {
            try await expect(334, "AUTH LOGIN")
            try await expect(334, Self.base64(server.user))
            try await expect(235, Self.base64(server.password))
        } else {
            throw DeliveryFailure.noLogin
        }
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}

// MARK: - Sending

extension SMTPConversation {
    /// Sends one mail; returns when the server took it over.
    mutating func send(_ text: String, from: MailAddress, to: MailAddress) async throws {
        let isWide = from.needsUTF8 || to.needsUTF8
        guard !isWide || abilities["SMTPUTF8"] != nil else { throw DeliveryFailure.noUTF8 }
        do {
            try await expect(250, "MAIL FROM:<\(from.text)>" + (isWide ? " SMTPUTF8" : ""), aboutMail: true)
            try await expect(250, "RCPT TO:<\(to.text)>", aboutMail: true)
            try await expect(354, "DATA", aboutMail: true)
            try await writer.write(SMTPLine(bytes: Self.stuffed(text)))
            let answer = try await reply()
            guard answer.code / 100 == 2 else { throw DeliveryFailure.refused(answer, aboutMail: true) }
        } catch let failure as DeliveryFailure where !failure.endsConversation {
            // The next mail begins anew.
            try await expect(250, "RSET")
            throw failure
        }
    }

    /// A line that begins with a dot gets another (RFC 5321, 4.5.2); then the end. The text ends in CRLF.
    static func stuffed(_ text: String) -> [UInt8] {
        let lines = text.hasPrefix(".") ? "." + text : text
        return Array((lines.replacing("\r\n.", with: "\r\n..") + ".\r\n").utf8)
    }

    private mutating func expect(_ code: Int, _ line: String, aboutMail: Bool = false) async throws {
        let answer = try await ask(line)
        // 251 says that it goes on to another mailbox.
        guard answer.code == code || code == 250 && answer.code == 251 else {
            throw DeliveryFailure.refused(answer, aboutMail: aboutMail)
        }
    }

    private mutating func ask(_ line: String) async throws -> SMTPReply {
        try await say(line)
        return try await reply()
    }

    private func say(_ line: String) async throws {
        try await writer.write(SMTPLine(bytes: Array((line + "\r\n").utf8)))
    }

    private mutating func reply() async throws -> SMTPReply {
        guard let reply = try await replies.next() else { throw DeliveryFailure.brokenOff }
        return reply
    }
}

// MARK: - TLS

extension MailServer {
    fileprivate func context() throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let certificates { configuration.trustRoots = .file(certificates) }
        return try NIOSSLContext(configuration: configuration)
    }

    fileprivate func handler(_ context: NIOSSLContext?) throws -> NIOSSLClientHandler {
        guard let context else { throw DeliveryFailure.noTLS }
        // An address of numbers has no name to send along, and is then not checked against one but as an address.
        let isNumber = host.contains(":") || host.allSatisfy { $0.isNumber || $0 == "." }
        return try NIOSSLClientHandler(context: context, serverHostname: isNumber ? nil : host)
    }
}
