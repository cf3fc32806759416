/// Mail addresses as names of accounts.
enum Email {
    /// Without spaces around it and in lower case: what people type differs in nothing that matters.
    static func normal(_ text: String) -> String {
        var characters = Substring(text.lowercased())
        while characters.first?.isWhitespace == true { characters.removeFirst() }
        while characters.last?.isWhitespace == true { characters.removeLast() }
        return String(characters)
    }

    /// Whether it has the form of one; whether it exists only a mail can tell. At most 254 bytes (RFC 5321, 4.5.3.1.3).
    static func isPlausible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && text.isPlain && !text.contains(" ")
    }
}
