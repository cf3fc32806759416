extension Phrase {
    /// Stands behind the label of a field that may stay empty.
    public static let optional = Phrase(nl: "niet verplicht", en: "optional", fr: "facultatif")
    /// First item of a select that has no answer yet.
    public static let choose = Phrase(nl: "Maak een keuze", en: "Make a choice", fr: "Faites un choix")
    /// Goes before an error, for those who do not see the colour; also in the title of the page.
    public static let errorMark = Phrase(nl: "Fout:", en: "Error:", fr: "Erreur :")
    /// Title of the error summary.
    public static func fieldsWrong(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(nl: "Eén veld klopt nog niet", en: "One field is not right yet", fr: "Un champ n’est pas correct")
            : Phrase(
                nl: "\(count) velden kloppen nog niet",
                en: "\(count) fields are not right yet",
                fr: "\(count) champs ne sont pas corrects"
            )
    }
    /// An empty field.
    public static func fillIn(_ what: String) -> Phrase {
        Phrase(nl: "Vul \(what) in.", en: "Fill in \(what).", fr: "Remplissez \(what).")
    }
    /// No choice made.
    public static func chooseOne(_ what: String) -> Phrase {
        Phrase(nl: "Kies \(what).", en: "Choose \(what).", fr: "Choisissez \(what).")
    }
    /// A missing document.
    public static func addOne(_ what: String) -> Phrase {
        Phrase(nl: "Voeg \(what) toe.", en: "Add \(what).", fr: "Ajoutez \(what).")
    }
    /// A date that cannot be read.
    public static let dateWrong = Phrase(
        nl: "Vul een datum in zoals 1 7 2026.",
        en: "Fill in a date such as 1 7 2026.",
        fr: "Remplissez une date comme 1 7 2026."
    )
    /// A mail address that cannot be read.
    public static let mailWrong = Phrase(
        nl: "Vul een e-mailadres in zoals naam@voorbeeld.be.",
        en: "Fill in an email address such as naam@voorbeeld.be.",
        fr: "Remplissez une adresse e-mail comme naam@voorbeeld.be."
    )
    /// A number that cannot be read.
    public static let numberWrong = Phrase(
        nl: "Vul een getal in, bijvoorbeeld 12,5.",
        en: "Fill in a number, for example 12.5.",
        fr: "Remplissez un nombre, par exemple 12,5."
    )
    /// Parts of a date.
    public static let day = Phrase(nl: "Dag", en: "Day", fr: "Jour")
    /// Parts of a date.
    public static let month = Phrase(nl: "Maand", en: "Month", fr: "Mois")
    /// Parts of a date.
    public static let year = Phrase(nl: "Jaar", en: "Year", fr: "Année")
    /// First day of a period; the day itself counts.
    public static let from = Phrase(nl: "Van", en: "From", fr: "Du")
    /// Last day of a period; the day itself counts.
    public static let until = Phrase(nl: "Tot en met", en: "Up to and including", fr: "Jusqu’au (inclus)")
    /// Part of an address.
    public static let street = Phrase(nl: "Straat", en: "Street", fr: "Rue")
    /// Part of an address.
    public static let houseNumber = Phrase(nl: "Nummer", en: "Number", fr: "Numéro")
    /// Part of an address.
    public static let box = Phrase(nl: "Bus", en: "Box", fr: "Boîte")
    /// Part of an address.
    public static let postcode = Phrase(nl: "Postcode", en: "Postcode", fr: "Code postal")
    /// Part of an address.
    public static let municipality = Phrase(nl: "Gemeente", en: "Municipality", fr: "Commune")
    /// What may be added, before one tries.
    public static func files(_ kinds: String, upTo size: String) -> Phrase {
        Phrase(
            nl: "\(kinds). Hoogstens \(size) per bestand.",
            en: "\(kinds). At most \(size) per file.",
            fr: "\(kinds). \(size) au maximum par fichier."
        )
    }
    /// A file that is too large.
    public static func fileTooLarge(_ size: String, max: String) -> Phrase {
        Phrase(
            nl: "Dit bestand is te groot (\(size)). Het mag hoogstens \(max) zijn.",
            en: "This file is too large (\(size)). It may be at most \(max).",
            fr: "Ce fichier est trop volumineux (\(size)). Il peut faire \(max) au maximum."
        )
    }
    /// Where one is in a form.
    public static func step(_ number: Int, of count: Int) -> Phrase {
        Phrase(nl: "Stap \(number) van \(count)", en: "Step \(number) of \(count)", fr: "Étape \(number) sur \(count)")
    }
    /// A draft was kept.
    public static func draftKept(_ time: String) -> Phrase {
        Phrase(nl: "Concept bewaard om \(time).", en: "Draft saved at \(time).", fr: "Brouillon enregistré à \(time).")
    }
    /// Asked by the browser's script before a half-filled form is left.
    public static let leaveForm = Phrase(
        nl: "Je antwoorden zijn nog niet bewaard.",
        en: "Your answers have not been saved yet.",
        fr: "Vos réponses ne sont pas encore enregistrées."
    )
}
