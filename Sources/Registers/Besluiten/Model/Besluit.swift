public import Kernel

/// A decision that the town took, in a zaak or by itself.
///
/// Source: ZGW Besluiten API 1.1.0, resource `Besluit`.
public struct Besluit: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let identificatie = Field<String>(
        2,
        .max(50),
        .writeOnce,
        .filter(.exact),
        .help("Het nummer van het besluit, uniek binnen de organisatie. Zonder nummer geeft de server er een.")
    )
    public let verantwoordelijkeOrganisatie = Field<String>(
        3,
        .required,
        .max(9),
        .writeOnce,
        .filter(.exact),
        .help("De organisatie die het besluit vaststelde.")
    )
    public let besluittype = Field<Reference<Besluittype>>(
        4,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Het type van het besluit.")
    )
    public let zaak = Field<Reference<Zaak>?>(
        5,
        .blank,
        .writeOnce,
        .filter(.exact),
        .help("De zaak waarin het besluit genomen werd.")
    )
    public let datum = Field<Day>(6, .required, .help("De dag waarop het besluit genomen werd."))
    public let toelichting = Field<String>(7, .max(100_000), .personal, .help("Wat er meer over te zeggen is."))
    public let bestuursorgaan = Field<String>(8, .max(50), .help("Het orgaan dat het besluit nam."))
    public let ingangsdatum = Field<Day>(9, .required, .help("De eerste dag waarop het besluit werkt."))
    public let vervaldatum = Field<Day?>(10, .help("De dag waarop het besluit ophoudt te werken."))
    public let vervalreden = Field<Vervalreden?>(11, .blank, .help("Waarom het besluit ophoudt te werken."))
    public let vervalredenWeergave = Label(of: 11, .help("De vervalreden in woorden."))
    public let publicatiedatum = Field<Day?>(12, .help("De dag waarop het besluit bekendgemaakt wordt."))
    public let verzenddatum = Field<Day?>(13, .help("De dag waarop het besluit verzonden is."))
    public let uiterlijkeReactiedatum = Field<Day?>(
        14,
        .help("De laatste dag waarop men tegen het besluit op kan komen.")
    )

    public static let path = "/besluiten/api/v1/besluiten"
    public static let declaration = Declaration(Besluit())
}

extension Besluit {
    /// Where its type stands.
    public enum Besluittype: Linkable { public static let path = "/catalogi/api/v1/besluittypen" }
    /// Where the zaak stands in which it was taken.
    public enum Zaak: Linkable { public static let path = "/zaken/api/v1/zaken" }
    /// Where the type of that zaak stands.
    public enum Zaaktype: Linkable { public static let path = "/catalogi/api/v1/zaaktypen" }
    /// Where a document stands that holds it.
    public enum Informatieobject: Linkable {
        public static let path = "/documenten/api/v1/enkelvoudiginformatieobjecten"
    }
    /// Where the type of that document stands.
    public enum Informatieobjecttype: Linkable { public static let path = "/catalogi/api/v1/informatieobjecttypen" }
}

/// Why a decision ceases to work.
public enum Vervalreden: String, Choice {
    case tijdelijk, ingetrokken_overheid, ingetrokken_belanghebbende

    public var label: String {
        switch self {
        case .tijdelijk: "Besluit met tijdelijke werking"
        case .ingetrokken_overheid: "Besluit ingetrokken door overheid"
        case .ingetrokken_belanghebbende: "Besluit ingetrokken op verzoek van de belanghebbende"
        }
    }
}
