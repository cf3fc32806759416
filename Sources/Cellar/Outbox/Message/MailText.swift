import Foundation
import Kernel

/// A whole mail as it goes over the line: head, plain text, and HTML made from the same text.
///
/// The same message gives the same bytes each time, so a second delivery of it can be known as one.
struct MailText {
    let from: MailAddress
    let fromName: String
    let id: Identifier
    let domain: String
    let made: Instant

    /// The mail, its lines ended by CRLF.
    func text(_ outgoing: Outgoing, to address: MailAddress) -> String {
        let boundary = "belfort-\(id)"
        return HeaderText.mailbox("From", fromName, from)
            + HeaderText.mailbox("To", outgoing.name, address)
            + HeaderText.unstructured("Subject", outgoing.subject)
            + HeaderText.fixed("Date", Self.date(made))
            + HeaderText.fixed("Message-ID", messageID)
            // Nobody's holiday reply is wanted (RFC 3834).
            + HeaderText.fixed("Auto-Submitted", "auto-generated")
            + HeaderText.fixed("MIME-Version", "1.0")
            + HeaderText.fixed("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\"")
            + part("text/plain", outgoing.text, boundary)
            + part("text/html", Self.html(outgoing), boundary)
            + "\r\n--\(boundary)--\r\n"
    }

    /// Stable over all tries, so that a mail that came twice is seen to be one.
    var messageID: String { "<\(id)@\(domain)>" }

    private func part(_ type: String, _ text: String, _ boundary: String) -> String {
        "\r\n--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + QuotedPrintable.text(text)
    }

    /// `Wed, 25 Nov 2026 04:52:03 +0000`.
    static func date(_ instant: Instant) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss +0000"
        return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000))
    }
}

extension MailText {
    /// Paragraphs where the text has empty lines, and links that can be pressed; nothing else of it is markup.
    static func html(_ outgoing: Outgoing) -> String {
        let paragraphs = outgoing.text.replacing("\r\n", with: "\n").split(separator: "\n\n").map { paragraph in
            "<p>"
                + paragraph.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(separator: " ")
                }.joined(separator: "<br>\n") + "</p>"
        }
        return """
            <!doctype html>
            <html lang="nl"><head><meta charset="utf-8"><title>\(escaped(outgoing.subject))</title></head>
            <body style="font: 1rem/1.5 sans-serif; max-width: 40rem">
            \(paragraphs.joined(separator: "\n"))
            </body></html>
            """
    }

    private static func word(_ word: Substring) -> String {
        guard word.hasPrefix("https://") || word.hasPrefix("http://") else { return escaped(String(word)) }
        let text = escaped(String(word))
        return "<a href=\"\(text)\">\(text)</a>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
