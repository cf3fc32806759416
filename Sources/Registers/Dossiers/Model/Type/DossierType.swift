public import Kernel

/// What a kind of dossier is: product, form, phases, tasks, terms, gates, letters, results and retention.
///
/// A versioned document, not code: a running dossier keeps the version with which it began. Values come only from
/// reading (`DossierType.read`), so whoever holds one holds one that was checked.
public struct DossierType: Described {
    /// What it is called by programs and in addresses: `inname-openbaar-domein`.
    public internal(set) var identification = ""
    /// From 1; each published change is one more.
    public internal(set) var version = 1
    /// The first day on which new dossiers get this version.
    public internal(set) var validFrom = Day.first
    /// What people call it.
    public internal(set) var title = Text.blank
    /// Whether it comes from outside the town hall.
    public internal(set) var origin = Origin.outside
    /// What residents read before they begin.
    public internal(set) var product = Product()
    /// The law and the regulations that it rests on.
    public internal(set) var legalBases: [LegalBasis] = []
    /// The code of the department that answers for it.
    public internal(set) var department = ""
    /// How far a dossier is closed, from the first moment.
    public internal(set) var confidentiality = Confidentiality.zaakvertrouwelijk
    /// The ways in which a dossier may begin.
    public internal(set) var channels: [Channel] = []
    /// The kinds of document that a dossier can hold.
    public internal(set) var documentKinds: [DocumentKind] = []
    /// Who takes part, by function and not by name.
    public internal(set) var roles: [DossierRole] = []
    /// What is asked.
    public internal(set) var form = Form()
    /// Tariffs and other lists that expressions look up.
    public internal(set) var tables: [LookupTable] = []
    /// What it costs, if it costs anything.
    public internal(set) var fee: Fee?
    /// The phases in order; the last closes the dossier.
    public internal(set) var phases: [Phase] = []
    /// The work.
    public internal(set) var tasks: [WorkTask] = []
    /// The advices that are asked.
    public internal(set) var advices: [Advice] = []
    /// The terms; the first gives the legal last day.
    public internal(set) var terms: [Term] = []
    /// How long a missing paper is waited for.
    public internal(set) var missingPaper = MissingPaper()
    /// What must hold before something may happen.
    public internal(set) var gates: [Gate] = []
    /// Letters of its own; for each kind that is not here the letter of the house is used.
    public internal(set) var letters: [Letter] = []
    /// Texts of decisions.
    public internal(set) var decisions: [DecisionText] = []
    /// How a dossier can end.
    public internal(set) var outcomes: [Outcome] = []
    /// How long it is kept.
    public internal(set) var retention = Retention()

    init() {}

    /// Where a dossier comes from (ZGW `indicatieInternOfExtern`).
    public enum Origin: String, CaseIterable, Sendable {
        case outside = "extern"
        case inside = "intern"
    }

    /// The ways in which a dossier can begin.
    public enum Channel: String, CaseIterable, Sendable {
        case web = "loket", desk = "balie", phone = "telefoon", post, mail, api
    }

    /// ZGW `vertrouwelijkheidaanduiding`, from open to secret.
    public enum Confidentiality: String, CaseIterable, Sendable {
        case openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim, zeer_geheim
    }
}
