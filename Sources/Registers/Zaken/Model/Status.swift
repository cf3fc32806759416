public import Kernel

/// How far a zaak is, since when.
///
/// Source: ZGW Zaken API 1.5.1, resource `Status`.
public struct Status: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .ownOnly,
        .filter(.exact),
        .help("De zaak die de status kreeg.")
    )
    public let statustype = Field<Reference<Elsewhere.Statustype>>(
        3,
        .required,
        .filter(.exact),
        .help("Het type van de status.")
    )
    public let datumStatusGezet = Field<Instant>(4, .required, .help("Wanneer de zaak de status kreeg."))
    public let statustoelichting = Field<String>(5, .max(1_000), .help("Wat de aanvrager erover moet weten."))
    public let indicatieLaatstGezetteStatus = Field<Bool>(
        6,
        .derived,
        .filter(.exact),
        .help("Of het de huidige status is.")
    )
    public let gezetdoor = Field<Reference<Rol>?>(7, .blank, .ownOnly, .help("Wie de status gaf."))
    public let zaakinformatieobjecten = Field<[Reference<ZaakInformatieObject>]>(
        8,
        .derived,
        .help("De documenten bij de status.")
    )

    public static let path = "/zaken/api/v1/statussen"
    public static let declaration = Declaration(Status())
}
