/// What a password must be: long, and not made of what everybody here would try first.
///
/// No demands on kinds of characters and no expiry: they make passwords worse. Source: NIST SP 800-63B, 5.1.1.2.
public enum PasswordRules {
    public static let charactersMin = 12
    /// More would only cost time; a long sentence fits.
    public static let bytesMax = 1_024
    /// Characters that must be left when words of the list are taken out.
    static let otherCharactersMin = 8
    static let differentCharactersMin = 5

    /// Throws `weakPassword` with a sentence that says what to do.
    public static func check(_ password: String, names: [String] = []) throws(AccessError) {
        guard password.count >= charactersMin else {
            throw AccessError(.weakPassword, "use at least \(charactersMin) characters; a short sentence is fine")
        }
        guard password.utf8.count <= bytesMax else {
            throw AccessError(.weakPassword, "use at most \(bytesMax) bytes")
        }
        guard Set(password.lowercased()).count >= differentCharactersMin else {
            throw AccessError(.weakPassword, "use more different characters")
        }
        guard remainder(of: password, without: words + names).count >= otherCharactersMin else {
            throw AccessError(.weakPassword, "leave out names and words that many passwords here hold")
        }
    }

    /// What towns' passwords are made of; a year after it adds nothing that a guesser does not try.
    static let words = [
        "wachtwoord", "password", "paswoord", "welkom", "welcome", "bienvenue", "belfort", "gemeente", "gemeentehuis",
        "stadhuis", "stad", "ocmw", "burgemeester", "secretaris", "vlaanderen", "belgie", "admin", "beheerder",
        "dossier", "zomer", "winter", "lente", "herfst", "januari", "februari", "qwerty", "azerty", "letmein",
        "1234567890", "123456789", "12345678", "1234567", "123456", "12345", "1234", "abcdef", "abcd",
    ]

    /// The password in lower case without the given words, the longest first; words under four letters are too common.
    private static func remainder(of password: String, without words: [String]) -> [Character] {
        var rest = Array(password.lowercased())
        let parts = words.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }.map(Array.init)
        for word in parts.filter({ $0.count >= 4 }).sorted(by: { $0.count > $1.count }) {
            rest = removing(word, from: rest)
        }
        return rest
    }

    private static func removing(_ word: [Character], from text: [Character]) -> [Character] {
        var (rest, index) = ([Character](), 0)
        while index < text.count {
            if text[index...].starts(with: word) {
                index += word.count
            } else {
                rest.append(text[index])
                index += 1
            }
        }
        return rest
    }
}
