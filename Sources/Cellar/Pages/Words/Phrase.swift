public import Kernel

/// A text of the program itself, in all three languages: a button, a status, the sentence of an error.
///
/// One catalogue, grouped in the files of this folder; a room adds its own words in an extension. All three languages
/// are parameters, so a phrase that lacks one does not compile; a test also reads them for words we avoid. What the
/// town writes itself (products, types, letters) is `Text`.
///
/// Dutch as Flemish readers write it, level B1: the reader is *je*, the town is *we*.
public struct Phrase: Sendable, Hashable {
    /// Dutch.
    public let nl: String
    /// English.
    public let en: String
    /// French.
    public let fr: String

    /// Takes the three texts.
    public init(nl: String, en: String, fr: String) {
        (self.nl, self.en, self.fr) = (nl, en, fr)
    }

    /// The text for a reader of that language.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        case .fr: fr
        }
    }
}

extension HTML.Interpolation {
    /// A text of the program in the reader's language.
    public mutating func appendInterpolation(_ phrase: Phrase, _ language: Language) {
        appendInterpolation(phrase[language])
    }
}
