import Access
public import Database
public import Kernel
public import Keys
public import Ledger
public import Zaken

/// Dossiers as desks and pages use them: types, forms, intake, verbs, lists.
///
/// ## Topics
/// - Types: `publish`, `shelf`
/// - Intake: `takeIn`
/// - Work: `perform`, `tick`
/// - Reading: `open`, `standing`
public struct DossierRegister: Sendable {
    public let database: Database
    public let journal: Journal
    public let surroundings: Surroundings
    public let settings: DossierSettings
    public let shelf: TypeShelf
    public let forms: FormStore
    let keys: ChainKeys
    let zaken: ZaakStore
    let numbers: Numbers
    let neighbours: DossierNeighbours
    let letters: HouseLetters

    /// - Parameter letters: the letters of the house, as a document.
    public init(
        database: Database,
        journal: Journal,
        keys: ChainKeys,
        surroundings: Surroundings,
        settings: DossierSettings,
        zaken: ZaakStore,
        numbers: Numbers,
        neighbours: DossierNeighbours,
        letters: [UInt8]
    ) throws(TypeFaults) {
        (self.database, self.journal, self.keys, self.surroundings) = (database, journal, keys, surroundings)
        (self.settings, self.zaken, self.numbers, self.neighbours) = (settings, zaken, numbers, neighbours)
        shelf = TypeShelf()
        forms = FormStore(keys: keys, surroundings: surroundings)
        self.letters = try HouseLetters.read(letters)
    }

    /// Today, in the town.
    public var today: Day { BrusselsTime.day(of: surroundings.now()) }

    /// What follows from a verb is done in the house's name; whether it may be done was judged before.
    static let house = Mandate(zaken: "1 = 1", [.statussenToevoegen, .heropenen, .geforceerdBijwerken])
}

// MARK: - Types

extension DossierRegister {
    /// Publishes a type, with all that stands for it in the catalogue; doing so again changes nothing.
    @discardableResult
    public func publish(_ type: DossierType, by author: Author, request: Identifier) async throws -> Identifier {
        let store = DossierTypeStore(settings)
        return try await journal.change(by: author, request: request) { change in
            try store.publish(type, change).record.identifier
        }
    }

    /// What publishing would do.
    public func preview(_ type: DossierType) async throws -> DossierTypeStore.Preview {
        let store = DossierTypeStore(settings)
        return try await database.read { try store.preview(type, in: $0) }
    }

    /// The types that new dossiers can have today, by title.
    public func types() async throws -> [PublishedType] {
        let (shelf, today) = (shelf, today)
        return try await database.read { try shelf.types(on: today, in: $0) }
    }

    /// The type with this identification that a new dossier gets today; nil when there is none.
    public func type(_ identification: String) async throws -> PublishedType? {
        let (shelf, today) = (shelf, today)
        return try await database.read { try shelf.type(identification, on: today, in: $0) }
    }
}
