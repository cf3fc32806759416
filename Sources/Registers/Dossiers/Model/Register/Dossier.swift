public import Kernel

/// What a dossier is besides its zaak: with which type it began, what was answered, for whom, through which channel.
///
/// There is one for each zaak, and it stands in the chain of that; people and addresses go by the identity of the zaak.
/// Where the dossier stands is not here: `Flow` derives it.
public struct Dossier: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let dossiertype = Field<Identifier>(2, .required, .help("De versie van het dossiertype."))
    public let kanaal = Field<String>(3, .required, .max(20), .help("Langs welke weg het binnenkwam."))
    public let ontvangen = Field<Instant>(4, .required, .help("Wanneer het de gemeente bereikte."))
    public let ingevoerd = Field<Instant>(5, .required, .help("Wanneer het ingevoerd werd."))
    public let antwoorden = Field<String>(
        6,
        .required,
        .max(1_000_000),
        .personal,
        .help("De antwoorden, zonder geheimen.")
    )
    public let geheim = Field<String>(7, .max(1_000_000), .personal, .help("De geheime antwoorden, verzegeld."))
    public let bedrag = Field<String>(8, .max(30), .help("Wat het kost, in euro."))
    public let aanvrager = Field<Identifier>(9, .required, .help("Het pseudoniem van de aanvrager."))
    public let naam = Field<String>(10, .required, .max(200), .personal, .help("De naam van de aanvrager."))
    public let mail = Field<String>(11, .max(254), .personal, .help("Het e-mailadres."))
    public let telefoon = Field<String>(12, .max(40), .personal, .help("Het telefoonnummer."))
    public let postadres = Field<String>(13, .max(500), .personal, .help("Het postadres."))
    public let taal = Field<String>(14, .max(2), .help("De taal van de aanvrager."))
    public let ingevoerdDoor = Field<Identifier?>(15, .help("Wie het invoerde, als dat niet de aanvrager was."))
    public let zaak = Field<Identifier>(16, .required, .unique, .help("De zaak."))

    public static let path = "/dossiers/api/v1/dossiers"
    public static let declaration = Declaration(Dossier())
}

/// Something that happened in a dossier (`Fact`), statuses left out: those are the register's own.
public struct DossierEvent: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let dossier = Field<Identifier>(2, .required, .help("Het dossier."))
    public let moment = Field<Instant>(3, .required, .help("Wanneer het gebeurde."))
    public let wie = Field<String>(4, .required, .max(50), .help("Het pseudoniem van wie het deed."))
    public let soort = Field<String>(5, .required, .max(30), .help("Wat er gebeurde."))
    public let taak = Field<String>(6, .max(80), .help("De taak of het advies waarover het gaat."))
    public let activiteit = Field<String>(7, .max(200), .help("Hoe het werk heet."))
    public let dienst = Field<String>(8, .max(80), .help("De dienst van wie het deed."))
    public let rol = Field<String>(9, .max(80), .help("De rol waarin het gebeurde."))
    public let fase = Field<String>(10, .max(80), .help("De fase waarin het gebeurde."))
    public let inhoud = Field<String>(11, .max(100_000), .personal, .help("Wat erbij hoort, als JSON."))

    public static let path = "/dossiers/api/v1/gebeurtenissen"
    public static let declaration = Declaration(DossierEvent())
}

/// A message between the town and the applicant, as it was sent.
public struct DossierMessage: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let dossier = Field<Identifier>(2, .required, .help("Het dossier."))
    public let moment = Field<Instant>(3, .required, .help("Wanneer het vertrok of binnenkwam."))
    public let soort = Field<String>(4, .required, .max(30), .help("Waarvoor het dient."))
    public let weg = Field<MessageWay>(5, .required, .help("Langs welke weg."))
    public let onderwerp = Field<String>(6, .required, .max(400), .personal, .help("Het onderwerp."))
    public let tekst = Field<String>(
        7,
        .required,
        .max(100_000),
        .personal,
        .help("De inhoud, als JSON-lijst van delen.")
    )
    public let document = Field<Identifier?>(8, .help("Het document dat erbij hoort."))

    public static let path = "/dossiers/api/v1/berichten"
    public static let declaration = Declaration(DossierMessage())
}

/// How a message reaches the applicant.
public enum MessageWay: String, Choice {
    /// By mail, and on the page of the dossier.
    case mail
    /// On paper: a task for whoever prints.
    case brief
    /// Only on the page of the dossier.
    case loket
}
