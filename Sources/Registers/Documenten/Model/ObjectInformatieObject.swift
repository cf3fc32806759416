public import Kernel

/// The other side of a document's tie to a zaak or a decision, which those keep.
///
/// Source: ZGW Documenten API 1.4.2, resource `ObjectInformatieObject`.
public struct ObjectInformatieObject: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let informatieobject = Field<Reference<EnkelvoudigInformatieObject>>(
        2,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het document.")
    )
    public let object = Field<Link>(
        3,
        .required,
        .writeOnce,
        .max(1_000),
        .filter(.exact),
        .help("Waar het document bij hoort.")
    )
    public let objectType = Field<DocumentobjectType>(4, .required, .writeOnce, .help("Wat dat is."))

    public static let path = "/documenten/api/v1/objectinformatieobjecten"
    public static let declaration = Declaration(ObjectInformatieObject())
}
