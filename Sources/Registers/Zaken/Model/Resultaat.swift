public import Kernel

/// What came of a zaak.
///
/// Source: ZGW Zaken API 1.5.1, resource `Resultaat`.
public struct Resultaat: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak die dit resultaat heeft; een zaak heeft er hoogstens een.")
    )
    public let resultaattype = Field<Reference<Elsewhere.Resultaattype>>(
        3,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Het type van het resultaat. Voor een ander type wordt het resultaat verwijderd en opnieuw gemaakt.")
    )
    public let toelichting = Field<String>(4, .max(1_000), .personal, .help("Wat er meer over te zeggen is."))

    public static let path = "/zaken/api/v1/resultaten"
    public static let declaration = Declaration(Resultaat())
}
