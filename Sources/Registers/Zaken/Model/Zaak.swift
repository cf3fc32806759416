public import Kernel

/// Everything a town works on: a request, a report, a plan.
///
/// Source: ZGW Zaken API 1.5.1, resource `Zaak`.
public struct Zaak: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let identificatie = Field<String>(
        2,
        .max(40),
        .writeOnce,
        .filter(.exact, .contains),
        .help("Het nummer van de zaak, uniek binnen de bronorganisatie. Zonder nummer geeft de server er een.")
    )
    public let bronorganisatie = Field<String>(
        3,
        .required,
        .max(9),
        .filter(.exact, .in),
        .help("De organisatie die de zaak aanmaakte.")
    )
    public let omschrijving = Field<String>(4, .max(80), .personal, .help("Waarover de zaak gaat, in één zin."))
    public let toelichting = Field<String>(5, .max(1_000), .personal, .help("Wat er meer over te zeggen is."))
    public let zaaktype = Field<Reference<Elsewhere.Zaaktype>>(
        6,
        .required,
        .filter(.exact, .in),
        .help("Het type van de zaak.")
    )
    public let registratiedatum = Field<Day>(
        7,
        .filter(.exact, .range),
        .help("De dag waarop de zaak geregistreerd werd; zonder opgave is dat vandaag.")
    )
    public let verantwoordelijkeOrganisatie = Field<String>(
        8,
        .required,
        .max(9),
        .help("De organisatie die instaat voor de behandeling.")
    )
    public let startdatum = Field<Day>(
        9,
        .required,
        .filter(.exact, .range),
        .help("De dag waarop de behandeling begon.")
    )
    public let einddatum = Field<Day?>(
        10,
        .readOnly,
        .filter(.exact, .range, .isNull),
        .help("De dag waarop de zaak gesloten werd.")
    )
    public let einddatumGepland = Field<Day?>(
        11,
        .filter(.exact, .range),
        .help("De dag waarop de zaak klaar zou moeten zijn.")
    )
    public let uiterlijkeEinddatumAfdoening = Field<Day?>(
        12,
        .filter(.exact, .range),
        .help("De laatste dag waarop de zaak volgens de regels klaar moet zijn.")
    )
    public let publicatiedatum = Field<Day?>(13, .help("De dag waarop de zaak bekendgemaakt is of wordt."))
    public let communicatiekanaal = Field<Link?>(14, .blank, .help("Langs welke weg de aanleiding binnenkwam."))
    public let productenOfDiensten = Field<[Link]>(
        15,
        .max(1_000),
        .help("Producten of diensten die uit de zaak voortkomen; het zaaktype noemt ze ook.")
    )
    public let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding>(
        16,
        .help("Hoe openbaar de zaak is; zonder opgave zoals het zaaktype zegt.")
    )
    public let betalingsindicatie = Field<Betalingsindicatie?>(17, .blank, .help("Of de kosten betaald zijn."))
    public let betalingsindicatieWeergave = Label(of: 17, .help("De betalingsindicatie in woorden."))
    public let laatsteBetaaldatum = Field<Instant?>(18, .help("Het tijdstip van de laatste betaling."))
    public let zaakgeometrie = Field<RawJSON?>(
        19,
        .schema("GeoJSONGeometry"),
        .help("Waar de zaak zich afspeelt: punt, lijn of vlak, in GeoJSON.")
    )
    public let verlenging = Field<Record<Verlenging>?>(20, .shownWhole, .help("De verlenging van de termijn."))
    public let opschorting = Field<Record<Opschorting>?>(21, .shownWhole, .help("De opschorting van de behandeling."))
    public let selectielijstklasse = Field<Link?>(
        22,
        .blank,
        .help("De rij van de selectielijst die de bewaring bepaalt.")
    )
    public let hoofdzaak = Field<Reference<Zaak>?>(23, .ownOnly, .help("De zaak waarvan deze een deel is."))
    public let deelzaken = Field<[Reference<Zaak>]>(24, .derived, .help("De delen van deze zaak."))
    public let relevanteAndereZaken = Field<[Record<RelevanteZaak>]>(
        25,
        .max(1_000),
        .help("Zaken die ermee te maken hebben.")
    )
    public let eigenschappen = Field<[Link]>(26, .derived, .help("De eigenschappen van de zaak."))
    public let rollen = Field<[Reference<Rol>]>(27, .derived, .help("Wie bij de zaak betrokken is."))
    public let status = Field<Reference<Status>?>(28, .derived, .help("De huidige status; null als er nog geen is."))
    public let zaakinformatieobjecten = Field<[Reference<ZaakInformatieObject>]>(
        29,
        .derived,
        .help("De documenten van de zaak.")
    )
    public let zaakobjecten = Field<[Reference<ZaakObject>]>(30, .derived, .help("Waarop de zaak betrekking heeft."))
    public let kenmerken = Field<[Record<Kenmerk>]>(
        31,
        .max(1_000),
        .help("Onder welk nummer de zaak elders bekend is.")
    )
    public let archiefnominatie = Field<Archiefnominatie?>(
        32,
        .filter(.exact, .in),
        .help("Of het dossier bewaard of vernietigd wordt.")
    )
    public let archiefstatus = Field<Archiefstatus>(
        33,
        .default(Archiefstatus.nog_te_archiveren),
        .filter(.exact, .in),
        .help("Hoever de archivering staat.")
    )
    public let archiefactiedatum = Field<Day?>(
        34,
        .filter(.exact, .range, .isNull),
        .help("De dag waarop het dossier vernietigd of overgebracht wordt.")
    )
    public let resultaat = Field<Reference<Resultaat>?>(35, .derived, .help("Het resultaat; null als er nog geen is."))
    public let opdrachtgevendeOrganisatie = Field<String>(36, .max(9), .help("De organisatie die de opdracht gaf."))
    public let processobjectaard = Field<String>(37, .max(200), .help("Het soort object waarover het archief gaat."))
    public let startdatumBewaartermijn = Field<Day?>(38, .help("De dag waarop de bewaartermijn begint."))
    public let processobject = Field<Record<Processobject>?>(
        39,
        .shownWhole,
        .help("Het object dat het begin van de archieftermijn bepaalt.")
    )

    public static let path = "/zaken/api/v1/zaken"
    public static let declaration = Declaration(Zaak())
}
