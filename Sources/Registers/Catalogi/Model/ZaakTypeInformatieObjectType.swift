public import Kernel

/// A kind of document that occurs in zaken of a zaaktype.
///
/// Source: ZGW Catalogi API 1.3.3, resource `ZaakTypeInformatieObjectType`.
public struct ZaakTypeInformatieObjectType: PartOfZaakType {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaaktype = Field<Reference<ZaakType>>(
        2,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het zaaktype.")
    )
    public let zaaktypeIdentificatie = Field<String>(3, .derived, .help("De aanduiding van dat zaaktype."))
    public let catalogus = Field<Reference<Catalogus>>(4, .derived, .help("De catalogus van het zaaktype."))
    /// A name of at most 100 characters; the limit here is that of the URL of a version, which clients may send.
    public let informatieobjecttype = Field<String>(
        5,
        .required,
        .max(1_000),
        .help("De omschrijving van het documenttype, die voor al zijn versies gelijk is.")
    )
    public let volgnummer = Field<Int>(6, .required, .min(1), .max(999), .help("De plaats in de volgorde."))
    public let richting = Field<Richting>(7, .required, .filter(.exact), .help("Welke weg het document gaat."))
    public let statustype = Field<Reference<StatusType>?>(
        8,
        .ownOnly,
        .help("De status die een zaak zonder het document niet kan bereiken.")
    )

    public static let path = "/catalogi/api/v1/zaaktype-informatieobjecttypen"
    public static let declaration = Declaration(ZaakTypeInformatieObjectType())
}
