public import Kernel

/// The types that one organisation uses in one domain.
///
/// Source: ZGW Catalogi API 1.3.3, resource `Catalogus`.
public struct Catalogus: CatalogiResource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let domein = Field<String>(
        2,
        .required,
        .max(5),
        .pattern(.capitals),
        .filter(.exact, .in),
        .help("De afkorting van het domein, in hoofdletters.")
    )
    public let rsin = Field<String>(
        3,
        .required,
        .max(9),
        .filter(.exact, .in),
        .help("Het nummer van de organisatie die de catalogus beheert.")
    )
    public let contactpersoonBeheerNaam = Field<String>(
        4,
        .required,
        .max(40),
        .personal,
        .help("Wie de catalogus beheert.")
    )
    public let contactpersoonBeheerTelefoonnummer = Field<String>(
        5,
        .max(20),
        .personal,
        .help("Het telefoonnummer van de beheerder.")
    )
    public let contactpersoonBeheerEmailadres = Field<String>(
        6,
        .max(254),
        .pattern(.mail),
        .personal,
        .help("Het e-mailadres van de beheerder.")
    )
    public let zaaktypen = Field<[Reference<ZaakType>]>(7, .derived, .help("De zaaktypen van de catalogus."))
    public let besluittypen = Field<[Reference<BesluitType>]>(8, .derived, .help("De besluittypen van de catalogus."))
    public let besluittypeOmschrijving = Field<[String]>(9, .derived, .help("Hoe die besluittypen heten."))
    public let informatieobjecttypen = Field<[Reference<InformatieObjectType>]>(
        10,
        .derived,
        .help("De documenttypen van de catalogus.")
    )
    public let informatieobjecttypeOmschrijving = Field<[String]>(11, .derived, .help("Hoe die documenttypen heten."))
    public let naam = Field<String?>(12, .max(200), .help("De naam van de catalogus."))
    public let versie = Field<String?>(13, .max(20), .help("De versie van de catalogus."))
    public let begindatumVersie = Field<Day?>(14, .help("De dag waarop die versie inging."))

    public static let path = "/catalogi/api/v1/catalogussen"
    public static let declaration = Declaration(Catalogus())
}

extension Pattern {
    /// Capitals only.
    static let capitals = Pattern("^[A-Z]*$") { $0.allSatisfy { $0 &- 0x41 < 26 } }

    /// Something, an at-sign, and something with a dot in it; whether it reaches anybody only a letter tells.
    static let mail = Pattern("^[^@ ]+@[^@ ]+\\.[^@. ]+$") { bytes in
        let parts = bytes.split(separator: 0x40, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !bytes.contains(where: { $0 <= 0x20 }) else { return false }
        let labels = parts[1].split(separator: 0x2E, omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
    }
}
