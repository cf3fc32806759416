public import Kernel

/// A document in which a decision, or a part of it, is laid down.
///
/// Source: ZGW Besluiten API 1.1.0, resource `BesluitInformatieObject`.
public struct BesluitInformatieObject: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let informatieobject = Field<Reference<Besluit.Informatieobject>>(
        2,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Het document.")
    )
    public let besluit = Field<Reference<Besluit>>(
        3,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het besluit dat erin staat.")
    )

    public static let path = "/besluiten/api/v1/besluitinformatieobjecten"
    public static let declaration = Declaration(BesluitInformatieObject())
}
