import Kernel

extension Page {
    /// Wordmark, navigation, language and person; on a phone the navigation stands behind the word *Menu*.
    var header: HTML {
        HTML(
            """
            <header class="header"><div class="header-inner">\(wordmark)\(menu)\(tools)</div></header>
            """
        )
    }

    /// The desk's navigation at the side; elsewhere it stands in the header.
    var sideNavigation: HTML {
        guard door.isDense, !navigation.isEmpty else { return .empty }
        return HTML(
            """
            <nav class="side" aria-label="\(Phrase.mainNavigation, language)"><ul>\
            \(navigation.map { HTML.entry($0, language) })</ul></nav>
            """
        )
    }

    private var wordmark: HTML {
        HTML(
            """
            <a class="wordmark" href="/"><img src="\(Asset.belfry.link)" alt="" width="36" height="48">\
            <span class="wordmark-name"><span>\(brand.kind, language)</span> <strong>\(brand.name)</strong></span>\
            \(door.phrase.map { HTML("<span class=\"door\">\($0, language)</span>") })</a>
            """
        )
    }

    /// Twice the same links, of which the stylesheet shows one: in the bar, or in a disclosure that needs no script.
    private var menu: HTML {
        guard !navigation.isEmpty else { return .empty }
        let entries = navigation.map { HTML.entry($0, language) }
        let bar = HTML(
            "<nav class=\"bar\" aria-label=\"\(Phrase.mainNavigation, language)\"><ul>\(entries)</ul></nav>"
        )
        return HTML(
            """
            \(bar, if: !door.isDense)<details class="menu" data-menu><summary>\(HTML.icon(.menu))\
            <span>\(Phrase.menu, language)</span></summary>\
            <div class="menu-sheet"><nav aria-label="\(Phrase.menu, language)"><ul>\(entries)</ul></nav>\
            \(HTML.languageSwitch(languages, current: language), if: !languages.isEmpty)</div></details>
            """
        )
    }

    private var tools: HTML {
        HTML(
            """
            <div class="tools">\(search.map { quickSearch($0) })\
            \(HTML.languageSwitch(languages, current: language), if: !languages.isEmpty)\(person)</div>
            """
        )
    }

    private func quickSearch(_ action: Href) -> HTML {
        HTML(
            """
            <form class="quick" role="search" method="get" action="\(action)">\(HTML.icon(.search))\
            <input type="search" name="q" aria-label="\(Phrase.search, language)" \
            placeholder="\(Phrase.search, language)" autocomplete="off" data-key="/"></form>
            """
        )
    }

    private var person: HTML {
        guard let signedIn else {
            return signIn.map {
                HTML("<a class=\"sign-in\" href=\"\($0)\">\(HTML.icon(.person))\(Phrase.signIn, language)</a>")
            }
                ?? .empty
        }
        let token = signedIn.token.map { HTML("<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">") }
        return HTML(
            """
            <details class="account" data-menu><summary>\(HTML.icon(.person))\
            \(HTML.hidden(Phrase.signedInAs[language] + " "))<span>\(signedIn.name)</span>\(HTML.icon(.chevronDown))\
            </summary><ul><li><a href="\(signedIn.account)">\(PageWords.account, language)</a></li>\
            <li><form method="post" action="\(signedIn.signOut)">\(token)\
            <button type="submit">\(Phrase.signOut, language)</button></form></li></ul></details>
            """
        )
    }
}

private enum PageWords {
    static let account = Phrase(nl: "Mijn gegevens", en: "My details", fr: "Mes données")
}
