import Catalogi
public import Dossiers
import Kernel
import Ledger
import Zaken

extension TownHall {
    /// The registers of zaken and dossiers, composed over the catalogue.
    public func dossiers(_ settings: Settings) throws -> DossierRegister {
        let zaken = zaken(settings)
        return try DossierRegister(
            database: database,
            journal: journal,
            keys: keys,
            surroundings: surroundings,
            settings: try settings.dossiers,
            zaken: zaken,
            numbers: Numbers(database: database, settings: zaken.settings),
            neighbours: DossierNeighbours(
                takePaper: { _, _ in throw Problem(.unavailable) },
                papers: { _, _ in [:] },
                decide: { _, change in change.identifier() },
                send: { _, _ in }
            ),
            letters: HouseLetters.own
        )
    }

    func zaken(_ settings: Settings) -> ZaakStore {
        ZaakStore(
            neighbours: .catalogi(
                informatieobject: { _, _ in nil },
                besluit: { _, _ in nil },
                documentTied: { _, _ in },
                documentUntied: { _, _ in }
            ),
            settings: Zaken.Settings(organisations: settings.usesOVO ? .ovo : .rsin)
        )
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
                town: "\(town.kind) \(town.name)",
                departments: departments
            )
        }
    }
}
