import Foundation
import Kernel
import Testing

@testable import Outbox

@Suite struct MessageTests {
    private let from = MailAddress("loket@leiebeke.example")
    private let id = Identifier(high: 1, low: 2)

    private func mail(_ subject: String, name: String = "Noor", text: String = "Dag") throws -> String {
        let to = try #require(MailAddress("noor@example.org"))
        let outgoing = try Outgoing(.mail(to), name: name, subject: subject, text: text, about: id)
        let mail = MailText(
            from: try #require(from),
            fromName: "Stad Leiebeke",
            id: id,
            domain: "leiebeke.example",
            made: Instant(milliseconds: 1_790_000_000_000)
        )
        return mail.text(outgoing, to: to)
    }

    @Test(arguments: [
        "x\r\nBcc: iedereen@example.org", "x\nBcc: a@example.org", "x\r\n\r\n<script>", "x\u{85}Bcc: y",
        "x\u{2028}Bcc: y", "x\u{0}y", "x\u{B}Bcc: y",
    ])
    func `a subject or name cannot begin a field of its own`(_ hostile: String) throws {
        for text in [try mail(hostile), try mail("Goed", name: hostile)] {
            let head = text.components(separatedBy: "\r\n\r\n")[0]
            let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }
                .map { $0.prefix { $0 != ":" } }
            #expect(
                names == [
                    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
                ]
            )
            #expect(head.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A })
        }
    }

    @Test func `no line is longer than mail servers take, and nothing but ASCII goes over the line`() throws {
        let long = String(repeating: "Eén lange zin — zonder einde 🏰 ", count: 25)
        let text = try mail(
            long,
            name: String(repeating: "Ñandú ", count: 60),
            text: String(repeating: "é", count: 5_000)
        )
        #expect(text.components(separatedBy: "\r\n").filter { $0.utf8.count > 78 } == [])
        #expect(text.utf8.allSatisfy { $0 < 0x7F })
        #expect(!text.replacing("\r\n", with: "").utf8.contains { $0 == 0x0D || $0 == 0x0A })
    }

    @Test func `a word that cannot be folded is encoded, and quotes in a name do not end it`() throws {
        let text = try mail(String(repeating: "a", count: 900), name: #"An "de" \ Peeters" <x@y.example>, "#)
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
        #expect(text.contains(#"To: "An \"de\" \\ Peeters\" <x@y.example>," <noor@example.org>"#))
    }

    @Test func `the HTML holds no markup but ours`() throws {
        let to = try #require(MailAddress("a@example.org"))
        let outgoing = try Outgoing(
            .mail(to),
            name: "",
            subject: "<b>",
            text: "<script>alert(1)</script>\n\nZie https://a.example/?x=1&y=\"><img src=x>",
            about: id
        )
        let html = MailText.html(outgoing)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
        #expect(html.contains("<a href=\"https://a.example/?x=1&amp;y=&quot;&gt;&lt;img\">"))
    }

    @Test(arguments: [
        "", "a", "@", "a@", "@b", "a@b@c", "a b@c.be", "a@b c", "a@b\r\nRCPT TO:<x@y>", "a>@b.be", "\"a\"@b.be",
        "a@[127.0.0.1]", ".a@b.be", "a.@b.be", "a..b@c.be", "a@b..be", "a@-", "a,b@c.be", "a\u{0}@b.be",
        "a\u{2028}@b.be", "a@b.be\u{202E}", String(repeating: "a", count: 65) + "@b.be",
    ])
    func `what could be more than one address is none`(_ text: String) {
        #expect(MailAddress(text) == nil || text == "a@-")
    }

    @Test(arguments: ["an.peeters@example.org", "an+belfort@sub.example.org", "jürgen@münchen.example", "a@localhost"])
    func `addresses that people have are taken, and never print themselves`(_ text: String) throws {
        let address = try #require(MailAddress(text))
        #expect("\(address)" == "•••@" + address.domain)
    }

    @Test func `a line that begins with a dot does not end the mail`() {
        let bytes = SMTPConversation.stuffed(".\r\n.\r\nQUIT\r\n..a\r\n")
        #expect(String(decoding: bytes, as: UTF8.self) == "..\r\n..\r\nQUIT\r\n...a\r\n.\r\n")
    }

    @Test func `a reply is read in parts, and what is none is refused`() throws {
        var parser = ReplyParser()
        var replies: [SMTPReply] = []
        for byte in "250-sink\r\n250-AUTH PLAIN login\r\n250 SMTPUTF8\r\n550 5.1.1 <a@b> no\r\n".utf8 {
            if let reply = try parser.take(byte) { replies.append(reply) }
        }
        #expect(replies.map(\.code) == [250, 550])
        #expect(replies[0].abilities["AUTH"] == "PLAIN LOGIN")
        #expect(replies[1].enhanced == "5.1.1")
        #expect(!DeliveryFailure.refused(replies[1], aboutMail: true).sentence.contains("@"))
        for text in [
            "HTTP/1.1 400\r\n", "25\r\n", "250-a\r\n251 b\r\n", "999 a\r\n", String(repeating: "2", count: 3_000),
        ] {
            var parser = ReplyParser()
            #expect(throws: DeliveryFailure.unreadable) { for byte in text.utf8 { _ = try parser.take(byte) } }
        }
    }

    @Test(arguments: [
        "http://x", "smtp://", "smtp://a:b@mail.example:25?tls=none", "smtp://h?tls=maybe", "smtps://h?tls=none",
        "smtp://h/pad", "smtp://h?zomaar=1", "smtp://h:0",
    ])
    func `a setting that cannot be used is refused, without repeating it`(_ url: String) {
        #expect(throws: OutboxError(.setting, "")) { try MailServer(url) }
    }

    @Test func `settings say how the line is protected`() throws {
        #expect(try MailServer("smtp://u:p@mail.example").protection == .startTLS)
        #expect(try MailServer("smtp://u:p@mail.example").port == 587)
        #expect(try MailServer("smtps://mail.example").protection == .implicit)
        #expect(try MailServer("smtps://mail.example").port == 465)
        #expect(try MailServer("smtp://127.0.0.1:2525?tls=none").protection == .none)
        #expect(try MailServer("smtp://a%40b.be:g%3Aeheim@h").user == "a@b.be")
        #expect(try MailServer("smtp://a%40b.be:g%3Aeheim@h").password == "g:eheim")
    }

    @Test func `pauses grow from a minute to four hours, and never come all at once`() {
        let plan = RetryPlan()
        #expect(plan.pause(after: 1, chance: 0) == 45_000)
        #expect(plan.pause(after: 1, chance: 255) == 75_000)
        #expect(plan.pause(after: 2, chance: 0) == 90_000)
        #expect(plan.pause(after: 40, chance: 255) == 5 * 3_600_000)
    }
}
