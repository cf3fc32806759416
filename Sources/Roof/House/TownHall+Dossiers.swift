import Catalogi
import Database
import Documenten
public import Dossiers
import Kernel
import Ledger
import Outbox
import Zaken

extension TownHall {
    /// The registers of zaken and dossiers, composed over the catalogue.
    public func dossiers(_ settings: Settings) throws -> DossierRegister {
        let (zaken, documents, organisation) = (zaken(settings), documents(settings), settings.organisation)
        let besluiten = besluiten(settings)
        return try DossierRegister(
            database: database,
            journal: journal,
            keys: keys,
            surroundings: surroundings,
            settings: try settings.dossiers,
            zaken: zaken,
            numbers: Numbers(database: database, settings: zaken.settings),
            neighbours: DossierNeighbours(
                takePaper: { try Self.take($0, documents, zaken, organisation: organisation, $1) },
                papers: { ids, transaction in
                    let found = try ids.compactMap { try documents.summary(of: $0, "1 = 1", in: transaction) }
                    let papers = found.compactMap(TakenPaper.init(summary:)).map { ($0.document, $0) }
                    return Dictionary(papers) { first, _ in first }
                },
                decide: { try Self.decide($0, besluiten, organisation: organisation, $1) },
                send: { [outbox] in try Self.send($0, outbox, $1) }
            ),
            letters: HouseLetters.own
        )
    }

    func zakenAPI(_ settings: Settings) throws -> ZakenAPI {
        let (zaken, register) = (zaken(settings), try dossiers(settings))
        return ZakenAPI(
            database: database,
            journal: journal,
            addresses: try settings.addresses,
            surroundings: surroundings,
            zaken: zaken,
            numbers: Numbers(database: database, settings: zaken.settings),
            gates: Gates(
                status: { try register.mayStatus($1, of: $0, $2) },
                resultaat: { try register.mayResult($1, of: $0, $2) },
                removal: { try register.mayRemove(from: $0, $1) },
                changed: { try register.follow($0, $1) }
            )
        )
    }

    func zaken(_ settings: Settings) -> ZaakStore {
        ZaakStore(
            neighbours: .catalogi(
                informatieobject: { reference, transaction in
                    guard let id = reference.identifier else { return nil }
                    return try DocumentStore.facts(of: id, in: transaction).map(InformatieobjectFacts.init(document:))
                },
                besluit: { try BesluitFacts($0, in: $1) },
                documentTied: { tie, change in
                    guard let (document, zaak) = Self.sides(of: tie) else { return }
                    try ObjectInformatieObjectStore.tie(document, to: zaak, .zaak, change)
                },
                documentUntied: { tie, change in
                    guard let (document, zaak) = Self.sides(of: tie) else { return }
                    try ObjectInformatieObjectStore.untie(document, from: zaak, change)
                }
            ),
            settings: Zaken.Settings(organisations: settings.usesOVO ? .ovo : .rsin)
        )
    }
}

extension TownHall {
    /// Puts a message of a dossier among what leaves the house, sealed with the dossier's key.
    private static func send(_ message: OutgoingMessage, _ outbox: OutboxStore, _ change: Change) throws {
        let address = message.way == .mail ? MailAddress(message.to.mail) : nil
        let outgoing = try Outgoing(
            address.map { .mail($0) } ?? .letter(address: message.to.address),
            name: message.to.name,
            subject: message.letter.subject,
            text: message.letter.plain,
            about: message.dossier
        )
        try outbox.put(outgoing, in: message.dossier, at: change.now, change.transaction)
    }

    /// A document of ours, and the zaak to which it is tied as others name it; nil for a document of another house.
    private static func sides(of tie: Record<ZaakInformatieObject>) -> (document: Identifier, zaak: Link)? {
        guard let document = tie.informatieobject.identifier, let zaak = tie.zaak.identifier,
            let link = Link("\(Zaak.path)/\(zaak)")
        else { return nil }
        return (document, link)
    }
}

extension Settings {
    /// Whether organisations go by their Flemish OVO code.
    var usesOVO: Bool { organisation.hasPrefix("OVO") }

    var catalogiRules: CatalogiRules { CatalogiRules(organisatieNummer: usesOVO ? .ovo : .rsin) }

    var dossiers: DossierSettings {
        get throws {
            DossierSettings(
                organisation: organisation,
                addresses: try addresses,
                catalogi: catalogiRules,
                town: "\(town.kind) \(town.name)"
            )
        }
    }
}
