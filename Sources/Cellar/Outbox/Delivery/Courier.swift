public import Database
import Kernel
public import Logging
public import ServiceLifecycle

/// Hands the mails of the outbox to the town's mail server, as long as the house serves.
///
/// Several may run on one database: each takes mails under a lease. Every mail is delivered at least once; a mail that
/// came twice, because the line broke after the server took it, carries the same Message-ID.
public struct Courier: Service {
    let database: Database
    let store: DeliveryStore
    let server: MailServer
    let sender: Sender
    let logger: Logger
    let limit: Duration

    /// In whose name mails go out.
    public struct Sender: Sendable {
        let address: MailAddress
        let name: String

        public init(_ address: MailAddress, name: String) {
            (self.address, self.name) = (address, name)
        }
    }

    /// - Parameter limit: how long one conversation may last, all its mails together.
    public init(
        _ database: Database,
        outbox: OutboxStore,
        server: MailServer,
        sender: Sender,
        logger: Logger,
        limit: Duration = .seconds(120)
    ) {
        store = DeliveryStore(outbox: outbox, holder: outbox.surroundings.identifier())
        (self.database, self.server, self.sender) = (database, server, sender)
        (self.logger, self.limit) = (logger, limit)
    }

    /// Looks for mails that are due until the house stops; what is on its way then is finished or tried again later.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await round() == 0 { try await Task.sleep(for: Self.pause) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("outbox", metadata: ["error": "\(type(of: error))"])
                    try? await Task.sleep(for: Self.pause)
                }
            }
        }
    }

    private static let pause = Duration.seconds(1)
    /// Mails in one conversation.
    private static let batch = 20

    /// Takes what is due and hands it over; answers how many mails it took.
    @discardableResult
    public func round() async throws -> Int {
        let store = store
        guard try await database.read({ try store.isAnyoneWaiting(in: $0) }) else { return 0 }
        let domain = sender.address.domain
        let held = try await database.write { try store.take(atMost: Self.batch, domain: domain, in: $0) }
        guard !held.isEmpty else { return 0 }
        let tray = Tray(held)
        do {
            try await SMTPConversation.with(server, name: Self.greeting(domain), within: limit) { conversation in
                while let mail = await tray.next() { try await deliver(mail, conversation: &conversation) }
            }
        } catch is CancellationError {
            await release(tray.behind())
            throw CancellationError()
        } catch let failure as DeliveryFailure {
            logger.warning("outbox", metadata: ["reason": "\(failure.sentence)"])
            // The one that was being sent, and those behind it.
            for mail in await tray.rest() { try await note(mail, failure) }
        }
        return held.count
    }

    private func deliver(_ mail: DeliveryStore.Held, conversation: inout SMTPConversation) async throws {
        do {
            guard let outgoing = mail.outgoing, case .mail(let address) = outgoing.way else {
                throw DeliveryFailure.unreadableMessage
            }
            let text = MailText(
                from: sender.address,
                fromName: sender.name,
                id: mail.id,
                domain: mail.domain,
                made: mail.made
            ).text(outgoing, to: address)
            try await conversation.send(text, from: sender.address, to: address)
        } catch let failure as DeliveryFailure where !failure.endsConversation {
            return try await note(mail, failure)
        }
        let store = store
        try await database.write { try store.sent(mail, in: $0) }
    }

    private func note(_ mail: DeliveryStore.Held, _ failure: DeliveryFailure) async throws {
        let store = store
        try await database.write { try store.failed(mail, failure, in: $0) }
    }

    /// Lets go of what was not begun, so that the next process need not wait for the lease.
    private func release(_ mails: [DeliveryStore.Held]) async {
        let (store, database) = (store, database)
        // A cancelled task cannot wait for the database; one of its own can, and is awaited here.
        let last = Task { try await database.write { try store.release(mails, in: $0) } }
        _ = await last.result
    }

    /// How we greet: the domain in whose name we write, if it is ASCII.
    private static func greeting(_ domain: String) -> String {
        domain.utf8.allSatisfy { $0 < 0x80 } ? domain : "localhost"
    }
}

/// The mails of one conversation; what is not done yet when it ends is in `rest`.
private actor Tray {
    private var mails: [DeliveryStore.Held]
    private var current: DeliveryStore.Held?

    init(_ mails: [DeliveryStore.Held]) { self.mails = mails }

    func next() -> DeliveryStore.Held? {
        current = mails.isEmpty ? nil : mails.removeFirst()
        return current
    }

    /// Those that were not begun.
    func behind() -> [DeliveryStore.Held] { mails }

    func rest() -> [DeliveryStore.Held] { (current.map { [$0] } ?? []) + mails }
}
