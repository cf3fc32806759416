import Access
import Besluiten
import Catalogi
import Counter
import Database
import Documenten
import Entrance
import Foyer
import Kernel
import Ledger
public import Logging
import Outbox
import Pages
import ServiceLifecycle
import Stewardship
import UnixSignals
import Web
import Workplace
import Zaken

extension TownHall {
    /// All rooms of the house.
    func modules(_ settings: Settings, _ frame: Frame, _ seal: Seal) throws -> [Module] {
        [
            Health.module { [database] in await database.isAnswering },
            Entrance.module(journal, frame: frame, door: door(settings, frame, seal)),
            Stewardship.module(
                journal,
                desk: StewardDesk(
                    frame: frame,
                    database: database,
                    journal: journal,
                    outbox: outbox,
                    passwordMail: try passwordMail(settings),
                    surroundings: surroundings,
                    hasMailServer: settings.smtp != nil,
                    isDemo: settings.isDemo
                )
            ),
            Counter.module(try counter(settings, frame)),
            Workplace.module(try workplace(settings, frame)),
            CatalogiAPI(
                database: database,
                journal: journal,
                addresses: try settings.addresses,
                surroundings: surroundings
            ).module,
            BesluitenAPI(
                database: database,
                journal: journal,
                addresses: try settings.addresses,
                surroundings: surroundings,
                besluiten: besluiten(settings),
                numbers: BesluitNumbers(database: database, settings: settings.besluiten)
            ).module,
            try zakenAPI(settings).module,
        ]
    }

    /// All modules put together, with the menu of all of them on every page.
    func composition(_ settings: Settings, _ forms: FormTokens, _ seal: Seal) throws -> Composition {
        let frame = Frame(brand: settings.brand, forms: forms, database: database)
        let menu = try Composition(modules(settings, frame, seal)).navigation
        return try Composition(modules(settings, frame.with(menu), seal))
    }

    /// A line for each route: method, path, policy.
    public func routes(_ settings: Settings) async throws -> [String] {
        let seal = try await Seal.open(database, keys, surroundings)
        return try composition(settings, forms(settings), seal).routes.map { route in
            "\(route.method.rawValue) \(route.path) \(route.policy)"
        }
    }

    private func counter(_ settings: Settings, _ frame: Frame) throws -> CounterDesk {
        let listen = try settings.listenAddress
        return CounterDesk(
            frame: frame,
            database: database,
            journal: journal,
            register: try dossiers(settings),
            contents: contents,
            documents: DocumentReader(database: database, contents: contents, settings: settings.documents),
            outbox: outbox,
            site: settings.publicURL ?? "http://\(listen.host):\(listen.port)",
            surroundings: surroundings
        )
    }

    private func workplace(_ settings: Settings, _ frame: Frame) throws -> WorkDesk {
        WorkDesk(
            frame: frame,
            database: database,
            register: try dossiers(settings),
            contents: contents,
            documents: DocumentReader(database: database, contents: contents, settings: settings.documents),
            surroundings: surroundings
        )
    }

    private func forms(_ settings: Settings) throws -> FormTokens {
        try FormTokens(key: surroundings.random(32), surroundings: surroundings, publicURL: settings.publicURL)
    }

    private func door(_ settings: Settings, _ frame: Frame, _ seal: Seal) -> EntranceDoor {
        EntranceDoor(
            frame: frame,
            database: database,
            journal: journal,
            seal: seal,
            passwords: Passwords(surroundings: surroundings),
            surroundings: surroundings,
            residents: settings.isDemo ? .demo(DemoPeople.all) : nil
        )
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
        let (forms, seal) = (try forms(settings), try await Seal.open(database, keys, surroundings))
        let rooms = try composition(settings, forms, seal)
        let server = Server(
            rooms,
            admission: try admission(settings, seal),
            settings: ServerSettings(
                host: listen.host,
                port: listen.port,
                publicURL: settings.publicURL,
                proxies: try settings.proxies,
                forms: forms
            ),
            surroundings: surroundings,
            logger: logger,
            whenListening: whenListening
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: LedgerKeeper(journal: journal, readers: [], logger: logger)),
                    .init(service: DossierClock(register: try dossiers(settings), logger: logger)),
                ] + rooms.services.map { .init(service: $0) }
                    + (try courier(settings, logger).map { [.init(service: $0)] } ?? []) + [.init(service: server)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }
}
