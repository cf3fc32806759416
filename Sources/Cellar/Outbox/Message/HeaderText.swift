import Foundation

/// Words in the head of a mail: ASCII as it is where that is safe, else encoded words of at most 75 characters.
///
/// Source: RFC 2047 (B encoding), RFC 5322, 2.2.3. Nothing here can begin a new line by itself: lines are only ended
/// between words, with a blank after.
enum HeaderText {
    /// A field of free text, such as the subject.
    static func unstructured(_ name: String, _ text: String) -> String {
        folded(name, isPlain(text) ? words(text) : encodedWords(text))
    }

    /// A field with one address: `To: "An Peeters" <an@example.org>`.
    static func mailbox(_ name: String, _ display: String, _ address: MailAddress) -> String {
        let angle = "<\(address.text)>"
        guard !display.isEmpty else { return folded(name, [angle]) }
        let phrase = isPlain(display) ? [quoted(display)] : encodedWords(display)
        return folded(name, phrase + [angle])
    }

    /// A field whose words are ours.
    static func fixed(_ name: String, _ value: String) -> String { "\(name): \(value)\r\n" }

    /// Printable ASCII without what a reader could take for an encoded word, and without words too long to fold.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && words(text).allSatisfy { $0.utf8.count <= wordMax }
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Encoded words, none of which cuts a character in two.
    private static func encodedWords(_ text: String) -> [String] {
        var (words, chunk) = ([String](), [UInt8]())
        for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > chunkMax {
                words.append(encodedWord(chunk))
                chunk = []
            }
            chunk += bytes
        }
        return chunk.isEmpty ? words : words + [encodedWord(chunk)]
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }

    /// The field in lines of at most 78 characters where its words allow.
    private static func folded(_ name: String, _ words: [String]) -> String {
        var (text, line) = ("", name + ":")
        for word in words {
            if line.utf8.count + 1 + word.utf8.count > lineMax, line != name + ":" {
                text += line + "\r\n"
                line = " " + word
            } else {
                line += " " + word
            }
        }
        return text + line + "\r\n"
    }

    private static let lineMax = 78
    private static let wordMax = 60
    /// 39 bytes are 52 characters of base64, with 12 around them: behind `Subject:` on one line of 76.
    private static let chunkMax = 39
}
