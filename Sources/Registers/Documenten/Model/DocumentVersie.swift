public import Kernel

/// A version of a document that another one followed: its whole state, as it was when it was left.
///
/// It has no address of its own; `?versie=` and `?registratieOp=` on the document show it.
public struct DocumentVersie: Resource {
    public let uuid = Field<Identifier>(1, .identity)
    public let document = Field<Reference<EnkelvoudigInformatieObject>>(2, .required, .ownOnly)
    public let versie = Field<Int>(3, .required)
    public let beginRegistratie = Field<Instant>(4, .required)
    public let staat = Field<Record<EnkelvoudigInformatieObject>>(5, .required)

    public static let path = "/documenten/api/v1/versies"
    public static let declaration = Declaration(DocumentVersie())
}
