public import Kernel

/// What one may do with a document, and until when.
///
/// Source: ZGW Documenten API 1.4.2, resource `Gebruiksrechten`.
public struct Gebruiksrechten: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let informatieobject = Field<Reference<EnkelvoudigInformatieObject>>(
        2,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het document.")
    )
    public let startdatum = Field<Instant>(3, .required, .filter(.range), .help("Vanaf wanneer het geldt."))
    public let einddatum = Field<Instant?>(4, .filter(.range), .help("Tot wanneer het geldt."))
    public let omschrijvingVoorwaarden = Field<String>(
        5,
        .required,
        .max(10_000),
        .help("De voorwaarden voor gebruik door derden.")
    )

    public static let path = "/documenten/api/v1/gebruiksrechten"
    public static let declaration = Declaration(Gebruiksrechten())
}
