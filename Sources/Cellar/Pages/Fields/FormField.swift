public import Kernel

/// What every field of a form has: a name, a label, perhaps a hint, perhaps an error.
///
/// The name is what the server receives; the id that labels, hints and the error summary refer to is made of it.
/// Fields are required unless `isOptional`; the label then says so, and a star never stands for anything.
public struct FormField: Sendable {
    /// The name under which the answer is sent.
    public let name: String
    /// The question, in a few words.
    public let label: String
    /// Why we ask, or how to answer.
    public let hint: String?
    /// What is wrong and the way out, naming the field: *Vul je voornaam in.*
    public let error: String?
    /// Which part of a date or an address the error is about, such as *maand*, *straat*, or *van* and *tot* of a
    /// period; nil if it is about all.
    public let wrongPart: String?
    /// Whether it may stay empty.
    public let isOptional: Bool
    /// The reader's language.
    public let language: Language

    /// Takes a field.
    public init(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        error: String? = nil,
        wrongPart: String? = nil,
        isOptional: Bool = false,
        in language: Language = .nl
    ) {
        (self.name, self.label, self.hint, self.error) = (name, label, hint, error)
        (self.wrongPart, self.isOptional, self.language) = (wrongPart, isOptional, language)
    }

    /// The id of its first control.
    public var anchor: Anchor { Anchor("veld").part(name) }

    /// Where the error summary leads: the wrong part, or the first control.
    var goal: Anchor {
        guard let wrongPart, !["dag", "straat", "van"].contains(wrongPart) else { return anchor }
        return anchor.part(wrongPart)
    }
}

extension FormField {
    var hintID: Anchor { anchor.part("hint") }
    var errorID: Anchor { anchor.part("error") }

    /// What describes the control, in the order in which it is read: hint, then error.
    var description: [Anchor] {
        (hint == nil ? [] : [hintID]) + (error == nil ? [] : [errorID])
    }

    /// The state that a wrong control carries.
    var invalid: String? { error == nil ? nil : "true" }

    /// The same for one part of a date or an address.
    func invalid(_ part: String) -> String? {
        wrongPart == nil || wrongPart == part ? invalid : nil
    }

    var labelText: HTML {
        let mark = HTML(" <span class=\"optional\">(\(Phrase.optional, language))</span>")
        return HTML("\(label)\(mark, if: isOptional)")
    }

    var messages: HTML {
        let hint = hint.map { HTML("<p class=\"hint\" id=\"\(hintID)\">\($0)</p>") }
        let error = error.map {
            HTML(
                """
                <p class="error" id="\(errorID)">\(HTML.icon(.stop))<span class="hidden">\(Phrase.errorMark, language) \
                </span>\($0)</p>
                """
            )
        }
        return HTML("\(hint)\(error)")
    }

    var frame: String { error == nil ? "field" : "field wrong" }

    /// A control with its label above it.
    func around(_ control: HTML) -> HTML {
        HTML("<div class=\"\(frame)\"><label for=\"\(anchor)\">\(labelText)</label>\(messages)\(control)</div>")
    }

    /// Several controls that answer one question. The error's bar is on the outer box: on a fieldset it would begin
    /// below the legend.
    func group(_ controls: HTML) -> HTML {
        HTML(
            """
            <div class="\(frame)"><fieldset\(attribute: "aria-describedby", description)>\
            <legend>\(labelText)</legend>\(messages)\(controls)</fieldset></div>
            """
        )
    }
}
