public import Kernel

/// One thing to do in a dossier.
public struct TaskItem: Sendable {
    let title: String
    let text: String
    let isDone: Bool
    let last: LastDay?
    let who: String?
    let action: HTML?

    /// Takes a task; `action` is the button or link that does it.
    public init(
        _ title: String,
        _ text: String,
        isDone: Bool = false,
        by last: LastDay? = nil,
        who: String? = nil,
        action: HTML? = nil
    ) {
        (self.title, self.text, self.isDone) = (title, text, isDone)
        (self.last, self.who, self.action) = (last, who, action)
    }
}

/// One message of a dossier's conversation.
public struct Message: Sendable {
    let who: String
    let role: String
    let when: HTML
    let text: String
    let isInternal: Bool
    let isOwn: Bool

    /// Takes a message; line ends in the text stay. An internal note is one that the applicant does not see.
    public init(
        _ who: String,
        _ role: String,
        when: HTML,
        _ text: String,
        isInternal: Bool = false,
        isOwn: Bool = false
    ) {
        (self.who, self.role, self.when, self.text) = (who, role, when, text)
        (self.isInternal, self.isOwn) = (isInternal, isOwn)
    }
}

extension HTML {
    /// The head of the home page: a question, a search field, and the town's roofs.
    public static func hero(_ title: String, _ lead: String, _ content: HTML) -> HTML {
        HTML(
            """
            <div class="hero"><div class="hero-inner"><h1>\(title)</h1><p class="lead">\(lead)</p>\(content)</div>\
            <img class="skyline" src="\(Asset.skyline.link)" alt="" width="1600" height="380"></div>
            """
        )
    }

    /// The head of a page about one thing: its kind, its title, facts in a row, and what one may do with it.
    public static func pageHead(
        _ kind: String?,
        _ title: String,
        facts: [HTML] = [],
        actions: [HTML] = []
    ) -> HTML {
        HTML(
            """
            <div class="page-head"><div>\(kind.map { HTML("<p class=\"kind\">\($0)</p>") })<h1>\(title)</h1>\
            \(HTML("<ul class=\"facts\">\(facts.map { HTML("<li>\($0)</li>") })</ul>"), if: !facts.isEmpty)</div>\
            \(buttons(actions), if: !actions.isEmpty)</div>
            """
        )
    }

    /// A part of a page with a heading, and perhaps one link or button beside it. `id` makes it a goal of links.
    public static func panel(
        _ title: String,
        _ body: HTML,
        action: HTML? = nil,
        id: Anchor? = nil,
        isBoxed: Bool = false
    ) -> HTML {
        HTML(
            """
            <section class="panel\(isBoxed ? " boxed" : "")"\(attribute: "id", id?.text)>\
            <div class="panel-head"><h2>\(title)</h2>\(action)</div>\(body)</section>
            """
        )
    }

    /// The result of sending something: that it arrived, and the number, large enough to copy onto paper.
    public static func receipt(_ title: String, label: String, number: String, _ body: HTML) -> HTML {
        HTML(
            """
            <div class="receipt"><div class="receipt-icon">\(icon(.check))</div><h1>\(title)</h1>\
            <p class="receipt-number"><span>\(label)</span> <strong>\(number)</strong></p>\(body)</div>
            """
        )
    }

    /// What is to be done in a dossier, each with its last day and its button; done ones stay, with a tick.
    public static func tasks(_ tasks: [TaskItem], in language: Language = .nl) -> HTML {
        let items = tasks.map { task in
            HTML(
                """
                <li class="\(task.isDone ? "done" : "open")">\(icon(task.isDone ? .checkCircle : .circle))\
                <div class="task-body"><p class="task-title">\(task.title)\
                \(hidden(" (\(Phrase.done[language]))"), if: task.isDone)</p><p class="meta"><span>\(task.text)</span>\
                \(task.who.map { HTML(" <span>\($0)</span>") })</p></div>\
                \(task.last.map { term($0.day, daysLeft: $0.daysLeft, in: language) })\(task.action)</li>
                """
            )
        }
        return HTML("<ul class=\"tasks\">\(items)</ul>")
    }

    /// A conversation, oldest first. Internal notes differ in colour *and* carry the word.
    public static func messages(_ messages: [Message], in language: Language = .nl) -> HTML {
        let items = messages.map { message in
            let kind = message.isInternal ? "internal" : message.isOwn ? "own" : "theirs"
            return HTML(
                """
                <li class="\(kind)"><p class="message-head"><strong>\(message.who)</strong> \
                <span>\(message.role)</span> <span>\(message.when)</span>\
                \(tag(Phrase.internalNote[language], .attention, icon: .lock), if: message.isInternal)</p>\
                <p class="message-text">\(message.text)</p></li>
                """
            )
        }
        return HTML("<ol class=\"messages\">\(items)</ol>")
    }
}
