public import Access
public import Kernel
public import Ledger
public import Outbox

/// The mail with which an official sets a password.
public struct PasswordMail: Sendable {
    private let outbox: OutboxStore
    private let links: MailedLinkStore
    private let town: String
    private let site: String

    /// - Parameter site: the address under which visitors know the house, without a slash at its end.
    public init(outbox: OutboxStore, surroundings: Surroundings, town: String, site: String) {
        (self.outbox, self.town, self.site) = (outbox, town, site)
        links = MailedLinkStore(surroundings: surroundings)
    }

    /// Puts the mail in the outbox; false when the address had enough mails this hour.
    public func put(for official: Official, _ change: Change) throws -> Bool {
        guard let address = MailAddress(official.email) else {
            throw AccessError(.malformed, "no mail can be sent to this address")
        }
        let token = try links.make(
            .password,
            of: official.id,
            for: official.id,
            to: official.email,
            in: change.transaction
        )
        guard let token else { return false }
        let mail = try Outgoing(
            .mail(address),
            name: official.name,
            subject: "Kies je wachtwoord",
            text: """
                Dag \(official.name)

                Je hebt een account bij \(town). Kies er hier een wachtwoord voor:

                \(site)/wachtwoord/\(token.text)

                De link werkt één keer, en hoogstens een dag. Vroeg je hier niet om, dan hoef je niets te doen.
                """,
            about: official.id
        )
        try outbox.put(mail, in: official.id, at: change.now, change.transaction)
        return true
    }
}
