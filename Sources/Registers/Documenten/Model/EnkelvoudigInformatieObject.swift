public import Catalogi
public import Kernel

/// A document as it is now: what is said about it, and which content it has.
///
/// Earlier versions are kept as `DocumentVersie`; the bytes lie in the vault, sealed for the chain of the document.
///
/// Source: ZGW Documenten API 1.4.2, resource `EnkelvoudigInformatieObject`.
public struct EnkelvoudigInformatieObject: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let identificatie = Field<String>(
        2,
        .max(40),
        .filter(.exact),
        .help("Het nummer van het document, uniek binnen de bronorganisatie. Zonder nummer geeft de server er een.")
    )
    public let bronorganisatie = Field<String>(
        3,
        .required,
        .max(9),
        .filter(.exact),
        .help("De organisatie die het document maakte of ontving.")
    )
    public let creatiedatum = Field<Day>(4, .required, .filter(.range), .help("De dag waarop het gemaakt werd."))
    public let titel = Field<String>(5, .required, .max(200), .personal, .help("Hoe het document heet."))
    public let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding>(
        6,
        .help("Hoe openbaar het document is; zonder opgave zoals het informatieobjecttype zegt.")
    )
    public let auteur = Field<String>(7, .required, .max(200), .personal, .help("Wie voor de inhoud instaat."))
    public let status = Field<Documentstatus?>(8, .blank, .help("Hoever het document is."))
    public let formaat = Field<String>(9, .max(255), .help("De soort van het bestand, zoals application/pdf."))
    public let taal = Field<String>(10, .required, .min(3), .max(3), .help("De taal, in drie letters (ISO 639-2/B)."))
    public let versie = Field<Int>(11, .readOnly, .default(0), .help("Het nummer van deze versie, vanaf 1."))
    public let beginRegistratie = Field<Instant>(12, .readOnly, .help("Wanneer deze versie bewaard werd."))
    public let bestandsnaam = Field<String>(13, .max(255), .personal, .help("De naam van het bestand."))
    public let inhoud = Field<Link?>(14, .derived, .help("Waar de inhoud te halen is; bij schrijven de inhoud zelf."))
    public let bestandsomvang = Field<Int?>(15, .min(0), .help("Het aantal bytes van de inhoud."))
    public let link = Field<Link?>(16, .blank, .max(200), .help("Waar de inhoud elders staat."))
    public let beschrijving = Field<String>(17, .max(1_000), .personal, .help("Wat erover te zeggen is."))
    public let ontvangstdatum = Field<Day?>(18, .help("De dag waarop het ontvangen werd."))
    public let verzenddatum = Field<Day?>(19, .help("De dag waarop het verzonden werd."))
    public let indicatieGebruiksrecht = Field<Bool?>(
        20,
        .help("Of er voorwaarden zijn aan het gebruik; null zolang niemand dat gezegd heeft.")
    )
    public let verschijningsvorm = Field<String>(21, .max(10_000), .help("De vorm waarin het verschijnt."))
    public let ondertekening = Field<Record<Ondertekening>?>(22, .shownWhole, .help("Hoe het ondertekend is."))
    public let integriteit = Field<Record<Integriteit>?>(23, .shownWhole, .help("Een waarde om wijziging te zien."))
    public let informatieobjecttype = Field<Reference<InformatieObjectType>>(
        24,
        .required,
        .filter(.exact, .in),
        .help("Het type van het document.")
    )
    public let locked = Field<Bool>(25, .derived, .help("Of iemand eraan werkt."))
    public let bestandsdelen = Field<[Record<BestandsDeel>]>(26, .derived, .help("Delen die nog te sturen zijn."))
    public let trefwoorden = Field<[String]>(27, .max(100), .help("Woorden waarmee het te vinden is."))

    /// The content in the vault.
    public let inhoudId = Field<Identifier?>(40, .hidden)
    /// SHA-256 of the content, in hexadecimal.
    public let sha256 = Field<String>(41, .hidden)
    /// What the bytes are, as the vault saw it (`MediaKind`).
    public let soort = Field<String>(42, .hidden)
    /// What opens the lock; nil while nobody works on it.
    public let slot = Field<String?>(43, .hidden)
    /// Since when it is locked.
    public let slotSinds = Field<Instant?>(44, .hidden)
    /// Who locked it.
    public let slotDoor = Field<Identifier?>(45, .hidden)
    /// Who brought it in; they may look at it before it was scanned.
    public let ingediendDoor = Field<Identifier?>(46, .hidden)

    public static let path = "/documenten/api/v1/enkelvoudiginformatieobjecten"
    public static let declaration = Declaration(EnkelvoudigInformatieObject())
}

/// A part of a content that is sent in parts.
public struct BestandsDeel: Fields {
    public let url = Field<Link>(1, .readOnly, .help("Waarheen het deel gestuurd wordt."))
    public let volgnummer = Field<Int>(2, .readOnly, .default(0), .help("De plaats van het deel, vanaf 1."))
    public let omvang = Field<Int>(3, .readOnly, .default(0), .help("Het aantal bytes van het deel."))
    public let voltooid = Field<Bool>(4, .readOnly, .help("Of het deel er al is."))
    public let lock = Field<String>(5, .readOnly, .help("Het slot waarmee het deel gestuurd wordt."))

    public static let path = "/documenten/api/v1/bestandsdelen"
    public static let declaration = Declaration(BestandsDeel())
}

/// How a document was signed; clients send it with empty members when it was not.
public struct Ondertekening: Fields {
    public let soort = Field<Ondertekeningsoort?>(1, .blank, .help("De aard van de ondertekening."))
    public let datum = Field<Day?>(2, .help("De dag van de ondertekening."))

    public static let declaration = Declaration(Ondertekening())
}

/// A value by which a change of the content shows; clients send it with empty members when there is none.
public struct Integriteit: Fields {
    public let algoritme = Field<Integriteitalgoritme?>(1, .blank, .help("Hoe de waarde berekend is."))
    public let waarde = Field<String>(2, .max(128), .help("De waarde."))
    public let datum = Field<Day?>(3, .help("De dag waarop de waarde berekend werd."))

    public static let declaration = Declaration(Integriteit())
}
