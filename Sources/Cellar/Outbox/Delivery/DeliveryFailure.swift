/// Why a mail did not leave, in words that hold no address: mail servers repeat addresses in their answers, so of these
/// only the numbers are kept.
struct DeliveryFailure: Error, Equatable, Sendable {
    let sentence: String
    /// Whether another try is of no use.
    var isFinal = false
    /// Whether it says something about the server or the line, and so holds for the next mail too.
    var endsConversation = true

    static let unreachable = DeliveryFailure(sentence: "De mailserver is niet bereikbaar.")
    static let late = DeliveryFailure(sentence: "De mailserver antwoordde niet op tijd.")
    static let brokenOff = DeliveryFailure(sentence: "De verbinding met de mailserver brak af.")
    static let unreadable = DeliveryFailure(sentence: "De mailserver gaf een antwoord dat geen SMTP is.")
    static let noTLS = DeliveryFailure(sentence: "De mailserver biedt geen beveiligde verbinding aan.")
    static let badTLS = DeliveryFailure(sentence: "De beveiligde verbinding met de mailserver lukte niet.")
    static let noLogin = DeliveryFailure(sentence: "De mailserver kent geen aanmelding die wij kennen.")
    static let noUTF8 = DeliveryFailure(
        sentence: "De mailserver kent geen adressen met zulke letters.",
        isFinal: true,
        endsConversation: false
    )
    static let unreadableMessage = DeliveryFailure(
        sentence: "Het bericht kan niet meer gelezen worden: zijn dossier is vernietigd.",
        isFinal: true,
        endsConversation: false
    )

    /// What the server refused; for good when its number begins with 5 and it is about this mail.
    static func refused(_ reply: SMTPReply, aboutMail: Bool) -> DeliveryFailure {
        let numbers = [String(reply.code), reply.enhanced].compactMap { $0 }.joined(separator: " ")
        return DeliveryFailure(
            sentence: "De mailserver weigerde: \(numbers).",
            isFinal: aboutMail && reply.code >= 500,
            // 421: the server is closing.
            endsConversation: !aboutMail || reply.code == 421
        )
    }
}
