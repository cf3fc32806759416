/// One of the answers that one can choose from.
public struct FormChoice: Sendable {
    let value: String
    let label: String
    let hint: String?

    /// Takes an answer: what is sent, what is shown, and a line of explanation where the label is not enough.
    public init(_ value: String, _ label: String, hint: String? = nil) {
        (self.value, self.label, self.hint) = (value, label, hint)
    }
}

extension HTML {
    /// One answer out of a few; up to about seven. None is chosen beforehand unless the answer is known.
    public static func radios(_ field: FormField, _ choices: [FormChoice], chosen: String? = nil) -> HTML {
        let items = choices.enumerated().map { index, choice in
            option(field, "radio", choice, index, choice.value == chosen)
        }
        return field.group(HTML("<div class=\"choices\">\(items)</div>"))
    }

    /// Any number of answers out of a few.
    public static func checkboxes(_ field: FormField, _ choices: [FormChoice], chosen: Set<String> = []) -> HTML {
        let items = choices.enumerated().map { index, choice in
            option(field, "checkbox", choice, index, chosen.contains(choice.value))
        }
        return field.group(HTML("<div class=\"choices\">\(items)</div>"))
    }

    /// One statement to agree with, such as *Ik heb alles naar waarheid ingevuld*.
    public static func checkbox(_ field: FormField, isChosen: Bool = false) -> HTML {
        let box = HTML(
            """
            <div class="choice"><input type="checkbox" id="\(field.anchor)" name="\(field.name)" value="ja"\
            \(flag: "checked", if: isChosen)\(attribute: "aria-describedby", field.description)\
            \(attribute: "aria-invalid", field.invalid)><label for="\(field.anchor)">\(field.labelText)</label></div>
            """
        )
        return HTML("<div class=\"\(field.frame)\">\(field.messages)\(box)</div>")
    }

    /// One answer out of many, up to about fifteen; longer lists are searched. The first item is no answer.
    public static func select(_ field: FormField, _ choices: [FormChoice], chosen: String? = nil) -> HTML {
        let options = choices.map { choice in
            HTML(
                """
                <option value="\(choice.value)"\(flag: "selected", if: choice.value == chosen)>\(choice.label)</option>
                """
            )
        }
        return field.around(
            HTML(
                """
                <select id="\(field.anchor)" name="\(field.name)"\(attribute: "aria-describedby", field.description)\
                \(attribute: "aria-invalid", field.invalid)>\
                <option value="">\(Phrase.choose, field.language)</option>\(options)</select>
                """
            )
        )
    }

    private static func option(
        _ field: FormField,
        _ type: String,
        _ choice: FormChoice,
        _ index: Int,
        _ isChosen: Bool
    ) -> HTML {
        let id = index == 0 ? field.anchor : field.anchor.part(String(index))
        let hintID = id.part("uitleg")
        return HTML(
            """
            <div class="choice"><input type="\(type)" id="\(id)" name="\(field.name)" value="\(choice.value)"\
            \(flag: "checked", if: isChosen)\(attribute: "aria-describedby", choice.hint == nil ? [] : [hintID])>\
            <label for="\(id)">\(choice.label)</label>\
            \(choice.hint.map { HTML("<p class=\"hint\" id=\"\(hintID)\">\($0)</p>") })</div>
            """
        )
    }
}
