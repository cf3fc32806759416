public import Kernel

/// A note that somebody keeps with a zaak; it can be edited as long as it is a draft.
///
/// Source: ZGW Zaken API 1.7.0, resource `ZaakNotitie`.
public struct ZaakNotitie: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let onderwerp = Field<String>(
        2,
        .required,
        .max(255),
        .personal,
        .filter(.exact, .contains),
        .help("Waarover de notitie gaat.")
    )
    public let tekst = Field<String>(
        3,
        .required,
        .max(100_000),
        .personal,
        .filter(.exact, .contains),
        .help("De notitie zelf.")
    )
    public let aangemaaktDoor = Field<String>(
        4,
        .max(255),
        .personal,
        .filter(.exact, .contains),
        .help("Wie ze schreef.")
    )
    public let notitieType = Field<NotitieType>(
        5,
        .default(NotitieType.intern),
        .filter(.exact),
        .help("Intern is alleen voor medewerkers; extern mag ook de initiator lezen.")
    )
    public let status = Field<NotitieStatus>(
        6,
        .default(NotitieStatus.concept),
        .filter(.exact),
        .help("Een definitieve notitie wijzigt niet meer.")
    )
    public let aanmaakdatum = Field<Instant>(7, .readOnly, .filter(.exact, .range), .help("Wanneer ze gemaakt werd."))
    public let wijzigingsdatum = Field<Instant>(
        8,
        .readOnly,
        .filter(.exact, .range),
        .help("Wanneer ze het laatst gewijzigd werd.")
    )
    public let gerelateerdAan = Field<Reference<Zaak>>(
        9,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak waar de notitie bij hoort.")
    )

    public static let path = "/zaken/api/v1/zaaknotities"
    public static let declaration = Declaration(ZaakNotitie())
}

/// Who may read a note.
public enum NotitieType: String, Choice { case intern, extern }

/// Whether a note can still be edited.
public enum NotitieStatus: String, Choice { case concept, definitief }
