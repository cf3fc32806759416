public import Kernel

/// A contact that is kept in another register, tied to a zaak.
///
/// Source: ZGW Zaken API 1.5.1, resource `ZaakContactMoment`. The Contactmomenten API was withdrawn, so nothing is
/// mirrored there.
public struct ZaakContactMoment: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak waarover het contact ging.")
    )
    public let contactmoment = Field<Link>(
        3,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Het contact.")
    )

    public static let path = "/zaken/api/v1/zaakcontactmomenten"
    public static let declaration = Declaration(ZaakContactMoment())
}
