public import Kernel

/// A document that belongs to a zaak.
///
/// Source: ZGW Zaken API 1.5.1, resource `ZaakInformatieObject`.
public struct ZaakInformatieObject: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let informatieobject = Field<Reference<Elsewhere.Informatieobject>>(
        2,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Het document.")
    )
    public let zaak = Field<Reference<Zaak>>(
        3,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak waar het document bij hoort.")
    )
    public let aardRelatieWeergave = Field<AardRelatieWeergave>(
        4,
        .readOnly,
        .default(AardRelatieWeergave.hoort_bij),
        .help("Hoe zaak en document bij elkaar horen.")
    )
    public let titel = Field<String>(5, .max(200), .personal, .help("Hoe het document bij deze zaak heet."))
    public let beschrijving = Field<String>(6, .max(10_000), .personal, .help("Wat het document voor de zaak is."))
    public let registratiedatum = Field<Instant>(7, .readOnly, .help("Wanneer het document bij de zaak kwam."))
    public let vernietigingsdatum = Field<Instant?>(8, .help("Wanneer het document uit de zaak verdwijnt."))
    public let status = Field<Reference<Status>?>(
        9,
        .ownOnly,
        .help("De status waarvoor het document van belang was.")
    )

    public static let path = "/zaken/api/v1/zaakinformatieobjecten"
    public static let declaration = Declaration(ZaakInformatieObject())
}

/// How a zaak and a document belong together; the standard knows one way here.
public enum AardRelatieWeergave: String, Choice {
    case hoort_bij = "Hoort bij, omgekeerd: kent"
}
