public import Kernel

/// One step of a form.
public struct FormStep: Sendable {
    let title: String
    let link: Href?

    /// Takes a step; steps that are filled in have a link back.
    public init(_ title: String, to link: Href? = nil) {
        (self.title, self.link) = (title, link)
    }
}

extension HTML {
    /// A form that changes something. `hidden` are the fields that the server needs back: the token against forged
    /// posts, the key against double ones.
    ///
    /// The browser's own bubbles are off (`novalidate`): they come in the browser's language and vanish. With
    /// `isGuarded` the script warns before answers that are not kept yet are left; it also stops a second press.
    public static func form(
        to action: Href,
        hidden: [(name: String, value: String)] = [],
        isGuarded: Bool = false,
        takesFiles: Bool = false,
        in language: Language = .nl,
        _ content: HTML
    ) -> HTML {
        let fields = hidden.map { HTML("<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">") }
        return HTML(
            """
            <form class="form" method="post" action="\(action)" novalidate data-busy="\(Phrase.busy, language)"\
            \(attribute: "enctype", takesFiles ? "multipart/form-data" : nil)\
            \(attribute: "data-guard", isGuarded ? Phrase.leaveForm[language] : nil)>\(fields)\(content)</form>
            """
        )
    }

    /// All that is wrong, first in the page, each line a link to its field. It keeps the errors until they are mended.
    /// Nothing if no field has an error. The page's title then begins with *Fout:* (`Page.hasErrors`).
    public static func errorSummary(_ fields: [FormField], in language: Language = .nl) -> HTML {
        let lines = fields.compactMap { field in
            field.error.map { HTML("<li><a href=\"\(Href.fragment(field.goal))\">\($0)</a></li>") }
        }
        guard !lines.isEmpty else { return .empty }
        return HTML(
            """
            <div class="error-summary" role="alert" tabindex="-1" data-focus>\(icon(.stop))<div>\
            <h2>\(Phrase.fieldsWrong(lines.count), language)</h2><ul>\(lines)</ul></div></div>
            """
        )
    }

    /// Where one is in a form: in words, and as a list of steps.
    public static func steps(_ steps: [FormStep], current: Int, in language: Language = .nl) -> HTML {
        guard !steps.isEmpty else { return .empty }
        let items = steps.enumerated().map { index, step in
            let number = index + 1
            let name = number < current ? "done" : number == current ? "current" : "ahead"
            let title = step.link.map { HTML("<a href=\"\($0)\">\(step.title)</a>") } ?? HTML("\(step.title)")
            let mark = number < current ? icon(.check) : HTML("\(number)")
            return HTML(
                """
                <li class="\(name)"\(attribute: "aria-current", number == current ? "step" : nil)>\
                <span class="step-mark">\(mark)</span><span class="step-title">\(title)\
                \(HTML.hidden(" (\(Phrase.filledIn[language]))"), if: number < current)</span></li>
                """
            )
        }
        let name = Phrase.step(min(max(1, current), steps.count), of: steps.count)
        return HTML(
            """
            <nav class="steps" aria-label="\(name, language)"><p class="steps-text">\(name, language)</p>\
            <ol>\(items)</ol></nav>
            """
        )
    }

    /// A part of a form with a heading of its own: questions that belong together.
    public static func section(_ title: String, _ content: HTML, hint: String? = nil) -> HTML {
        HTML(
            """
            <section class="form-section"><h2>\(title)</h2>\(hint.map { HTML("<p class=\"hint\">\($0)</p>") })\
            \(content)</section>
            """
        )
    }
}
