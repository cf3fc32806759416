import Catalogi
import Database
import Entrance
import Kernel
import Ledger
public import Logging
import Pages
import ServiceLifecycle
import Stewardship
import UnixSignals
import Web

extension TownHall {
    /// All rooms of the house.
    func modules(_ settings: Settings) throws -> [Module] {
        let brand = settings.brand
        return [
            Health.module { [database] in await database.isAnswering },
            Entrance.module(journal, brand: brand),
            Stewardship.module(journal),
            CatalogiAPI(
                database: database,
                journal: journal,
                addresses: try settings.addresses,
                surroundings: surroundings
            ).module,
        ]
    }

    /// Serves until the program is told to stop.
    ///
    /// - Parameter whenListening: told the port as soon as visitors can come.
    public func serve(
        _ settings: Settings,
        logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void
    ) async throws {
        let listen = try settings.listenAddress
        let server = Server(
            try Composition(modules(settings)),
            admission: try await admission(settings),
            settings: ServerSettings(
                host: listen.host,
                port: listen.port,
                publicURL: settings.publicURL,
                proxies: try settings.proxies,
                forms: try FormTokens(
                    key: surroundings.random(32),
                    surroundings: surroundings,
                    publicURL: settings.publicURL
                )
            ),
            surroundings: surroundings,
            logger: logger,
            whenListening: whenListening
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: LedgerKeeper(journal: journal, readers: [], logger: logger)),
                    .init(service: server),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }
}
