import Kernel

/// Everything a town works on: a request, a report, a plan.
///
/// Source: ZGW Zaken API 1.5.1, resource `Zaak`.
struct Zaak: Resource {
    let url = OwnURL()
    let uuid = Field<Identifier>(1, .identity)
    let identificatie = Field<String>(
        2,
        .max(40),
        .writeOnce,
        .filter(.exact, .contains),
        .help("Het nummer van de zaak, uniek binnen de bronorganisatie. Zonder nummer geeft de server er een.")
    )
    let bronorganisatie = Field<String>(
        3,
        .required,
        .max(9),
        .filter(.exact, .in),
        .help("De organisatie die de zaak aanmaakte.")
    )
    let omschrijving = Field<String>(4, .max(80), .personal, .help("Waarover de zaak gaat, in één zin."))
    let toelichting = Field<String>(5, .max(1_000), .personal, .help("Wat er meer over te zeggen is."))
    let zaaktype = Field<Reference<Zaaktype>>(6, .required, .filter(.exact, .in), .help("Het type van de zaak."))
    let registratiedatum = Field<Day>(
        7,
        .filter(.exact, .range),
        .help("De dag waarop de zaak geregistreerd werd; zonder opgave is dat vandaag.")
    )
    let verantwoordelijkeOrganisatie = Field<String>(
        8,
        .required,
        .max(9),
        .help("De organisatie die instaat voor de behandeling.")
    )
    let startdatum = Field<Day>(
        9,
        .required,
        .filter(.exact, .range),
        .help("De dag waarop de behandeling begon.")
    )
    let einddatum = Field<Day?>(
        10,
        .readOnly,
        .filter(.exact, .range, .isNull),
        .help("De dag waarop de zaak gesloten werd.")
    )
    let einddatumGepland = Field<Day?>(
        11,
        .filter(.exact, .range),
        .help("De dag waarop de zaak klaar zou moeten zijn.")
    )
    let uiterlijkeEinddatumAfdoening = Field<Day?>(
        12,
        .filter(.exact, .range),
        .help("De laatste dag waarop de zaak volgens de regels klaar moet zijn.")
    )
    let publicatiedatum = Field<Day?>(13, .help("De dag waarop de zaak bekendgemaakt is of wordt."))
    let communicatiekanaal = Field<Link?>(14, .blank, .help("Langs welke weg de aanleiding binnenkwam."))
    let productenOfDiensten = Field<[Link]>(
        15,
        .help("Producten of diensten die uit de zaak voortkomen; het zaaktype noemt ze ook.")
    )
    let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding>(
        16,
        .filter(.exact),
        .help("Hoe openbaar de zaak is; zonder opgave zoals het zaaktype zegt.")
    )
    let betalingsindicatie = Field<Betalingsindicatie?>(17, .blank, .help("Of de kosten betaald zijn."))
    let betalingsindicatieWeergave = Label(of: 17, .help("De betalingsindicatie in woorden."))
    let laatsteBetaaldatum = Field<Instant?>(18, .help("Het tijdstip van de laatste betaling."))
    let zaakgeometrie = Field<RawJSON?>(
        19,
        .schema("GeoJSONGeometry"),
        .help("Waar de zaak zich afspeelt: punt, lijn of vlak, in GeoJSON.")
    )
    let verlenging = Field<Record<Verlenging>?>(20, .shownWhole, .help("De verlenging van de termijn."))
    let opschorting = Field<Record<Opschorting>?>(21, .shownWhole, .help("De opschorting van de behandeling."))
    let selectielijstklasse = Field<Link?>(22, .blank, .help("De rij van de selectielijst die de bewaring bepaalt."))
    let hoofdzaak = Field<Reference<Zaak>?>(23, .ownOnly, .help("De zaak waarvan deze een deel is."))
    let deelzaken = Field<[Reference<Zaak>]>(24, .derived, .help("De delen van deze zaak."))
    let relevanteAndereZaken = Field<[Record<RelevanteZaak>]>(
        25,
        .max(1_000),
        .help("Zaken die ermee te maken hebben.")
    )
    let eigenschappen = Field<[Link]>(26, .derived, .help("De eigenschappen van de zaak."))
    let rollen = Field<[Reference<Rol>]>(27, .derived, .help("Wie bij de zaak betrokken is."))
    let status = Field<Reference<Status>?>(28, .derived, .help("De huidige status; null als er nog geen is."))
    let zaakinformatieobjecten = Field<[Reference<ZaakInformatieObject>]>(
        29,
        .derived,
        .help("De documenten van de zaak.")
    )
    let zaakobjecten = Field<[Reference<ZaakObject>]>(30, .derived, .help("Waarop de zaak betrekking heeft."))
    let kenmerken = Field<[Record<Kenmerk>]>(
        31,
        .max(1_000),
        .help("Onder welk nummer de zaak elders bekend is.")
    )
    let archiefnominatie = Field<Archiefnominatie?>(
        32,
        .filter(.exact, .in),
        .help("Of het dossier bewaard of vernietigd wordt.")
    )
    let archiefstatus = Field<Archiefstatus>(
        33,
        .default(Archiefstatus.nog_te_archiveren),
        .filter(.exact, .in),
        .help("Hoever de archivering staat.")
    )
    let archiefactiedatum = Field<Day?>(
        34,
        .filter(.exact, .range, .isNull),
        .help("De dag waarop het dossier vernietigd of overgebracht wordt.")
    )
    let resultaat = Field<Reference<Resultaat>?>(35, .derived, .help("Het resultaat; null als er nog geen is."))
    let opdrachtgevendeOrganisatie = Field<String>(36, .max(9), .help("De organisatie die de opdracht gaf."))
    let processobjectaard = Field<String>(37, .max(200), .help("Het soort object waarover het archief gaat."))
    let startdatumBewaartermijn = Field<Day?>(38, .help("De dag waarop de bewaartermijn begint."))
    let processobject = Field<Record<Processobject>?>(
        39,
        .shownWhole,
        .help("Het object dat het begin van de archieftermijn bepaalt.")
    )

    static let path = "/zaken/api/v1/zaken"
    static let declaration = Declaration(Zaak())
}
