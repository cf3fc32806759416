/// A file that was added to a form earlier.
public struct AddedFile: Sendable {
    let name: String
    let size: FileSize
    let state: HTML?
    let removal: String

    /// Takes a file; `state` says in words whether it was scanned, `removal` is the value that its remove button sends
    /// under the name *verwijder*.
    public init(_ name: String, size: FileSize, state: HTML? = nil, removal: String) {
        (self.name, self.size, self.state, self.removal) = (name, size, state, removal)
    }
}

extension HTML {
    /// Files, one or more. What is allowed stands there before one tries; what was added stays in the list, also when
    /// another field is wrong. `accept` are suffixes, such as `.pdf,.jpg`; the server looks at the content.
    public static func fileField(
        _ field: FormField,
        accept: String,
        kinds: String,
        limit: FileSize,
        added: [AddedFile] = []
    ) -> HTML {
        let rules = field.anchor.part("regels")
        let size = limit.written(in: field.language)
        let list = HTML("<ul class=\"files\">\(added.map { fileRow($0, field) })</ul>")
        return field.around(
            HTML(
                """
                \(list, if: !added.isEmpty)<div class="upload">\(icon(.upload))<div>\
                <input type="file" id="\(field.anchor)" name="\(field.name)" multiple accept="\(accept)"\
                \(attribute: "aria-describedby", field.description + [rules])\
                \(attribute: "aria-invalid", field.invalid)>\
                <p class="hint" id="\(rules)">\(Phrase.files(kinds, upTo: size), field.language)</p></div></div>
                """
            )
        )
    }

    private static func fileRow(_ file: AddedFile, _ field: FormField) -> HTML {
        let remove = button(
            Phrase.remove[field.language],
            .quiet,
            name: "verwijder",
            value: file.removal,
            about: file.name
        )
        return HTML(
            """
            <li>\(icon(.document))<div><span>\(file.name)</span><p class="meta"><span>\
            \(file.size.written(in: field.language))</span></p></div>\(file.state)\(remove)</li>
            """
        )
    }
}
