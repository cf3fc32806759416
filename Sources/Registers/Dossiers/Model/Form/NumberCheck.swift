/// Numbers that carry their own check digits.
enum NumberCheck {
    /// The eleven digits of a Belgian national number, if they are right.
    ///
    /// Source: royal decree of 3 April 1984: the last two are 97 less the rest of the first nine by 97; for people born
    /// from 2000 on a 2 stands before the nine.
    static func nationalNumber(_ text: String) -> String? {
        guard let digits = digits(text, 11, ignoring: " .-/"), let first = Int(digits.prefix(9)),
            let check = Int(digits.suffix(2))
        else { return nil }
        let before = 97 - first % 97
        let after = 97 - (2_000_000_000 + first) % 97
        return check == before || check == after ? digits : nil
    }

    /// The ten digits of a Belgian company number, if they are right: the last two are 97 less the rest of the others.
    static func companyNumber(_ text: String) -> String? {
        var text = text.uppercased()
        if text.hasPrefix("BE") { text.removeFirst(2) }
        if text.filter(\.isNumber).count == 9 { text = "0" + text.trimmed }
        guard let digits = digits(text, 10, ignoring: " .-"), digits.first == "0" || digits.first == "1",
            let first = Int(digits.prefix(8)), let check = Int(digits.suffix(2)), check == 97 - first % 97
        else { return nil }
        return digits
    }

    /// A Belgian account number in its international form, if it is right (ISO 13616, rest 1 by 97).
    static func account(_ text: String) -> String? {
        let plain = text.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "." }
        guard plain.hasPrefix("BE"), let digits = digits(String(plain.dropFirst(2)), 14, ignoring: ""),
            let body = Int(digits.dropFirst(2)), let check = Int(digits.prefix(2))
        else { return nil }
        // B and E count as 11 and 14; the check digits come last.
        return remainder(of: body, followedBy: 1_114 * 100 + check) == 1 ? "BE" + digits : nil
    }

    private static func remainder(of body: Int, followedBy tail: Int) -> Int {
        (body % 97 * (1_000_000 % 97) + tail) % 97
    }

    private static func digits(_ text: String, _ count: Int, ignoring marks: String) -> String? {
        let plain = text.filter { !marks.contains($0) && $0 != "\u{A0}" }
        return plain.utf8.count == count && plain.utf8.allSatisfy(Naming.isDigit) ? plain : nil
    }
}
