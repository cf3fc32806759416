public import Kernel

/// A request that is kept in another register and led to a zaak.
///
/// Source: ZGW Zaken API 1.5.1, resource `ZaakVerzoek`. The Verzoeken API was withdrawn, so nothing is mirrored there.
public struct ZaakVerzoek: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak die eruit voortkwam.")
    )
    public let verzoek = Field<Link>(3, .required, .writeOnce, .filter(.exact), .help("Het verzoek."))

    public static let path = "/zaken/api/v1/zaakverzoeken"
    public static let declaration = Declaration(ZaakVerzoek())
}
