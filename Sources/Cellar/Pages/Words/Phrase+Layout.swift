extension Phrase {
    /// First link of each page.
    public static let skip = Phrase(
        nl: "Naar de inhoud",
        en: "Skip to content",
        fr: "Aller au contenu"
    )
    /// Name of the main navigation.
    public static let mainNavigation = Phrase(nl: "Hoofdmenu", en: "Main menu", fr: "Menu principal")
    /// The button that opens the menu on a phone.
    public static let menu = Phrase(nl: "Menu", en: "Menu", fr: "Menu")
    /// The button that opens further actions.
    public static let more = Phrase(nl: "Meer", en: "More", fr: "Plus")
    /// Name of the breadcrumb navigation.
    public static let youAreHere = Phrase(nl: "Je bent hier", en: "You are here", fr: "Vous êtes ici")
    /// First breadcrumb.
    public static let home = Phrase(nl: "Start", en: "Home", fr: "Accueil")
    /// Name of the language switch.
    public static let language = Phrase(nl: "Taal", en: "Language", fr: "Langue")
    /// Name of the navigation between pages of a list.
    public static let pages = Phrase(nl: "Pagina’s", en: "Pages", fr: "Pages")
    /// One page of a list, for those who do not see the bar.
    public static func page(_ number: Int) -> Phrase {
        Phrase(nl: "Pagina \(number)", en: "Page \(number)", fr: "Page \(number)")
    }
    /// Which part of a list is shown.
    public static func shown(_ first: String, _ last: String, of total: String) -> Phrase {
        Phrase(
            nl: "\(first) tot en met \(last) van \(total)",
            en: "\(first) to \(last) of \(total)",
            fr: "\(first) à \(last) sur \(total)"
        )
    }
    /// Who is signed in, before the name.
    public static let signedInAs = Phrase(nl: "Aangemeld als", en: "Signed in as", fr: "Identifié comme")
    /// Somebody acts for somebody else.
    public static func actingFor(_ name: String) -> Phrase {
        Phrase(nl: "Je handelt namens \(name)", en: "You act for \(name)", fr: "Vous agissez au nom de \(name)")
    }
    /// Heading of the help that stands on each page.
    public static let needHelp = Phrase(nl: "Hulp nodig?", en: "Need help?", fr: "Besoin d’aide ?")
    /// Link in the footer.
    public static let accessibility = Phrase(nl: "Toegankelijkheid", en: "Accessibility", fr: "Accessibilité")
    /// Link in the footer.
    public static let privacy = Phrase(nl: "Privacy", en: "Privacy", fr: "Vie privée")
    /// Link in the footer.
    public static let contact = Phrase(nl: "Contact", en: "Contact", fr: "Contact")
    /// Heading of opening hours.
    public static let openingHours = Phrase(nl: "Openingsuren", en: "Opening hours", fr: "Heures d’ouverture")
    /// Name of the footer.
    public static let aboutThisSite = Phrase(nl: "Over deze site", en: "About this site", fr: "À propos de ce site")
    /// A mark on a link to another site.
    public static let otherSite = Phrase(nl: "andere site", en: "other site", fr: "autre site")
    /// Rows can be reached by a link with this word where the row has no other.
    public static let open = Phrase(nl: "Openen", en: "Open", fr: "Ouvrir")
    /// A bar shown when the live connection is lost.
    public static let notLive = Phrase(
        nl: "Niet live. Vernieuw de pagina.",
        en: "Not live. Refresh the page.",
        fr: "Pas en direct. Actualisez la page."
    )
    /// The button that shows what is new.
    public static let show = Phrase(nl: "Toon", en: "Show", fr: "Afficher")
    /// Said where only the Dutch text has force of law.
    public static let onlyDutchIsValid = Phrase(
        nl: "Alleen de Nederlandse tekst is rechtsgeldig.",
        en: "Only the Dutch text is legally valid.",
        fr: "Seul le texte néerlandais fait foi."
    )
    /// Stands where a map cannot be shown.
    public static let mapFallback = Phrase(
        nl: "De plaatsen op de kaart staan ook in de lijst hieronder.",
        en: "The places on the map are also in the list below.",
        fr: "Les lieux sur la carte figurent aussi dans la liste ci-dessous."
    )
    /// Opens the table beside a chart.
    public static let showAsTable = Phrase(nl: "Toon als tabel", en: "Show as table", fr: "Afficher en tableau")
}
