/// The fields of a resource, or of a part of one, each declared once.
///
/// From the declaration follow the columns, JSON in and out, validation, the OpenAPI schema and the bytes that are
/// hashed. A property's name is the member's name in JSON.
///
///     struct Kenmerk: Fields {
///         let kenmerk = Field<String>(1, .required, .max(40))
///         let bron = Field<String>(2, .required, .max(40))
///         static let declaration = Declaration(Kenmerk())
///     }
///
/// It is a struct of fields and nothing else. A part cannot hold itself, since its declaration would wait for itself.
public protocol Fields: Sendable {
    /// The declaration, built once: `static let declaration = Declaration(Kenmerk())`.
    static var declaration: Declaration<Self> { get }
    /// Numbers of fields that were there once; they are never given to another.
    static var retired: [Int] { get }
}

extension Fields {
    /// None.
    public static var retired: [Int] { [] }
}

/// Something that has an address in our APIs, to which others refer.
public protocol Linkable: Sendable {
    /// The address of the list, without host and without a slash at its end: `/zaken/api/v1/zaken`.
    static var path: String { get }
}

/// A resource: fields with an address.
public protocol Resource: Fields, Linkable {}
