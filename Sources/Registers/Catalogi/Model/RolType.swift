public import Kernel

/// A part that somebody can have in zaken of a zaaktype.
///
/// Source: ZGW Catalogi API 1.3.3, resource `RolType`.
public struct RolType: PartOfZaakType {
    public typealias Relations = PartRelations

    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaaktype = Field<Reference<ZaakType>>(
        2,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het zaaktype waarbij het hoort.")
    )
    public let zaaktypeIdentificatie = Field<String>(3, .derived, .help("De aanduiding van dat zaaktype."))
    public let omschrijving = Field<String>(4, .required, .max(100), .filter(.exact), .help("Hoe de rol heet."))
    public let omschrijvingGeneriek = Field<OmschrijvingGeneriek>(
        5,
        .required,
        .filter(.exact),
        .help("Wat de rol in alle catalogi heet.")
    )
    public let catalogus = Field<Reference<Catalogus>?>(6, .derived, .help("De catalogus van het zaaktype."))
    public let beginGeldigheid = Field<Day?>(7, .derived, .help("De eerste dag waarop het zaaktype geldt."))
    public let eindeGeldigheid = Field<Day?>(8, .derived, .help("De laatste dag waarop het zaaktype geldt."))
    public let beginObject = Field<Day?>(9, .derived, .help("De eerste dag van zijn eerste versie."))
    public let eindeObject = Field<Day?>(10, .derived, .help("De laatste dag van zijn laatste versie."))

    public static let path = "/catalogi/api/v1/roltypen"
    public static let declaration = Declaration(RolType())
}
