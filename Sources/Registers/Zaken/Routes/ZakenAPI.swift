public import Database
public import Kernel
public import Ledger
public import Web
import ZGW

/// The Zaken API over HTTP, for programs with a token.
///
/// Source: ZGW Zaken API 1.5.1. Not served yet: `expand`, `openapi.json`, the audit trail of a zaak.
public struct ZakenAPI: Sendable {
    let api: ZGWAPI
    let zaken: ZaakStore
    let intake: Intake
    let numbers: Numbers
    let gates: Gates

    public init(
        database: Database,
        journal: Journal,
        addresses: Addresses,
        surroundings: Surroundings,
        zaken: ZaakStore,
        numbers: Numbers,
        gates: Gates
    ) {
        api = ZGWAPI(
            root: Self.root,
            version: "1.5.1",
            database: database,
            journal: journal,
            addresses: addresses,
            surroundings: surroundings
        )
        (self.zaken, self.numbers, self.gates) = (zaken, numbers, gates)
        intake = Intake(journal: journal, numbers: numbers, zaken: zaken, surroundings: surroundings)
    }

    static let root = "/zaken/api/v1"

    /// What the register brings to the house.
    public var module: Module { api.module("Zaken", zaakRoutes + partRoutes + factRoutes + decisionRoutes) }

    private var partRoutes: [Route] {
        PartRoutes(self, PartVerbs<Status>.statussen(zaken, gates)).all
            + PartRoutes(self, PartVerbs<Resultaat>.resultaten(zaken, gates)).all
            + PartRoutes(self, PartVerbs<Rol>.rollen(zaken)).all
            + PartRoutes(self, PartVerbs<ZaakObject>.zaakobjecten(zaken)).all
            + PartRoutes(self, PartVerbs<ZaakInformatieObject>.documenten(zaken)).all
            + PartRoutes(self, PartVerbs<KlantContact>.klantcontacten(zaken)).all
            + PartRoutes(self, PartVerbs<ZaakContactMoment>.contactmomenten(zaken)).all
            + PartRoutes(self, PartVerbs<ZaakVerzoek>.verzoeken(zaken)).all
    }
}
