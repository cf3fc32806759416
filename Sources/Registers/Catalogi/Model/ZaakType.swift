public import Kernel

/// One version of a kind of zaak; versions with the same `identificatie` are the same type over time.
///
/// Source: ZGW Catalogi API 1.3.3, resource `ZaakType`. Related types are kept by name, as the standard has it since
/// 1.3, and shown as the URLs of the versions that are valid on a day.
public struct ZaakType: VersionedType {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let identificatie = Field<String>(
        2,
        .required,
        .max(50),
        .filter(.exact, .contains),
        .help("Waarmee het zaaktype aangeduid wordt, dezelfde voor al zijn versies.")
    )
    public let omschrijving = Field<String>(3, .required, .max(80), .filter(.contains), .help("Hoe het heet."))
    public let omschrijvingGeneriek = Field<String>(4, .max(80), .help("Hoe het in het algemeen genoemd wordt."))
    public let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding>(
        5,
        .required,
        .help("Hoe openbaar zaken zijn waarvoor niets anders gezegd wordt.")
    )
    public let doel = Field<String>(6, .required, .help("Wat een zaak moet bereiken."))
    public let aanleiding = Field<String>(7, .required, .help("Waardoor een zaak begint."))
    public let toelichting = Field<String>(8, .help("Wat er meer over te zeggen is."))
    public let indicatieInternOfExtern = Field<IndicatieInternOfExtern>(
        9,
        .required,
        .help("Of zaken binnen of buiten de organisatie beginnen.")
    )
    public let handelingInitiator = Field<String>(10, .required, .max(20), .help("Wat de aanvrager doet: aanvragen."))
    public let onderwerp = Field<String>(11, .required, .max(80), .help("Waarover zaken gaan: een evenement."))
    public let handelingBehandelaar = Field<String>(
        12,
        .required,
        .max(20),
        .help("Wat de behandelaar doet: behandelen.")
    )
    public let doorlooptijd = Field<Period>(13, .required, .help("Binnen welke termijn een zaak klaar moet zijn."))
    public let servicenorm = Field<Period?>(14, .help("Binnen welke termijn de organisatie klaar wil zijn."))
    public let opschortingEnAanhoudingMogelijk = Field<Bool>(
        15,
        .required,
        .help("Of de behandeling opgeschort kan worden.")
    )
    public let verlengingMogelijk = Field<Bool>(16, .required, .help("Of de termijn verlengd kan worden."))
    public let verlengingstermijn = Field<Period?>(17, .help("Met hoeveel de termijn verlengd kan worden."))
    public let trefwoorden = Field<[String]>(18, .max(1_000), .help("Woorden waarmee het te vinden is."))
    public let publicatieIndicatie = Field<Bool>(19, .required, .help("Of het begin van een zaak bekendgemaakt wordt."))
    public let publicatietekst = Field<String>(20, .help("De tekst van die bekendmaking."))
    public let verantwoordingsrelatie = Field<[String]>(21, .max(1_000), .help("Aan welk beleid of budget het raakt."))
    public let productenOfDiensten = Field<[Link]>(22, .max(1_000), .help("Wat zaken voortbrengen."))
    public let selectielijstProcestype = Field<Link?>(
        23,
        .blank,
        .max(200),
        .help("De groep processen van de selectielijst.")
    )
    public let referentieproces = Field<Record<ReferentieProces>>(24, .required, .help("Het proces dat erachter zit."))
    public let verantwoordelijke = Field<String>(25, .required, .max(50), .help("Wie voor de uitvoering instaat."))
    public let zaakobjecttypen = Field<[Reference<ZaakObjectType>]>(26, .derived, .help("Waarover zaken kunnen gaan."))
    public let broncatalogus = Field<Record<BronCatalogus>?>(27, .shownWhole, .help("Uit welke catalogus het komt."))
    public let bronzaaktype = Field<Record<BronZaaktype>?>(28, .shownWhole, .help("Van welk zaaktype het afkomt."))
    public let catalogus = Field<Reference<Catalogus>>(
        29,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("De catalogus waarin het staat.")
    )
    public let statustypen = Field<[Reference<StatusType>]>(30, .derived, .help("De statustypen, in volgorde."))
    public let resultaattypen = Field<[Reference<ResultaatType>]>(31, .derived, .help("De resultaattypen."))
    public let resultaattypeOmschrijving = Field<[String]>(32, .derived, .help("Hoe die resultaattypen heten."))
    public let eigenschappen = Field<[Reference<Eigenschap>]>(33, .derived, .help("De eigenschappen van zaken."))
    public let informatieobjecttypen = Field<[Reference<InformatieObjectType>]>(
        34,
        .derived,
        .help("De documenttypen die op de gevraagde dag gelden.")
    )
    public let informatieobjecttypeOmschrijving = Field<[String]>(35, .derived, .help("Hoe de documenttypen heten."))
    public let roltypen = Field<[Reference<RolType>]>(36, .derived, .help("De roltypen."))
    public let besluittypen = Field<[Reference<BesluitType>]>(
        37,
        .derived,
        .help("De besluittypen die op de gevraagde dag gelden.")
    )
    public let besluittypeOmschrijving = Field<[String]>(38, .readOnly, .help("Hoe de besluittypen heten."))
    public let deelzaaktypen = Field<[Reference<ZaakType>]>(
        39,
        .derived,
        .help("De zaaktypen van deelzaken die op de gevraagde dag gelden.")
    )
    public let deelzaaktypeIdentificaties = Field<[String]>(40, .readOnly, .help("De aanduiding van die zaaktypen."))
    public let gerelateerdeZaaktypen = Field<[Record<ZaakTypenRelatie>]>(
        41,
        .derived,
        .help("De zaaktypen die ermee te maken hebben en op de gevraagde dag gelden.")
    )
    public let beginGeldigheid = Field<Day>(42, .required, .help("De eerste dag waarop deze versie geldt."))
    public let eindeGeldigheid = Field<Day?>(43, .help("De laatste dag waarop deze versie geldt."))
    public let beginObject = Field<Day?>(44, .derived, .help("De eerste dag van de eerste versie."))
    public let eindeObject = Field<Day?>(45, .derived, .help("De laatste dag van de laatste versie."))
    public let versiedatum = Field<Day?>(46, .help("De dag waarop de kenmerken ingingen; zonder opgave het begin."))
    public let concept = Field<Bool>(47, .readOnly, .default(true), .help("Of het nog niet gepubliceerd is."))

    public static let path = "/catalogi/api/v1/zaaktypen"
    public static let declaration = Declaration(ZaakType())
}
