/// An address as it was typed.
public struct AddressParts: Sendable, Hashable {
    let street: String
    let number: String
    let box: String
    let postcode: String
    let municipality: String

    /// Takes what was typed.
    public init(
        street: String = "",
        number: String = "",
        box: String = "",
        postcode: String = "",
        municipality: String = ""
    ) {
        (self.street, self.number, self.box) = (street, number, box)
        (self.postcode, self.municipality) = (postcode, municipality)
    }
}

extension HTML {
    /// A Belgian address in five fields, sent as *naam*-straat, -nummer, -bus, -postcode, -gemeente.
    ///
    /// `isOwn` adds the browser's completion tokens: only for the address of the person who fills it in.
    public static func addressField(
        _ field: FormField,
        _ value: AddressParts = AddressParts(),
        isOwn: Bool = true
    ) -> HTML {
        let parts: [(String, Phrase, String, TextKind, String?)] = [
            ("straat", .street, value.street, .text, "address-line1"),
            ("nummer", .houseNumber, value.number, .short, nil),
            ("bus", .box, value.box, .short, nil),
            ("postcode", .postcode, value.postcode, .digits, "postal-code"),
            ("gemeente", .municipality, value.municipality, .text, "address-level2"),
        ]
        let inputs = parts.enumerated().map { index, part in
            let (suffix, label, value, kind, token) = part
            let id = index == 0 ? field.anchor : field.anchor.part(suffix)
            let control = input(field, "\(field.name)-\(suffix)", id, value, kind, isOwn ? token : nil, part: suffix)
            let mark = HTML(" <span class=\"optional\">(\(Phrase.optional, field.language))</span>")
            return HTML(
                """
                <div class="address-\(suffix)"><label for="\(id)">\(label, field.language)\
                \(mark, if: suffix == "bus")</label>\(control)</div>
                """
            )
        }
        return field.group(HTML("<div class=\"address\">\(inputs)</div>"))
    }
}
