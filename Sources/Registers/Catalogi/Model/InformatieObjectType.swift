public import Kernel

/// One version of a kind of document; versions with the same `omschrijving` are the same type over time.
///
/// Source: ZGW Catalogi API 1.3.3, resource `InformatieObjectType`.
public struct InformatieObjectType: VersionedType {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let catalogus = Field<Reference<Catalogus>>(
        2,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("De catalogus waarin het staat.")
    )
    public let omschrijving = Field<String>(
        3,
        .required,
        .max(80),
        .filter(.exact, .contains),
        .help("Hoe het heet, voor al zijn versies gelijk.")
    )
    public let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding>(
        4,
        .required,
        .help("Hoe openbaar documenten zijn waarvoor niets anders gezegd wordt.")
    )
    public let beginGeldigheid = Field<Day>(5, .required, .help("De eerste dag waarop deze versie geldt."))
    public let eindeGeldigheid = Field<Day?>(6, .help("De laatste dag waarop deze versie geldt."))
    public let beginObject = Field<Day?>(7, .derived, .help("De eerste dag van de eerste versie."))
    public let eindeObject = Field<Day?>(8, .derived, .help("De laatste dag van de laatste versie."))
    public let concept = Field<Bool>(9, .readOnly, .default(true), .help("Of het nog niet gepubliceerd is."))
    public let zaaktypen = Field<[Reference<ZaakType>]>(10, .derived, .help("De zaaktypen die het gebruiken."))
    public let zaaktypeIdentificaties = Field<[String]>(11, .derived, .help("De aanduiding van die zaaktypen."))
    public let besluittypen = Field<[Reference<BesluitType>]>(12, .derived, .help("De besluittypen die het gebruiken."))
    public let besluittypeOmschrijving = Field<[String]>(13, .derived, .help("Hoe die besluittypen heten."))
    public let informatieobjectcategorie = Field<String>(14, .max(80), .help("Het soort document."))
    public let trefwoord = Field<[String]>(15, .max(1_000), .help("Woorden waarmee het te vinden is."))
    public let omschrijvingGeneriek = Field<Record<InformatieObjectTypeOmschrijvingGeneriek>?>(
        16,
        .shownWhole,
        .help("Hoe het in het algemeen genoemd wordt.")
    )

    public static let path = "/catalogi/api/v1/informatieobjecttypen"
    public static let declaration = Declaration(InformatieObjectType())
}

/// What a kind of document is called in a list that many use.
public struct InformatieObjectTypeOmschrijvingGeneriek: Fields {
    public let informatieobjecttypeOmschrijvingGeneriek = Field<String>(
        1,
        .required,
        .max(80),
        .help("De algemene omschrijving.")
    )
    public let definitieInformatieobjecttypeOmschrijvingGeneriek = Field<String>(
        2,
        .required,
        .max(255),
        .help("Wat daarmee bedoeld wordt.")
    )
    public let herkomstInformatieobjecttypeOmschrijvingGeneriek = Field<String>(
        3,
        .required,
        .max(12),
        .help("Uit welke lijst ze komt.")
    )
    public let hierarchieInformatieobjecttypeOmschrijvingGeneriek = Field<String>(
        4,
        .required,
        .max(80),
        .help("Haar plaats in die lijst.")
    )
    public let opmerkingInformatieobjecttypeOmschrijvingGeneriek = Field<String?>(
        5,
        .max(255),
        .help("Wat er meer over te zeggen is.")
    )
    public static let declaration = Declaration(InformatieObjectTypeOmschrijvingGeneriek())
}
