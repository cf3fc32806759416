import Kernel

/// How far a zaak is, since when.
///
/// Source: ZGW Zaken API 1.5.1, resource `Status`.
struct Status: Resource {
    let url = OwnURL()
    let uuid = Field<Identifier>(1, .identity)
    let zaak = Field<Reference<Zaak>>(2, .required, .ownOnly, .filter(.exact), .help("De zaak die de status kreeg."))
    let statustype = Field<Reference<Statustype>>(3, .required, .filter(.exact), .help("Het type van de status."))
    let datumStatusGezet = Field<Instant>(4, .required, .help("Wanneer de zaak de status kreeg."))
    let statustoelichting = Field<String>(5, .max(1_000), .help("Wat de aanvrager erover moet weten."))
    let indicatieLaatstGezetteStatus = Field<Bool>(6, .derived, .filter(.exact), .help("Of het de huidige status is."))
    let gezetdoor = Field<Reference<Rol>?>(7, .blank, .help("Wie de status gaf."))
    let zaakinformatieobjecten = Field<[Reference<ZaakInformatieObject>]>(
        8,
        .derived,
        .help("De documenten bij de status.")
    )

    static let path = "/zaken/api/v1/statussen"
    static let declaration = Declaration(Status())
}
