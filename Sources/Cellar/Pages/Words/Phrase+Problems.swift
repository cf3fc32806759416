public import Kernel

extension Phrase {
    /// 404, also where one may not know that the page exists.
    public static let notFound = Phrase(
        nl: "We vinden deze pagina niet",
        en: "We cannot find this page",
        fr: "Nous ne trouvons pas cette page"
    )
    /// Way forward of 404.
    public static let notFoundWay = Phrase(
        nl: "Kijk het adres na, of begin opnieuw bij de startpagina.",
        en: "Check the address, or start again at the home page.",
        fr: "Vérifiez l’adresse, ou recommencez à la page d’accueil."
    )
    /// 403, where one may know that the page exists.
    public static let noAccess = Phrase(
        nl: "Je hebt geen toegang tot deze pagina",
        en: "You do not have access to this page",
        fr: "Vous n’avez pas accès à cette page"
    )
    /// Way forward of 403: who can give access.
    public static func askAccess(_ who: String) -> Phrase {
        Phrase(
            nl: "Vraag toegang aan \(who).",
            en: "Ask \(who) for access.",
            fr: "Demandez l’accès à \(who)."
        )
    }
    /// 429.
    public static let tooMany = Phrase(
        nl: "Dit ging te vlug na elkaar",
        en: "That was too much at once",
        fr: "Trop de demandes à la suite"
    )
    /// Way forward of 429.
    public static func tryAgainIn(_ period: Period) -> Phrase {
        Phrase(
            nl: "Probeer het over \(period.written(in: .nl)) opnieuw. Wat je invulde, kun je dan nog eens versturen.",
            en: "Try again in \(period.written(in: .en)). You can then send what you filled in.",
            fr: "Réessayez dans \(period.written(in: .fr)). Vous pourrez alors renvoyer ce que vous avez rempli."
        )
    }
    /// 500.
    public static let ourFault = Phrase(
        nl: "Er ging iets fout bij ons",
        en: "Something went wrong on our side",
        fr: "Une erreur s’est produite chez nous"
    )
    /// Way forward of 500.
    public static let tryAgain = Phrase(
        nl: "Probeer het over enkele minuten opnieuw.",
        en: "Try again in a few minutes.",
        fr: "Réessayez dans quelques minutes."
    )
    /// Only where it is true.
    public static let answersKept = Phrase(
        nl: "Je antwoorden zijn bewaard.",
        en: "Your answers have been saved.",
        fr: "Vos réponses sont enregistrées."
    )
    /// 503.
    public static let closedForWork = Phrase(
        nl: "We zijn even bezig met onderhoud",
        en: "We are doing maintenance",
        fr: "Nous effectuons une maintenance"
    )
    /// Whom to call, with the reference of the request in the log.
    public static func callUs(_ phone: String, _ reference: String?) -> Phrase {
        guard let reference else {
            return Phrase(
                nl: "Lukt het niet? Bel \(phone).",
                en: "Still no success? Call \(phone).",
                fr: "Toujours pas ? Appelez le \(phone)."
            )
        }
        return Phrase(
            nl: "Lukt het niet? Bel \(phone) en vermeld \(reference).",
            en: "Still no success? Call \(phone) and mention \(reference).",
            fr: "Toujours pas ? Appelez le \(phone) et mentionnez \(reference)."
        )
    }
    /// Label of the code of an error page.
    public static let code = Phrase(nl: "Code", en: "Code", fr: "Code")
    /// A search without hits.
    public static func noResults(_ query: String) -> Phrase {
        Phrase(
            nl: "Geen resultaten voor “\(query)”",
            en: "No results for “\(query)”",
            fr: "Aucun résultat pour « \(query) »"
        )
    }
    /// Back to where one can begin anew.
    public static let toHome = Phrase(nl: "Naar de startpagina", en: "To the home page", fr: "Vers la page d’accueil")
}
