public import Kernel

/// A moment at which somebody and the town spoke about a zaak.
///
/// Source: ZGW Zaken API 1.5.1, resource `KlantContact` (deprecated there).
public struct KlantContact: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak waarover gesproken werd.")
    )
    public let identificatie = Field<String>(
        3,
        .max(14),
        .help("Het nummer van het contact; zonder nummer maken we er een.")
    )
    public let datumtijd = Field<Instant>(4, .required, .help("Wanneer het contact begon."))
    public let kanaal = Field<String>(5, .max(20), .help("Langs welke weg: balie, telefoon, post."))
    public let onderwerp = Field<String>(6, .max(200), .personal, .help("Waarover het ging."))
    public let toelichting = Field<String>(7, .max(1_000), .personal, .help("Wat er gezegd werd."))

    public static let path = "/zaken/api/v1/klantcontacten"
    public static let declaration = Declaration(KlantContact())
}
