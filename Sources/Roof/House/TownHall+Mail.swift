import Kernel
import Keys
import Logging
import Outbox
import Stewardship

extension TownHall {
    /// What leaves the house.
    var outbox: OutboxStore { OutboxStore(keys: keys, surroundings: surroundings) }

    /// Takes mails to the mail server; nil when none is set, and then they wait.
    func courier(_ settings: Settings, _ logger: Logger) throws -> Courier? {
        guard let smtp = settings.smtp else { return nil }
        let from = settings.mailFrom ?? settings.town.mail
        guard let address = MailAddress(from) else {
            throw SettingsError(description: "mail-from (of anders town-mail) moet een e-mailadres zijn om te mailen")
        }
        return Courier(
            database,
            outbox: outbox,
            server: try MailServer(smtp),
            sender: Courier.Sender(address, name: "\(settings.town.kind) \(settings.town.name)"),
            logger: logger
        )
    }

    func passwordMail(_ settings: Settings) throws -> PasswordMail {
        let listen = try settings.listenAddress
        return PasswordMail(
            outbox: outbox,
            surroundings: surroundings,
            town: "\(settings.town.kind) \(settings.town.name)",
            site: settings.publicURL ?? "http://\(listen.host):\(listen.port)"
        )
    }
}
