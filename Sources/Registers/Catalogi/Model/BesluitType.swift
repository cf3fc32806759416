public import Kernel

/// One version of a kind of decision; versions with the same `omschrijving` are the same type over time.
///
/// Source: ZGW Catalogi API 1.3.3, resource `BesluitType`.
public struct BesluitType: VersionedType {
    public typealias Relations = BesluitTypeRelations

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
    public let zaaktypen = Field<[Reference<ZaakType>]>(3, .derived, .help("De zaaktypen waarin het voorkomt."))
    public let zaaktypeIdentificaties = Field<[String]>(4, .derived, .help("De aanduiding van die zaaktypen."))
    public let omschrijving = Field<String>(
        5,
        .max(80),
        .filter(.exact),
        .help("Hoe het heet, voor al zijn versies gelijk.")
    )
    public let omschrijvingGeneriek = Field<String>(6, .max(80), .help("Hoe het in het algemeen genoemd wordt."))
    public let besluitcategorie = Field<String>(7, .max(40), .help("Het soort besluit."))
    public let reactietermijn = Field<Period?>(8, .help("Hoe lang men ertegen op kan komen."))
    public let publicatieIndicatie = Field<Bool>(9, .required, .help("Of besluiten bekendgemaakt worden."))
    public let publicatietekst = Field<String>(10, .help("De tekst van die bekendmaking."))
    public let publicatietermijn = Field<Period?>(11, .help("Hoe lang de bekendmaking te zien blijft."))
    public let toelichting = Field<String>(12, .help("Wat er meer over te zeggen is."))
    public let informatieobjecttypen = Field<[Reference<InformatieObjectType>]>(
        13,
        .derived,
        .help("De documenttypen waarin een besluit staat en die op de gevraagde dag gelden.")
    )
    public let informatieobjecttypeOmschrijvingen = Field<[String]>(
        14,
        .readOnly,
        .help("Hoe die documenttypen heten.")
    )
    public let beginGeldigheid = Field<Day>(15, .required, .help("De eerste dag waarop deze versie geldt."))
    public let eindeGeldigheid = Field<Day?>(16, .help("De laatste dag waarop deze versie geldt."))
    public let beginObject = Field<Day?>(17, .derived, .help("De eerste dag van de eerste versie."))
    public let eindeObject = Field<Day?>(18, .derived, .help("De laatste dag van de laatste versie."))
    public let concept = Field<Bool>(19, .readOnly, .default(true), .help("Of het nog niet gepubliceerd is."))
    public let resultaattypen = Field<[Reference<ResultaatType>]>(
        20,
        .derived,
        .help("De resultaattypen waaruit zo'n besluit volgt.")
    )
    public let resultaattypenOmschrijving = Field<[String]>(21, .derived, .help("Hoe die resultaattypen heten."))
    public let vastgelegdIn = Field<[String]>(22, .derived, .help("In welke documenttypen een besluit staat."))

    public static let path = "/catalogi/api/v1/besluittypen"
    public static let declaration = Declaration(BesluitType())
}

/// What a client writes of a besluittype's relations: names, or the URL of any version.
public struct BesluitTypeRelations: Fields {
    public let informatieobjecttypen = Field<[String]>(1, .required, .min(0), .max(1_000))
    public static let declaration = Declaration(BesluitTypeRelations())
}
