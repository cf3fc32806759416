public import Kernel

/// A way in which zaken of a zaaktype can end, and how long their dossier is kept then.
///
/// Source: ZGW Catalogi API 1.3.3, resource `ResultaatType`.
public struct ResultaatType: PartOfZaakType {
    public typealias Relations = ResultaatTypeRelations

    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaaktype = Field<Reference<ZaakType>>(
        2,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het zaaktype waarbij het hoort.")
    )
    public let zaaktypeIdentificatie = Field<String>(3, .derived, .help("De aanduiding van dat zaaktype."))
    public let omschrijving = Field<String>(4, .required, .max(30), .help("Hoe het resultaat heet."))
    public let resultaattypeomschrijving = Field<Link>(
        5,
        .required,
        .max(1_000),
        .help("De algemene omschrijving, uit de lijst daarvan.")
    )
    public let omschrijvingGeneriek = Field<String>(6, .readOnly, .help("Hoe die algemene omschrijving luidt."))
    public let selectielijstklasse = Field<Link>(
        7,
        .required,
        .max(1_000),
        .help("De rij van de selectielijst die de bewaring bepaalt.")
    )
    public let toelichting = Field<String>(8, .help("Wat er meer over te zeggen is."))
    public let archiefnominatie = Field<Archiefnominatie?>(
        9,
        .blank,
        .help("Of het dossier bewaard of vernietigd wordt; zonder opgave zoals de selectielijst zegt.")
    )
    public let archiefactietermijn = Field<Period?>(
        10,
        .help("Hoe lang het dossier bewaard wordt; zonder opgave zoals de selectielijst zegt.")
    )
    public let brondatumArchiefprocedure = Field<Record<BrondatumArchiefprocedure>?>(
        11,
        .shownWhole,
        .help("Vanaf welke dag die termijn loopt.")
    )
    public let procesobjectaard = Field<String?>(12, .max(200), .help("Waarop het resultaat slaat, voor het archief."))
    public let catalogus = Field<Reference<Catalogus>?>(13, .derived, .help("De catalogus van het zaaktype."))
    public let beginGeldigheid = Field<Day?>(14, .derived, .help("De eerste dag waarop het zaaktype geldt."))
    public let eindeGeldigheid = Field<Day?>(15, .derived, .help("De laatste dag waarop het zaaktype geldt."))
    public let beginObject = Field<Day?>(16, .derived, .help("De eerste dag van zijn eerste versie."))
    public let eindeObject = Field<Day?>(17, .derived, .help("De laatste dag van zijn laatste versie."))
    public let indicatieSpecifiek = Field<Bool?>(18, .help("Of het eigen is aan één soort procesobject."))
    public let procestermijn = Field<Period?>(19, .help("Hoe lang het dossier na afloop nog gebruikt wordt."))
    public let besluittypen = Field<[Reference<BesluitType>]>(20, .derived, .help("De besluittypen die eruit volgen."))
    public let besluittypeOmschrijving = Field<[String]>(21, .readOnly, .help("Hoe die besluittypen heten."))
    public let informatieobjecttypen = Field<[Reference<InformatieObjectType>]>(
        22,
        .derived,
        .help("De documenttypen die in het dossier moeten zitten.")
    )
    public let informatieobjecttypeOmschrijving = Field<[String]>(23, .readOnly, .help("Hoe die documenttypen heten."))

    public static let path = "/catalogi/api/v1/resultaattypen"
    public static let declaration = Declaration(ResultaatType())
}

/// From which day on a dossier's term of keeping runs.
public struct BrondatumArchiefprocedure: Fields {
    public let afleidingswijze = Field<Afleidingswijze>(1, .required, .help("Van welk feit de dag afgeleid wordt."))
    public let datumkenmerk = Field<String>(2, .max(80), .help("Het kenmerk met de dag."))
    public let einddatumBekend = Field<Bool>(3, .help("Of de dag bekend moet zijn voor de zaak sluit."))
    public let objecttype = Field<Objecttype?>(4, .blank, .help("Het soort object met dat kenmerk."))
    public let registratie = Field<String>(5, .max(80), .help("De registratie waarin het object staat."))
    public let procestermijn = Field<Period?>(6, .help("Hoe lang na afloop het dossier nog gebruikt wordt."))
    public static let declaration = Declaration(BrondatumArchiefprocedure())
}

/// What a client writes of a resultaattype's relations: names, or the URL of any version.
public struct ResultaatTypeRelations: Fields {
    public let catalogus = Field<Reference<Catalogus>?>(1, .blank)
    public let beginGeldigheid = Field<Day?>(2)
    public let eindeGeldigheid = Field<Day?>(3)
    public let besluittypen = Field<[String]>(4, .max(1_000))
    public let informatieobjecttypen = Field<[String]>(5, .max(1_000))
    public static let declaration = Declaration(ResultaatTypeRelations())
}
