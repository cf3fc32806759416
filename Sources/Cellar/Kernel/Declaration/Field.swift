/// One field of a resource: its number, its type, and what holds for it.
///
/// The number stands in every state hash, so it is never changed and never reused. A field of an optional type may be
/// null. A text, a truth or a list that is not required is empty, false or empty when absent.
public struct Field<Content: FieldValue>: Sendable {
    let spec: FieldSpec

    /// Declares a field.
    public init(_ number: Int, _ traits: Trait...) {
        spec = FieldSpec(number, Content.self, traits)
    }
}

/// The resource's own URL, made of its identity and never stored.
public struct OwnURL: Sendable {
    let spec: FieldSpec

    /// Declares the member; the identity is the field marked `.identity`.
    public init(_ traits: Trait...) {
        spec = FieldSpec(.ownURL, traits)
    }
}

/// The label of a choice made in another field, never stored.
public struct Label: Sendable {
    let spec: FieldSpec

    /// Declares the member; the other field is named by its number.
    public init(of number: Int, _ traits: Trait...) {
        spec = FieldSpec(.label(of: number), traits)
    }
}

/// What a property of `Fields` must be.
protocol AnyField {
    var spec: FieldSpec { get }
}

extension Field: AnyField {}
extension OwnURL: AnyField {}
extension Label: AnyField {}
