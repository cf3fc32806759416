public import Kernel

/// A decision that was taken in a zaak; the other side of `Besluit.zaak`.
///
/// Its zaak is the chain that it stands in, and its address lies under that of its zaak.
///
/// Source: ZGW Zaken API 1.5.1, resource `ZaakBesluit`.
public struct ZaakBesluit: Resource {
    public let url = Field<Link>(3, .derived, .help("Het adres van deze relatie."))
    public let uuid = Field<Identifier>(1, .identity)
    public let besluit = Field<Reference<Elsewhere.Besluit>>(
        2,
        .required,
        .writeOnce,
        .help("Het besluit dat in de zaak genomen werd.")
    )

    public static let path = "/zaken/api/v1/zaken"
    public static let declaration = Declaration(ZaakBesluit())
}
