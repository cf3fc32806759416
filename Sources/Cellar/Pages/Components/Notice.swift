public import Kernel

extension HTML {
    /// A message on the page that the reader must not miss: what holds here, what changed, what to watch.
    ///
    /// One or two a page. For what a person is to do use `actBanner`; for wrong fields `errorSummary`.
    public static func notice(_ tone: Tone, _ title: String, _ body: HTML = .empty) -> HTML {
        HTML(
            """
            <div class="notice \(tone.rawValue)">\(icon(noticeIcon(tone)))<div><p class="notice-title">\(title)</p>\
            \(body)</div></div>
            """
        )
    }

    /// The result of a post, shown once on the page after the redirect. It stays until the reader goes on: a message
    /// that vanishes by itself is missed by those who read slowly.
    public static func flash(_ tone: Tone, _ message: String, action: HTML? = nil) -> HTML {
        HTML(
            """
            <div class="flash \(tone.rawValue)" role="\(tone == .bad ? "alert" : "status")">\(icon(noticeIcon(tone)))\
            <p>\(message)</p>\(action)</div>
            """
        )
    }

    /// A question that can be opened, for what few need. Not for what everybody must read.
    public static func details(_ summary: String, _ body: HTML, isOpen: Bool = false) -> HTML {
        HTML(
            """
            <details class="details"\(flag: "open", if: isOpen)><summary>\(summary)</summary>\
            <div class="details-body">\(body)</div></details>
            """
        )
    }

    /// What stands where a list has nothing: one sentence why, and one way on.
    public static func emptyState(_ icon: Icon, _ title: String, _ why: String, action: HTML? = nil) -> HTML {
        HTML(
            """
            <div class="empty">\(HTML.icon(icon))<p class="empty-title">\(title)</p><p>\(why)</p>\(action)</div>
            """
        )
    }

    /// A bar with what became new while the page was open; the script fills it in, and moves nothing by itself.
    ///
    /// `region` is the element that is fetched anew when the reader asks for it; `stream` sends events named
    /// `nieuws`, with the sentence to show as data. Without script the reader simply reloads.
    public static func live(
        _ stream: Href,
        _ region: Anchor,
        _ content: HTML,
        in language: Language = .nl
    ) -> HTML {
        HTML(
            """
            <div class="live" data-live="\(stream)" data-region="\(region)" data-show="\(Phrase.show, language)" \
            data-lost="\(Phrase.notLive, language)"><p class="live-bar" role="status"></p>\
            <div id="\(region)" tabindex="-1">\(content)</div></div>
            """
        )
    }

    private static func noticeIcon(_ tone: Tone) -> Icon {
        switch tone {
        case .neutral, .info: .info
        case .good: .checkCircle
        case .attention: .alert
        case .bad: .stop
        }
    }
}
