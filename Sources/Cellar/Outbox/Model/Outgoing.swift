public import Kernel

/// Something that leaves the house for one person: a mail, or a letter that somebody prints.
public struct Outgoing: Hashable, Sendable {
    /// By which way it goes.
    public enum Way: Hashable, Sendable {
        /// Sent by the house itself.
        case mail(MailAddress)
        /// Printed and posted by a person: for whoever has no mail. The address is lines of text, perhaps empty.
        case letter(address: String)
    }

    public let way: Way
    /// The name of whom it is for, as it stands in the head of a mail or above a letter.
    public let name: String
    public let subject: String
    /// Plain text. A mail also carries simple HTML made from it: paragraphs, and links that can be pressed.
    public let text: String
    /// What it is about, such as a dossier or an account; the page of messages leads there.
    public let object: Identifier

    /// Takes a message; throws `malformed` for an empty subject or text, and for one that is too long.
    ///
    /// Control characters in name and subject become blanks: neither has lines.
    public init(
        _ way: Way,
        name: String,
        subject: String,
        text: String,
        about object: Identifier
    ) throws(OutboxError) {
        (self.way, self.object, self.text) = (way, object, text)
        (self.name, self.subject) = (Self.line(name), Self.line(subject))
        guard !self.subject.isEmpty, !text.isEmpty else {
            throw OutboxError(.malformed, "a message needs a subject and a text")
        }
        guard self.name.utf8.count <= Self.lineMax, self.subject.utf8.count <= Self.lineMax,
            text.utf8.count <= Self.textMax
        else { throw OutboxError(.malformed, "a message is too long") }
        if case .letter(let address) = way, address.utf8.count > Self.lineMax {
            throw OutboxError(.malformed, "the address of a letter is too long")
        }
    }

    /// Bytes of a name, a subject or a postal address at most.
    public static let lineMax = 1_000
    /// Bytes of a text at most.
    public static let textMax = 256 * 1_024

    /// One line: what ends a line or controls a terminal becomes a blank, and blanks around it go.
    private static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: Unicode.Scalar(UInt8(0x20))
            default: scalar
            }
        }
        var line = Substring(String(String.UnicodeScalarView(scalars)))
        while line.first == " " { line.removeFirst() }
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
