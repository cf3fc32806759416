/// Content in the town's languages: Dutch always, English and French if given.
public struct Text: Hashable, Sendable {
    /// The Dutch text, on which the others fall back.
    public var nl: String
    /// The English text, if somebody wrote one.
    public var en: String?
    /// The French text, if somebody wrote one.
    public var fr: String?

    /// Takes the text as it is; limits on length belong to the field that holds it.
    public init(nl: String, en: String? = nil, fr: String? = nil) {
        (self.nl, self.en, self.fr) = (nl, en, fr)
    }

    /// The text to show to a reader of that language: the Dutch one where there is no other.
    ///
    /// A page that shows the fallback marks it with `language(for:)`, so that a screen reader pronounces it well.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en ?? nl
        case .fr: fr ?? nl
        }
    }

    /// The language in which `self[language]` is really written.
    public func language(for language: Language) -> Language {
        switch language {
        case .nl: .nl
        case .en: en == nil ? .nl : .en
        case .fr: fr == nil ? .nl : .fr
        }
    }
}
