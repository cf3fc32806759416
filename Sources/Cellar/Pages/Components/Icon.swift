/// A pictogram of Belfort's own sprite (Assets/icons.svg), drawn in the colour of the text beside it.
///
/// Use one to make a list quicker to scan, always beside a word: an icon is never the only sign of anything, and is
/// hidden from screen readers.
public enum Icon: String, CaseIterable, Sendable {
    case alert, approve, arrowLeft = "arrow-left", arrowRight = "arrow-right", bell, bin, book, building, calendar
    case chart, check, checkCircle = "check-circle", chevronDown = "chevron-down", circle, clock, cone, cross, diamond
    case document, dot, download, euro, external, eye, family, flag, gear, globe, home, hourglass, image, info, list
    case lock, mail, menu, message, passport, pause, pencil, people, person, phone, pin, print, scales, search, send
    case shield, stop, terrace, trash, tree, triangle, upload
}

extension HTML {
    /// An icon beside a word.
    public static func icon(_ icon: Icon) -> HTML {
        HTML("\(beforeIcon)\(icon.rawValue)\"/></svg>")
    }

    /// The same for all icons, escaped once.
    private static let beforeIcon = HTML(
        """
        <svg class="icon" aria-hidden="true" width="24" height="24"><use href="\(Asset.icons.link)#
        """
    )

    /// Text for screen readers only.
    static func hidden(_ text: String) -> HTML {
        HTML("<span class=\"hidden\">\(text)</span>")
    }
}
