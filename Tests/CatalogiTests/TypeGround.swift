import Catalogi
import Database
import Foundation
import Kernel
import Keys
import Ledger
import TestGround

/// A house with the register of types, on either database; its clock stands at a Monday in March 2026.
struct TypeGround: Sendable {
    let database: Database
    let journal: Journal
    let surroundings: Surroundings
    let addresses: Addresses

    static let today: Day = {
        guard let day = Day("2026-03-02") else { preconditionFailure("a test wrote down a day that is none") }
        return day
    }()

    /// Runs verbs in one change.
    @discardableResult
    func change<Result: Sendable>(
        forced: Bool = false,
        rules: CatalogiRules = CatalogiRules(),
        visible: Clause = .all([]),
        _ body: @escaping @Sendable (TypeWork) throws -> Result
    ) async throws -> Result {
        let author = Author(pseudonym: Identifier(high: 7, low: 7), level: .program)
        return try await journal.change(by: author, request: surroundings.identifier()) { change in
            try body(
                TypeWork(
                    change,
                    on: TypeGround.today,
                    visible: visible,
                    forced: forced,
                    selectielijst: .sample,
                    rules: rules
                )
            )
        }
    }

    /// What is wrong with the whole, as `verify` finds it.
    func findings() async throws -> [Finding] {
        try await journal.sequence()
        var findings: [Finding] = []
        _ = try await Verification(
            database: database,
            verifierKey: journal.verifierKey,
            states: CatalogiModule.states
        ).run { findings.append($0) }
        return findings
    }

    /// A resource as a client reads it.
    func json<R: CatalogiResource>(_ type: R.Type, _ id: Identifier, on day: Day = today) async throws -> JSONValue? {
        let addresses = addresses
        let bytes = try await database.read { transaction -> [UInt8]? in
            var writer = JSONWriter(capacity: 1_024)
            let reading = Reading<R>(transaction, on: day, visible: .all([]))
            guard try reading.write(id, to: &writer, addresses) != nil else { return nil }
            return writer.withBytes { Array($0) }
        }
        return try bytes.map { try JSONValue($0) }
    }

    /// The URL of a resource of ours.
    func url<T: Linkable>(_ type: T.Type, _ id: Identifier) -> String { "\(addresses.publicURL)\(T.path)/\(id)" }
}

/// A ground for one test.
func withTypes(_ kind: Kind, writers: Int = 1, _ body: (TypeGround) async throws -> Void) async throws {
    try await withFolder { folder in
        let start = Instant("2026-03-02T08:00:00Z") ?? Instant(milliseconds: 0)
        let surroundings = Surroundings.fixed(clock: HandClock(at: start), seed: 23)
        let master = try KeyFolder(path: folder.path).masterKeys(surroundings)
        // Few connections, since many tests run at once on one server.
        var limits = Database.Limits()
        (limits.readers, limits.writers) = (1, writers)
        try await withDatabase(kind, limits: limits) { database in
            try await database.migrate(ChainKeys.migrations + LedgerStore.migrations + CatalogiModule.migrations)
            let journal = try Journal(
                database: database,
                keys: ChainKeys(master: master, surroundings: surroundings),
                surroundings: surroundings,
                origin: "proef.example/belfort",
                signingSeed: [UInt8](repeating: 5, count: 32)
            )
            guard let addresses = Addresses(publicURL: "https://stad.example") else { return }
            try await body(
                TypeGround(database: database, journal: journal, surroundings: surroundings, addresses: addresses)
            )
        }
    }
}

extension Selectielijst {
    /// Knows one procestype, two rows of it, and one of another; by the last part of the URL.
    static let sample = Selectielijst(
        procestype: { link in
            switch link.text {
            case Samples.procestype, Samples.otherProcestype: .found(true)
            case Samples.elsewhere: .otherwise
            default: .unreachable
            }
        },
        resultaat: { link in
            guard let (type, term, years) = Samples.rows[link.text], let procestype = Link(type) else {
                return link.text == Samples.elsewhere ? .otherwise : .unreachable
            }
            return .found(
                Resultaat(
                    procesType: procestype,
                    waardering: years == nil ? .blijvend_bewaren : .vernietigen,
                    bewaartermijn: years.flatMap { Period($0) },
                    procestermijn: term
                )
            )
        },
        omschrijving: { link in
            link.text == Samples.omschrijving ? .found("Verleend") : .unreachable
        }
    )
}

/// URLs of the lists that the tests use.
enum Samples {
    static let procestype = "https://lijsten.example/procestypen/1"
    static let otherProcestype = "https://lijsten.example/procestypen/2"
    static let elsewhere = "https://lijsten.example/iets"
    static let omschrijving = "https://lijsten.example/omschrijvingen/1"
    /// The URL of something of ours that is not there.
    static func nowhere(_ resource: String) -> String {
        "https://stad.example/catalogi/api/v1/\(resource)/0f8fad5b-d9cb-469f-a165-70867728950e"
    }

    static let rows: [String: (String, String, String?)] = [
        "https://lijsten.example/resultaten/nihil": (procestype, "nihil", "P5Y"),
        "https://lijsten.example/resultaten/vrij": (procestype, "", "P10Y"),
        "https://lijsten.example/resultaten/bewaren": (procestype, "", nil),
        "https://lijsten.example/resultaten/duur": (procestype, "bestaansduur_procesobject", "P1Y"),
        "https://lijsten.example/resultaten/geschat":
            (procestype, "ingeschatte_bestaansduur_procesobject", "P1Y"),
        "https://lijsten.example/resultaten/ander": (otherProcestype, "", "P1Y"),
    ]
}
