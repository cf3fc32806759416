/// What an official is for: a named set of scopes, given by a grant as a whole.
///
/// A grant stores the role's name and not its scopes, so a role that changes here changes for everybody at once.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Manages types, users, clients and settings; sees no confidential dossiers for it.
    case beheerder
    /// Handles dossiers from intake to decision.
    case behandelaar
    /// Reads a dossier and adds advice to it.
    case adviseur
    /// Approves: the second pair of eyes.
    case goedkeurder
    /// Takes in what comes by counter, phone and post.
    case balie
    /// Looks, and changes nothing.
    case inzage
    /// Keeps, transfers and proposes destruction.
    case archivaris
    /// Data protection officer: sees who looked at what, and the audit trail.
    case dpo

    /// How confidential a thing may be before the role needs a grant of its own.
    public var ceiling: Rank {
        switch self {
        case .beheerder, .balie: .intern
        case .adviseur, .inzage: .zaakvertrouwelijk
        case .behandelaar, .goedkeurder: .vertrouwelijk
        case .archivaris, .dpo: .zeerGeheim
        }
    }

    /// The scopes, register by register.
    public var scopes: [Kind: Set<Scope>] { Role.table[self] ?? [:] }

    /// Whether the role holds a scope in a register.
    public func holds(_ scope: Scope, of kind: Kind) -> Bool { scopes[kind]?.contains(scope) ?? false }

    /// The one table of who may do what.
    private static let table: [Role: [Kind: Set<Scope>]] = [
        .beheerder: [
            .zaken: ["zaken.lezen"],
            .catalogi: [
                "catalogi.lezen", "catalogi.schrijven", "catalogi.geforceerd-schrijven",
                "catalogi.geforceerd-verwijderen",
            ],
            .autorisaties: ["autorisaties.lezen", "autorisaties.bijwerken"],
            .notificaties: ["notificaties.consumeren", "notificaties.publiceren"],
            .huis: ["gebruikers.beheren", "instellingen.beheren", "logboek.lezen", "bewijzen.lezen"],
        ],
        .behandelaar: [
            .zaken: [
                "zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.statussen.toevoegen", "dossiers.behandelen",
                "audittrails.lezen",
            ],
            .documenten: [
                "documenten.lezen", "documenten.aanmaken", "documenten.bijwerken", "documenten.lock",
                "audittrails.lezen",
            ],
            .besluiten: ["besluiten.lezen", "besluiten.aanmaken", "besluiten.bijwerken", "audittrails.lezen"],
            .catalogi: ["catalogi.lezen"],
        ],
        .adviseur: [
            .zaken: ["zaken.lezen", "dossiers.adviseren"],
            .documenten: ["documenten.lezen", "documenten.aanmaken"],
            .besluiten: ["besluiten.lezen"],
            .catalogi: ["catalogi.lezen"],
        ],
        .goedkeurder: [
            .zaken: ["zaken.lezen", "zaken.statussen.toevoegen", "dossiers.goedkeuren", "audittrails.lezen"],
            .documenten: ["documenten.lezen", "audittrails.lezen"],
            .besluiten: ["besluiten.lezen", "besluiten.aanmaken", "besluiten.bijwerken", "audittrails.lezen"],
            .catalogi: ["catalogi.lezen"],
        ],
        .balie: [
            .zaken: ["zaken.lezen", "zaken.aanmaken", "dossiers.innemen"],
            .documenten: ["documenten.lezen", "documenten.aanmaken"],
            .catalogi: ["catalogi.lezen"],
        ],
        .inzage: [
            .zaken: ["zaken.lezen"],
            .documenten: ["documenten.lezen"],
            .besluiten: ["besluiten.lezen"],
            .catalogi: ["catalogi.lezen"],
        ],
        .archivaris: [
            .zaken: ["zaken.lezen", "zaken.geforceerd-bijwerken", "dossiers.vernietigen", "audittrails.lezen"],
            .documenten: ["documenten.lezen", "audittrails.lezen"],
            .besluiten: ["besluiten.lezen", "audittrails.lezen"],
            .catalogi: ["catalogi.lezen"],
            .huis: ["vernietiging.voorstellen", "bewijzen.lezen"],
        ],
        .dpo: [
            .zaken: ["zaken.lezen", "audittrails.lezen"],
            .documenten: ["audittrails.lezen"],
            .besluiten: ["audittrails.lezen"],
            .catalogi: ["catalogi.lezen"],
            .huis: ["logboek.lezen", "inzages.lezen", "bewijzen.lezen"],
        ],
    ]
}
