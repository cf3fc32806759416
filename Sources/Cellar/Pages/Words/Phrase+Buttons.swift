extension Phrase {
    /// Begins a request.
    public static let start = Phrase(nl: "Start aanvraag", en: "Start application", fr: "Commencer la demande")
    /// To the next step of a form; what is filled in is kept.
    public static let saveAndGoOn = Phrase(
        nl: "Opslaan en verdergaan",
        en: "Save and continue",
        fr: "Enregistrer et continuer"
    )
    /// Leaves a form and keeps the draft.
    public static let goOnLater = Phrase(nl: "Later verdergaan", en: "Continue later", fr: "Continuer plus tard")
    /// The page or step before.
    public static let previous = Phrase(nl: "Vorige", en: "Previous", fr: "Précédent")
    /// The page or step after.
    public static let next = Phrase(nl: "Volgende", en: "Next", fr: "Suivant")
    /// To the page with all answers.
    public static let checkAnswers = Phrase(nl: "Nakijken", en: "Check answers", fr: "Vérifier")
    /// Sends a request.
    public static let submit = Phrase(nl: "Indienen", en: "Submit", fr: "Introduire")
    /// Changes one answer.
    public static let change = Phrase(nl: "Wijzigen", en: "Change", fr: "Modifier")
    /// Removes something.
    public static let remove = Phrase(nl: "Verwijderen", en: "Remove", fr: "Supprimer")
    /// Leaves without doing anything.
    public static let cancel = Phrase(nl: "Annuleren", en: "Cancel", fr: "Annuler")
    /// Adds a document.
    public static let addDocument = Phrase(nl: "Document toevoegen", en: "Add document", fr: "Ajouter un document")
    /// Sends a message.
    public static let sendMessage = Phrase(nl: "Bericht versturen", en: "Send message", fr: "Envoyer le message")
    /// Signs in.
    public static let signIn = Phrase(nl: "Aanmelden", en: "Sign in", fr: "S’identifier")
    /// Signs out.
    public static let signOut = Phrase(nl: "Afmelden", en: "Sign out", fr: "Se déconnecter")
    /// Wants news about something.
    public static let follow = Phrase(nl: "Volgen", en: "Follow", fr: "Suivre")
    /// Wants no more news.
    public static let unfollow = Phrase(nl: "Niet meer volgen", en: "Stop following", fr: "Ne plus suivre")
    /// Searches.
    public static let search = Phrase(nl: "Zoeken", en: "Search", fr: "Rechercher")
    /// Takes all filters away.
    public static let clearFilters = Phrase(nl: "Filters wissen", en: "Clear filters", fr: "Effacer les filtres")
    /// Behind the name of a filter: pressing it takes the filter away.
    public static let leaveOut = Phrase(nl: "weglaten", en: "leave out", fr: "enlever")
    /// Applies filters.
    public static let apply = Phrase(nl: "Toepassen", en: "Apply", fr: "Appliquer")
    /// Shows the rest of a list.
    public static let showMore = Phrase(nl: "Toon meer", en: "Show more", fr: "Afficher plus")
    /// Prints the page.
    public static let print = Phrase(nl: "Afdrukken", en: "Print", fr: "Imprimer")
    /// Takes the work over from a colleague.
    public static let takeOver = Phrase(nl: "Overnemen", en: "Take over", fr: "Reprendre")
    /// Marks a task as done.
    public static let completeTask = Phrase(nl: "Taak afronden", en: "Complete task", fr: "Terminer la tâche")
    /// Stops the clock of a term.
    public static let suspendTerm = Phrase(nl: "Termijn opschorten", en: "Suspend term", fr: "Suspendre le délai")
    /// Makes a decision public.
    public static let publish = Phrase(nl: "Publiceren en melden", en: "Publish and report", fr: "Publier et signaler")
    /// Takes the last action back.
    public static let undo = Phrase(nl: "Ongedaan maken", en: "Undo", fr: "Annuler l’action")
    /// Keeps a document on one's own device.
    public static let keep = Phrase(nl: "Bewaren", en: "Save", fr: "Enregistrer")
    /// What a button says while the server works.
    public static let busy = Phrase(nl: "Bezig…", en: "Working…", fr: "En cours…")
}
