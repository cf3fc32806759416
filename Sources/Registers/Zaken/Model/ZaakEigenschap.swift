public import Kernel

/// A fact that the type of a zaak asks for, with its value.
///
/// Its address lies under that of its zaak, so it is put together from the row and not from `path`.
///
/// Source: ZGW Zaken API 1.5.1, resource `ZaakEigenschap`.
public struct ZaakEigenschap: Resource {
    public let url = Field<Link>(6, .derived, .help("Het adres van deze eigenschap."))
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .help("De zaak met deze eigenschap.")
    )
    public let eigenschap = Field<Reference<Elsewhere.Eigenschap>>(
        3,
        .required,
        .writeOnce,
        .help("De eigenschap zoals het zaaktype ze beschrijft.")
    )
    public let naam = Field<String>(4, .readOnly, .max(100), .help("Hoe de eigenschap heet."))
    public let waarde = Field<String>(5, .required, .max(100_000), .personal, .help("De waarde voor deze zaak."))

    public static let path = "/zaken/api/v1/zaken"
    public static let declaration = Declaration(ZaakEigenschap())
}
