public import Kernel

extension Notation where Value == Expression {
    /// A rule in the language of dossier types.
    static let rule = Notation(
        schema: .schema("string", .init("minLength", .whole(1)), .init("maxLength", .whole(Expression.longest))),
        write: { .text($0.source) },
        read: { place, faults in
            guard let text = place.text(&faults) else { return nil }
            do throws(ExpressionError) {
                return try Expression(text)
            } catch {
                faults.add(place.path, .expression, "Teken \(error.position): \(error.sentence)")
                return nil
            }
        }
    )
}

extension Notation where Value == Amount {
    /// A decimal in a text, such as `12.50`, since a JSON number would pass through a double elsewhere.
    static let amount = Notation(
        schema: .schema("string", .init("pattern", .text("^-?[0-9]{1,12}(\\.[0-9]{1,4})?$"))),
        write: { .text($0.description) },
        read: { place, faults in
            guard let text = place.text(&faults) else { return nil }
            if let amount = Amount(text) { return amount }
            faults.add(
                place.path,
                .wrongValue,
                "Schrijf het getal als \"12.50\", met een punt en hoogstens 4 decimalen."
            )
            return nil
        }
    )
}

/// A template in the town's languages.
public struct TemplateText: Hashable, Sendable {
    /// The Dutch text.
    public var nl: Template
    /// The English text, if somebody wrote one.
    public var en: Template?
    /// The French text, if somebody wrote one.
    public var fr: Template?

    /// The template for readers of that language: the Dutch one where there is no other.
    public subscript(language: Language) -> Template {
        switch language {
        case .nl: nl
        case .en: en ?? nl
        case .fr: fr ?? nl
        }
    }

    var all: [Template] { [nl] + [en, fr].compactMap(\.self) }
}

extension Notation where Value == TemplateText {
    /// A text with placeholders between braces, in Dutch or in several languages.
    static func template(_ longest: Int = 2_000) -> Notation {
        Notation(
            schema: Languages<String>.schema(longest),
            write: { Languages(nl: $0.nl, en: $0.en, fr: $0.fr).write { .text($0.source) } },
            read: { place, faults in
                let read = Languages<Template>.read(place, &faults) { one($0, longest, &$1) }
                return read.map { TemplateText(nl: $0.nl, en: $0.en, fr: $0.fr) }
            }
        )
    }

    private static func one(_ place: Place, _ longest: Int, _ faults: inout TypeFaults) -> Template? {
        guard let text = place.text(&faults), let text = place.accept(text, longest, &faults) else { return nil }
        do throws(ExpressionError) {
            return try Template(text)
        } catch {
            faults.add(place.path, .expression, "Teken \(error.position): \(error.sentence)")
            return nil
        }
    }
}
