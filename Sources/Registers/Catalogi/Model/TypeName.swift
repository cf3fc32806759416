public import Kernel

/// How a client names a related type: by what its versions have in common, or by the URL of one version.
public enum TypeName: Hashable, Sendable {
    case name(String)
    case own(Identifier)
    /// A URL of somebody else's, or one of ours that leads to something else.
    case elsewhere(String)

    /// Reads what a client wrote.
    public init<T: Linkable>(_ text: String, of type: T.Type, _ addresses: Addresses) {
        guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
            self = .name(text)
            return
        }
        let filter = Self.filters[T.path]
        guard case .text(let value)? = try? filter?.condition(text, addresses).values.first,
            let id = Identifier(value)
        else {
            self = .elsewhere(text)
            return
        }
        self = .own(id)
    }

    var identifier: Identifier? {
        guard case .own(let id) = self else { return nil }
        return id
    }

    var text: String {
        switch self {
        case .name(let text), .elsewhere(let text): text
        case .own(let id): id.description
        }
    }

    var value: Value { .text(text) }

    /// What reads a URL of each kind, by path.
    private static let filters: [String: FilterParameter] = {
        let found = TypeURLs.declaration.filters
        let paths = [Catalogus.path, ZaakType.path, BesluitType.path, InformatieObjectType.path]
        return Dictionary(zip(paths, found)) { first, _ in first }
    }()
}

/// The kinds of types that are referred to, so that their URLs can be read as the declaration reads them.
private struct TypeURLs: Fields {
    let catalogus = Field<Reference<Catalogus>>(1, .required, .filter(.exact))
    let zaaktype = Field<Reference<ZaakType>>(2, .required, .filter(.exact))
    let besluittype = Field<Reference<BesluitType>>(3, .required, .filter(.exact))
    let informatieobjecttype = Field<Reference<InformatieObjectType>>(4, .required, .filter(.exact))
    static let declaration = Declaration(TypeURLs())
}
