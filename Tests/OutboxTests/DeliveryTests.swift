import Database
import Foundation
import Glibc
import Kernel
import Keys
import TestGround
import Testing

@testable import Outbox

/// Mails that really go to a mail server.
@Suite(.serialized, .enabled(if: MailSink.isInstalled, "run scripts/setup-mail"))
struct DeliveryTests {
    @Test(arguments: Kind.available)
    func `a mail arrives whole, with names and letters of everywhere`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let sink = try await MailSink()
            let text =
                "Dag Zoë\n.\n..punt\nEen regel van \(String(repeating: "lang ", count: 40))einde\n\n€ 12 = goed 🏰 "
            let id = try await ground.put(
                try ground.mail(name: "Zoë Ñandú", subject: "Beslissing over je dakkapel — proficiat", text: text)
            )
            #expect(try await ground.courier("smtp://127.0.0.1:\(sink.port)?tls=none").round() == 1)
            let mail = try await sink.next()
            #expect(mail.from == "loket@leiebeke.example")
            #expect(mail.to == ["noor@example.org"])
            #expect(mail.field("Message-ID") == "<\(id)@leiebeke.example>")
            #expect(mail.field("From") == "\"Stad Leiebeke\" <loket@leiebeke.example>")
            #expect(try read(mail)["name"] == "Zoë Ñandú")
            #expect(try read(mail)["subject"] == "Beslissing over je dakkapel — proficiat")
            #expect(try read(mail)["text"] == text + "\n")
            #expect(try await ground.item(id)?.state == .sent)
            #expect(try await ground.courier("smtp://127.0.0.1:\(sink.port)?tls=none").round() == 0)
        }
    }

    /// What Python's own mail reader makes of it.
    private func read(_ mail: MailSink.Mail) throws -> [String: String] {
        let process = Process()
        process.executableURL = URL(filePath: MailSink.python)
        process.arguments = [
            "-c",
            """
            import sys, json, email, email.policy
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
            body = m.get_body(("plain",)).get_content()
            assert not m.defects and not any(p.defects for p in m.walk()), m.defects
            print(json.dumps({"name": m["to"].addresses[0].display_name, "subject": m["subject"], "text": body}))
            """,
        ]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        input.fileHandleForWriting.write(Data(mail.text.utf8))
        try input.fileHandleForWriting.close()
        let json = try JSONValue(Array(output.fileHandleForReading.readDataToEndOfFile()))
        return ["name", "subject", "text"].reduce(into: [:]) { $0[$1] = json[$1]?.text?.replacing("\r\n", with: "\n") }
    }

    @Test(arguments: Kind.available)
    func `while the server is down nothing is lost, and when it is back the mail goes`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let port = try MailSink.freePort()
            let courier = try ground.courier("smtp://127.0.0.1:\(port)?tls=none")
            let id = try await ground.put(try ground.mail())
            try await courier.round()
            let failed = try #require(try await ground.item(id))
            #expect(failed.state == .failed)
            #expect(failed.problem == "De mailserver is niet bereikbaar.")
            #expect(failed.due > ground.clock.now)
            #expect(try await courier.round() == 0)
            let sink = try await MailSink(["--port", "\(port)"])
            ground.clock.advance(milliseconds: 75_001)
            #expect(try await courier.round() == 1)
            #expect(try await sink.next().field("Message-ID") == "<\(id)@leiebeke.example>")
            let sent = try #require(try await ground.item(id))
            #expect(sent.state == .sent && sent.tries == 2 && sent.problem.isEmpty)
        }
    }

    @Test(arguments: Kind.available)
    func `a line that breaks after the text makes a second mail with the same Message-ID and bytes`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let sink = try await MailSink(["--drop", "1"])
            let courier = try ground.courier("smtp://127.0.0.1:\(sink.port)?tls=none")
            let id = try await ground.put(try ground.mail())
            try await courier.round()
            let first = try await sink.next()
            #expect(first.isDropped)
            #expect(try await ground.item(id)?.state == .failed)
            #expect(try await ground.item(id)?.problem == "De verbinding met de mailserver brak af.")
            ground.clock.advance(milliseconds: 75_001)
            try await courier.round()
            let second = try await sink.next()
            #expect(!second.isDropped)
            #expect(first.field("Message-ID") == second.field("Message-ID"))
            #expect(first.text == second.text)
            #expect(try await ground.item(id)?.state == .sent)
        }
    }

    @Test func `who is not known is given up at once, without the address; the others get theirs`() async throws {
        try await withGround(.sqlite) { ground in
            let sink = try await MailSink(["--refuse", "weg@example.org", "--later", "vol@example.org"])
            let refused = try await ground.put(try ground.mail(to: "weg@example.org"))
            let later = try await ground.put(try ground.mail(to: "vol@example.org"))
            let good = try await ground.put(try ground.mail())
            try await ground.courier("smtp://127.0.0.1:\(sink.port)?tls=none").round()
            let item = try #require(try await ground.item(refused))
            #expect(item.state == .givenUp)
            #expect(item.problem == "De mailserver weigerde: 550 5.1.1.")
            #expect(try await ground.item(later)?.state == .failed)
            #expect(try await ground.item(good)?.state == .sent)
            #expect(try await ground.database.write { try ground.outbox.tryAgain(refused, in: $0) })
            #expect(try await ground.item(refused)?.state == .failed)
        }
    }

    @Test func `after five days a mail is given up, and a person can start it again`() async throws {
        try await withGround(.sqlite) { ground in
            let port = try MailSink.freePort()
            let courier = try ground.courier("smtp://127.0.0.1:\(port)?tls=none")
            let id = try await ground.put(try ground.mail())
            var rounds = 0
            while try await ground.item(id)?.state != .givenUp, rounds < 100 {
                try await courier.round()
                ground.clock.advance(milliseconds: 5 * 3_600_000)
                rounds += 1
            }
            #expect((25...40).contains(rounds))
            #expect(try await ground.database.write { try ground.outbox.tryAgain(id, in: $0) })
            try await courier.round()
            #expect(try await ground.item(id)?.state == .failed)
        }
    }

    @Test func `a server that says nothing is left after its time`() async throws {
        try await withGround(.sqlite) { ground in
            let listener = try await Silence()
            let id = try await ground.put(try ground.mail())
            try await ground.courier("smtp://127.0.0.1:\(listener.port)?tls=none", limit: .milliseconds(200)).round()
            #expect(try await ground.item(id)?.problem == "De mailserver antwoordde niet op tijd.")
        }
    }

    @Test func `a destroyed dossier's mail is not sent`() async throws {
        try await withGround(.sqlite) { ground in
            let sink = try await MailSink()
            let id = try await ground.put(try ground.mail())
            try await ground.database.write { try ground.keys.destroy(ground.dossier, in: $0) }
            try await ground.courier("smtp://127.0.0.1:\(sink.port)?tls=none").round()
            #expect(try await ground.item(id)?.state == .givenUp)
        }
    }

    @Test func `a name and password are given, and a wrong one is no fault of the mail`() async throws {
        try await withGround(.sqlite) { ground in
            let sink = try await MailSink(["--user", "huis", "geheim:1"])
            let id = try await ground.put(try ground.mail())
            try await ground.courier("smtp://huis:fout@127.0.0.1:\(sink.port)?tls=none").round()
            #expect(try await ground.item(id)?.problem == "De mailserver weigerde: 535 5.7.8.")
            #expect(try await ground.item(id)?.state == .failed)
            ground.clock.advance(milliseconds: 75_001)
            try await ground.courier("smtp://huis:geheim%3A1@127.0.0.1:\(sink.port)?tls=none").round()
            #expect(try await sink.next().user == "huis")
        }
    }

    @Test(arguments: [true, false])
    func `mail goes over TLS to a server that shows its certificate, and to no other`(_ implicit: Bool) async throws {
        try await withFolder { folder in
            let (own, ownKey) = try await certificate("localhost", in: folder)
            let (other, _) = try await certificate("other", in: folder)
            let options = ["--certificate", own, ownKey] + (implicit ? ["--implicit"] : [])
            let scheme = implicit ? "smtps" : "smtp"
            try await withGround(.sqlite) { ground in
                let sink = try await MailSink(options)
                let id = try await ground.put(try ground.mail())
                try await ground.courier("\(scheme)://localhost:\(sink.port)?ca=\(other)").round()
                #expect(try await ground.item(id)?.problem == "De beveiligde verbinding met de mailserver lukte niet.")
                ground.clock.advance(milliseconds: 75_001)
                try await ground.courier("\(scheme)://localhost:\(sink.port)?ca=\(own)").round()
                #expect(try await sink.next().isOverTLS)
                #expect(try await ground.item(id)?.state == .sent)
            }
        }
    }

    @Test func `without TLS on offer nothing is said in clear`() async throws {
        try await withGround(.sqlite) { ground in
            let sink = try await MailSink()
            let id = try await ground.put(try ground.mail())
            try await ground.courier("smtp://127.0.0.1:\(sink.port)").round()
            #expect(try await ground.item(id)?.problem == "De mailserver biedt geen beveiligde verbinding aan.")
        }
    }

    /// A certificate of its own for a name, and its key.
    private func certificate(_ name: String, in folder: URL) async throws -> (String, String) {
        let (file, key) = (folder.path + "/\(name).pem", folder.path + "/\(name).key")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
            "-addext", "subjectAltName=DNS:\(name)", "-keyout", key, "-out", file,
        ]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try await process.runToEnd()
        try #require(process.terminationStatus == 0)
        return (file, key)
    }
}

/// A listener that takes connections and says nothing.
private final class Silence {
    let port: Int
    private let process = Process()

    init() async throws {
        process.executableURL = URL(filePath: MailSink.python)
        process.arguments = [
            "-c",
            """
            import socket, time
            s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True)
            time.sleep(600)
            """,
        ]
        let output = Pipe()
        process.standardOutput = output
        let lines = Lines(output.fileHandleForReading)
        try process.run()
        port = try #require(Int(String(decoding: try await lines.next(), as: UTF8.self)))
    }

    // A child may have been born with SIGTERM blocked.
    deinit { kill(process.processIdentifier, SIGKILL) }
}
