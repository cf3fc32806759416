extension Phrase {
    /// A request that has not been sent.
    public static let draft = Phrase(nl: "Concept", en: "Draft", fr: "Brouillon")
    /// A step or form that is filled in but not sent; never to be confused with `submitted`.
    public static let filledIn = Phrase(nl: "Ingevuld", en: "Filled in", fr: "Rempli")
    /// A request that we received.
    public static let submitted = Phrase(nl: "Ingediend", en: "Submitted", fr: "Introduit")
    /// We see whether all papers are there.
    public static let checkingCompleteness = Phrase(
        nl: "We kijken na of alles volledig is",
        en: "We are checking that everything is complete",
        fr: "Nous vérifions si tout est complet"
    )
    /// The applicant is to act.
    public static let waitingForYou = Phrase(nl: "We wachten op jou", en: "Waiting for you", fr: "Nous vous attendons")
    /// We are working on it.
    public static let inProgress = Phrase(nl: "In behandeling", en: "In progress", fr: "En traitement")
    /// Another service is asked.
    public static let askingAdvice = Phrase(nl: "We vragen advies", en: "Asking for advice", fr: "Avis demandé")
    /// The decision is there.
    public static let decided = Phrase(nl: "Beslissing genomen", en: "Decision taken", fr: "Décision prise")
    /// Yes.
    public static let approved = Phrase(nl: "Goedgekeurd", en: "Approved", fr: "Approuvé")
    /// Yes, if.
    public static let approvedWithConditions = Phrase(
        nl: "Goedgekeurd met voorwaarden",
        en: "Approved with conditions",
        fr: "Approuvé sous conditions"
    )
    /// No.
    public static let refused = Phrase(nl: "Geweigerd", en: "Refused", fr: "Refusé")
    /// The applicant took it back.
    public static let withdrawn = Phrase(nl: "Ingetrokken", en: "Withdrawn", fr: "Retiré")
    /// We stopped without a decision.
    public static let stopped = Phrase(nl: "Stopgezet", en: "Stopped", fr: "Arrêté")
    /// Nothing more will happen.
    public static let closed = Phrase(nl: "Afgerond", en: "Closed", fr: "Clôturé")
    /// A step of a timeline that is over.
    public static let done = Phrase(nl: "Afgerond", en: "Done", fr: "Terminé")
    /// The step of a timeline that we are in.
    public static let current = Phrase(nl: "Bezig", en: "Under way", fr: "En cours")
    /// A step of a timeline that is still to come.
    public static let expected = Phrase(nl: "Verwacht", en: "Expected", fr: "Attendu")
    /// A mark on a note that the applicant does not see.
    public static let internalNote = Phrase(nl: "Intern", en: "Internal", fr: "Interne")
}
