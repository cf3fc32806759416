public import Kernel

/// A kind of object that zaken of a zaaktype can be about.
///
/// Source: ZGW Catalogi API 1.3.3, resource `ZaakObjectType`; `statustype` is what clients of 1.2 write, and what
/// `statustypen` is made of.
public struct ZaakObjectType: PartOfZaakType {
    public typealias Relations = PartRelations

    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let anderObjecttype = Field<Bool>(
        2,
        .required,
        .filter(.exact),
        .help("Of het een soort is die het standaardmodel niet kent.")
    )
    public let beginGeldigheid = Field<Day>(3, .derived, .help("De eerste dag waarop het zaaktype geldt."))
    public let eindeGeldigheid = Field<Day?>(4, .derived, .help("De laatste dag waarop het zaaktype geldt."))
    public let beginObject = Field<Day?>(5, .derived, .help("De eerste dag van zijn eerste versie."))
    public let eindeObject = Field<Day?>(6, .derived, .help("De laatste dag van zijn laatste versie."))
    public let objecttype = Field<Link>(
        7,
        .required,
        .max(200),
        .filter(.exact),
        .help("Waar het soort object beschreven staat.")
    )
    public let relatieOmschrijving = Field<String>(
        8,
        .required,
        .max(80),
        .filter(.exact),
        .help("Wat het object met de zaak te maken heeft.")
    )
    public let zaaktype = Field<Reference<ZaakType>>(
        9,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het zaaktype waarbij het hoort.")
    )
    public let zaaktypeIdentificatie = Field<String>(10, .derived, .help("De aanduiding van dat zaaktype."))
    public let resultaattypen = Field<[Reference<ResultaatType>]>(
        11,
        .derived,
        .help("De resultaattypen waarbij het moet voorkomen; dat is niet in te stellen.")
    )
    public let resultaattypeOmschrijving = Field<[String]>(12, .derived, .help("Hoe die resultaattypen heten."))
    public let statustypen = Field<[Reference<StatusType>]>(13, .derived, .help("De status die het object vraagt."))
    public let statustype = Field<Reference<StatusType>?>(
        14,
        .ownOnly,
        .help("De status die een zaak zonder het object niet kan bereiken.")
    )
    public let catalogus = Field<Reference<Catalogus>>(15, .derived, .help("De catalogus van het zaaktype."))

    public static let path = "/catalogi/api/v1/zaakobjecttypen"
    public static let declaration = Declaration(ZaakObjectType())
}
