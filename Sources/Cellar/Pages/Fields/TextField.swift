/// What a text field expects: which keyboard a phone shows, and how wide the field is.
public enum TextKind: Sendable {
    /// A line of text.
    case text
    /// A few characters, such as a house number.
    case short
    /// A mail address.
    case email
    /// A telephone number.
    case phone
    /// Digits only, such as an enterprise number.
    case digits
    /// A number that may have decimals; never `type=number`, whose arrows and wheel change answers by accident.
    case decimal
    /// A secret that is typed.
    case password
}

extension HTML {
    /// One line of text. `autocomplete` is the token of the HTML standard (`given-name`, `email`, `tel`), compulsory
    /// for data about the person who fills it in (WCAG 1.3.5). `unit` stands behind the field, such as *m²*.
    public static func textField(
        _ field: FormField,
        _ value: String = "",
        kind: TextKind = .text,
        autocomplete: String? = nil,
        unit: String? = nil
    ) -> HTML {
        let input = input(field, field.name, field.anchor, value, kind, autocomplete, describedBy: field.description)
        guard let unit else { return field.around(input) }
        return field.around(HTML("<div class=\"with-unit\">\(input)<span class=\"unit\">\(unit)</span></div>"))
    }

    /// Several lines of text. With `max` the script counts what is left from four fifths on; the server decides.
    public static func textArea(_ field: FormField, _ value: String = "", rows: Int = 5, max: Int? = nil) -> HTML {
        field.around(
            HTML(
                """
                <textarea id="\(field.anchor)" name="\(field.name)" rows="\(rows)"\
                \(attribute: "aria-describedby", field.description)\(attribute: "aria-invalid", field.invalid)\
                \(attribute: "data-max", max)>
                \(value)</textarea>
                """
            )
        )
    }

    static func input(
        _ field: FormField,
        _ name: String,
        _ id: Anchor,
        _ value: String,
        _ kind: TextKind,
        _ autocomplete: String?,
        part: String? = nil,
        describedBy: [Anchor] = []
    ) -> HTML {
        HTML(
            """
            <input id="\(id)" name="\(name)" type="\(kind.type)" class="\(kind.width)"\
            \(attribute: "inputmode", kind.keyboard)\(attribute: "autocomplete", autocomplete)\
            \(attribute: "aria-describedby", describedBy)\
            \(attribute: "aria-invalid", field.invalid(part ?? field.wrongPart ?? "")) value="\(value)">
            """
        )
    }
}

extension TextKind {
    var type: String {
        switch self {
        case .email: "email"
        case .phone: "tel"
        case .password: "password"
        case .text, .short, .digits, .decimal: "text"
        }
    }

    var keyboard: String? {
        switch self {
        case .digits: "numeric"
        case .decimal: "decimal"
        case .text, .short, .email, .phone, .password: nil
        }
    }

    var width: String {
        switch self {
        case .short: "narrow"
        case .digits, .decimal, .phone: "medium"
        case .text, .email, .password: "wide"
        }
    }
}
