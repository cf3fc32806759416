/// Something that holds for a field besides its type.
public struct Trait: Sendable {
    enum Detail: Sendable {
        case mark(Marks)
        case max(Int64)
        case min(Int64)
        case pattern(Pattern)
        case fallback(Value)
        case filter([Filter])
        case help(String)
        case schema(String)
    }

    let detail: Detail

    /// The client must give it, and not empty.
    public static let required = Trait(detail: .mark(.required))
    /// The server gives it; what a client sends is ignored.
    public static let readOnly = Trait(detail: .mark(.readOnly))
    /// The client may give it, and never change it.
    public static let writeOnce = Trait(detail: .mark(.writeOnce))
    /// It comes from elsewhere (another table, a count): no column, no hash, read only.
    public static let derived = Trait(detail: .mark([.derived, .readOnly]))
    /// The identity of the resource, which the server draws.
    public static let identity = Trait(detail: .mark([.identity, .readOnly]))
    /// A null is shown as an empty text, and an empty text is taken as null.
    public static let blank = Trait(detail: .mark(.blank))
    /// A null group is shown with all its members, empty (ZGW: gegevensgroep).
    public static let shownWhole = Trait(detail: .mark(.shownWhole))
    /// It says something about a person.
    public static let personal = Trait(detail: .mark(.personal))
    /// It is sealed: its column holds bytes, which the Store seals and opens.
    public static let secret = Trait(detail: .mark(.secret))
    /// No element stands twice in a list.
    public static let unique = Trait(detail: .mark(.unique))
    /// A reference leads to our own register only.
    public static let ownOnly = Trait(detail: .mark(.ownOnly))

    /// It is kept and hashed as any other, and never shown to a client nor read from one.
    public static let hidden = Trait(detail: .mark([.hidden, .readOnly]))

    /// The largest number, the most characters (Unicode scalars) or the most elements; in a group of texts, of each.
    public static func max(_ limit: Int64) -> Trait { Trait(detail: .max(limit)) }

    /// The smallest number, the fewest characters or the fewest elements.
    public static func min(_ limit: Int64) -> Trait { Trait(detail: .min(limit)) }

    /// A text has this form.
    public static func pattern(_ pattern: Pattern) -> Trait { Trait(detail: .pattern(pattern)) }

    /// The value when a client gives none. It is left out of the state hash, so it is never changed.
    public static func `default`(_ value: some FieldValue) -> Trait { Trait(detail: .fallback(value.stored)) }

    /// Lists can be filtered by it, in these ways.
    public static func filter(_ kinds: Filter...) -> Trait { Trait(detail: .filter(kinds)) }

    /// What it means, for the OpenAPI document, the form and the help page.
    public static func help(_ text: String) -> Trait { Trait(detail: .help(text)) }

    /// The schema of raw JSON in the OpenAPI document.
    public static func schema(_ name: String) -> Trait { Trait(detail: .schema(name)) }

    /// Traits that are there or not.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt16

        static let required = Marks(rawValue: 1 << 0)
        static let readOnly = Marks(rawValue: 1 << 1)
        static let writeOnce = Marks(rawValue: 1 << 2)
        static let derived = Marks(rawValue: 1 << 3)
        static let identity = Marks(rawValue: 1 << 4)
        static let blank = Marks(rawValue: 1 << 5)
        static let shownWhole = Marks(rawValue: 1 << 6)
        static let personal = Marks(rawValue: 1 << 7)
        static let secret = Marks(rawValue: 1 << 8)
        static let unique = Marks(rawValue: 1 << 9)
        static let ownOnly = Marks(rawValue: 1 << 10)
        static let hidden = Marks(rawValue: 1 << 11)
    }
}

/// Ways in which a list is filtered by a field.
public enum Filter: Hashable, Sendable {
    /// Equal: `veld=`.
    case exact
    /// One of several: `veld__in=a,b`.
    case `in`
    /// Before and after: `veld__lt=`, `veld__lte=`, `veld__gt=`, `veld__gte=`.
    case range
    /// Anywhere in it, in either case: `veld__icontains=`.
    case contains
    /// Whether there is none: `veld__isnull=`.
    case isNull
}
