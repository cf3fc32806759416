import Dossiers
import Kernel
import Pages

extension Verb.Kind {
    /// What the button says.
    var title: String {
        switch self {
        case .take: "Dossier opnemen"
        case .takeOver: "Dossier overnemen"
        case .start: "Taak beginnen"
        case .finish: "Taak afronden"
        case .ask: "Ontbrekend stuk vragen"
        case .settle: "Vraag laten vallen"
        case .remind: "Herinnering sturen"
        case .receive: "Stuk toevoegen"
        case .withdrawPaper: "Verkeerd stuk weghalen"
        case .advise: "Advies geven"
        case .draft: "Beslissing schrijven"
        case .approve: "Ontwerp goedkeuren"
        case .refuseApproval: "Ontwerp terugsturen"
        case .decide: "Beslissen"
        case .notify: "Aanvrager de beslissing meedelen"
        case .pay: "Betaling noteren"
        case .extend: "Termijn verlengen"
        case .withdraw: "Intrekken voor de aanvrager"
        case .inadmissible: "Onontvankelijk verklaren"
        case .stop: "Dossier stopzetten"
        case .correct: "Beslissing verbeteren"
        case .reopen: "Dossier heropenen"
        }
    }

    /// What stands above the form: what it is for.
    var purpose: String {
        switch self {
        case .take: "Vanaf dan is het jouw dossier."
        case .takeOver: "Voor wanneer een collega ziek of weg is. Alles blijft staan; jij gaat verder."
        case .start: "Zo ziet iedereen dat het werk bezig is."
        case .finish: "Daarna komt het werk dat erop volgt."
        case .ask: "De aanvrager krijgt een bericht met wat er ontbreekt en tot wanneer."
        case .settle: "Het stuk is toch niet nodig. De aanvrager moet niets meer doen."
        case .remind: "De aanvrager krijgt de vraag nog eens."
        case .receive: "Voor een stuk dat per post, per mail of aan de balie binnenkwam."
        case .withdrawPaper: "Voor een stuk dat niet in dit dossier hoort. Het blijft in het logboek."
        case .advise: "Wat je hier schrijft, staat meteen in het dossier. Niemand moet het overtypen."
        case .draft: "De tekst komt uit het dossiertype. Jij kiest het resultaat en schrijft waarom."
        case .approve: "Je keurt precies dit ontwerp goed, byte voor byte."
        case .refuseApproval: "De opsteller leest wat er anders moet en schrijft een nieuw ontwerp."
        case .decide: "Hiermee staat het resultaat vast."
        case .notify: "De aanvrager krijgt de beslissing, en leest hoe en tot wanneer bezwaar kan."
        case .pay: "Voor een betaling die aan de balie of op de rekening binnenkwam."
        case .extend: "Dat kan alleen voor de uiterste dag, en zo vaak als het dossiertype toelaat."
        case .withdraw: "Alleen als de aanvrager het vraagt."
        case .inadmissible: "De aanvraag kan niet behandeld worden."
        case .stop: "Er kwam geen antwoord op onze vraag, ook niet na een herinnering."
        case .correct: "Er staat een fout in de beslissing. Er komt een nieuwe."
        case .reopen: "Het dossier is afgesloten, maar het werk is niet klaar."
        }
    }

    /// Above the field for the reason; nil where there is no such field.
    var reasonLabel: String? {
        switch self {
        case .takeOver: "Waarom neem je het over?"
        case .withdrawPaper: "Waarom hoort dit stuk hier niet?"
        case .refuseApproval: "Wat moet er anders?"
        case .extend: "Waarom is er meer tijd nodig?"
        case .withdraw: "Wat vroeg de aanvrager, en hoe?"
        case .inadmissible: "Waarom kan deze aanvraag niet behandeld worden?"
        case .stop: "Waarom zet je het stop?"
        case .correct: "Welke fout staat er in de beslissing?"
        case .reopen: "Waarom heropen je het?"
        default: nil
        }
    }

    /// Whether the applicant reads the reason.
    var tellsReason: Bool {
        switch self {
        case .withdrawPaper, .extend, .inadmissible, .correct, .reopen, .stop, .withdraw: true
        default: false
        }
    }

    /// Whether it ends the dossier.
    var isEnding: Bool { self == .withdraw || self == .inadmissible || self == .stop }

    /// What stands on the dossier's page once it is done.
    var done: String {
        switch self {
        case .take: "Dit is nu jouw dossier."
        case .takeOver: "Je hebt dit dossier overgenomen."
        case .start: "De taak is begonnen."
        case .finish: "De taak is afgerond."
        case .ask: "De vraag is vertrokken."
        case .settle: "De vraag is vervallen."
        case .remind: "De herinnering is vertrokken."
        case .receive: "Het stuk zit in het dossier."
        case .withdrawPaper: "Het stuk is uit het dossier gehaald."
        case .advise: "Je advies staat in het dossier."
        case .draft: "Het ontwerp is bewaard. Iemand anders keurt het goed."
        case .approve: "Het ontwerp is goedgekeurd."
        case .refuseApproval: "Het ontwerp is teruggestuurd."
        case .decide: "Er is beslist."
        case .notify: "De beslissing is meegedeeld."
        case .pay: "De betaling is genoteerd."
        case .extend: "De termijn is verlengd."
        case .withdraw: "De aanvraag is ingetrokken."
        case .inadmissible: "De aanvraag is onontvankelijk verklaard."
        case .stop: "Het dossier is stopgezet."
        case .correct: "De beslissing wordt verbeterd."
        case .reopen: "Het dossier is heropend."
        }
    }

    /// In which group its button stands.
    var group: VerbGroup {
        switch self {
        case .take, .takeOver, .start, .finish, .advise: .work
        case .ask, .settle, .remind, .receive, .withdrawPaper, .pay: .papers
        case .draft, .approve, .refuseApproval, .decide, .notify, .correct: .decision
        case .extend, .withdraw, .inadmissible, .stop, .reopen: .ending
        }
    }
}

/// Groups of buttons on the dossier's page.
enum VerbGroup: String, CaseIterable {
    case work = "Werk"
    case papers = "Stukken en vragen"
    case decision = "Beslissing"
    case ending = "Termijn en einde"
}

extension AdviceOutcome {
    /// The outcome as the form names it.
    var title: String {
        switch self {
        case .favourable: "Gunstig"
        case .conditional: "Gunstig onder voorwaarden"
        case .unfavourable: "Ongunstig"
        case .none: "Geen advies"
        }
    }

    var tone: Tone {
        switch self {
        case .favourable: .good
        case .conditional: .attention
        case .unfavourable: .bad
        case .none: .neutral
        }
    }
}

extension DossierType {
    func titleOfRole(_ name: String) -> String { roles.first { $0.name == name }?.title.nl ?? name }

    func titleOfPaper(_ kind: String) -> String { documentKinds.first { $0.name == kind }?.title.nl ?? kind }

    func titleOfOutcome(_ name: String) -> String { outcomes.first { $0.name == name }?.title.nl ?? name }
}
