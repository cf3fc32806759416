public import Kernel

/// Something that is known of each zaak of a zaaktype.
///
/// Source: ZGW Catalogi API 1.3.3, resource `Eigenschap`.
public struct Eigenschap: PartOfZaakType {
    public typealias Relations = PartRelations

    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let naam = Field<String>(2, .required, .max(20), .help("Hoe de eigenschap heet."))
    public let catalogus = Field<Reference<Catalogus>>(3, .derived, .help("De catalogus van het zaaktype."))
    public let definitie = Field<String>(4, .required, .max(255), .help("Wat ze betekent."))
    public let specificatie = Field<Record<EigenschapSpecificatie>>(5, .required, .help("Hoe haar waarden eruitzien."))
    public let toelichting = Field<String>(6, .max(1_000), .help("Waarom ze van belang is."))
    public let zaaktype = Field<Reference<ZaakType>>(
        7,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het zaaktype waarbij ze hoort.")
    )
    public let zaaktypeIdentificatie = Field<String>(8, .derived, .help("De aanduiding van dat zaaktype."))
    public let statustype = Field<Reference<StatusType>?>(
        9,
        .ownOnly,
        .help("De status die een zaak zonder waarde niet kan bereiken.")
    )
    public let beginGeldigheid = Field<Day?>(10, .derived, .help("De eerste dag waarop het zaaktype geldt."))
    public let eindeGeldigheid = Field<Day?>(11, .derived, .help("De laatste dag waarop het zaaktype geldt."))
    public let beginObject = Field<Day?>(12, .derived, .help("De eerste dag van haar eerste versie."))
    public let eindeObject = Field<Day?>(13, .derived, .help("De laatste dag van haar laatste versie."))

    public static let path = "/catalogi/api/v1/eigenschappen"
    public static let declaration = Declaration(Eigenschap())
}

/// What values of an eigenschap look like.
public struct EigenschapSpecificatie: Fields {
    public let groep = Field<String>(1, .max(32), .help("Het object waarvan het een gegeven is."))
    public let formaat = Field<Formaat>(2, .required, .help("De vorm van de waarden."))
    public let lengte = Field<String>(3, .required, .max(14), .help("Hoeveel tekens; bij getallen met komma “8,2”."))
    public let kardinaliteit = Field<String>(4, .required, .max(3), .help("Hoeveel waarden een zaak kan hebben, of N."))
    public let waardenverzameling = Field<[String]>(5, .max(1_000), .help("De waarden waaruit te kiezen is."))
    public static let declaration = Declaration(EigenschapSpecificatie())
}
