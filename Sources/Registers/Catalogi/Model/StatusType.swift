public import Kernel

/// A state that zaken of a zaaktype can reach.
///
/// Source: ZGW Catalogi API 1.3.3, resource `StatusType`.
public struct StatusType: PartOfZaakType {
    public typealias Relations = StatusTypeRelations

    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let omschrijving = Field<String>(2, .required, .max(80), .help("Hoe de status heet voor de aanvrager."))
    public let omschrijvingGeneriek = Field<String>(3, .max(80), .help("Hoe hij in het algemeen genoemd wordt."))
    public let statustekst = Field<String>(4, .max(1_000), .help("De tekst waarmee de aanvrager bericht krijgt."))
    public let zaaktype = Field<Reference<ZaakType>>(
        5,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het zaaktype waarbij hij hoort.")
    )
    public let catalogus = Field<Reference<Catalogus>>(6, .derived, .help("De catalogus van dat zaaktype."))
    public let zaaktypeIdentificatie = Field<String>(7, .derived, .help("De aanduiding van dat zaaktype."))
    public let volgnummer = Field<Int>(8, .required, .min(1), .max(9_999), .help("De plaats in de volgorde."))
    public let isEindstatus = Field<Bool>(9, .derived, .help("Of het de laatste is: die met het hoogste volgnummer."))
    public let informeren = Field<Bool>(10, .help("Of de aanvrager bericht krijgt."))
    public let doorlooptijd = Field<Period?>(11, .help("Binnen welke termijn hij bereikt moet worden."))
    public let toelichting = Field<String?>(12, .max(1_000), .help("Wat er meer over te zeggen is."))
    public let checklistitemStatustype = Field<[Record<CheckListItem>]>(
        13,
        .max(1_000),
        .help("Wat nagekeken moet zijn voor hij bereikt wordt.")
    )
    public let eigenschappen = Field<[Reference<Eigenschap>]>(
        14,
        .derived,
        .help("De eigenschappen die een waarde moeten hebben voor hij bereikt wordt.")
    )
    public let beginGeldigheid = Field<Day?>(15, .derived, .help("De eerste dag waarop het zaaktype geldt."))
    public let eindeGeldigheid = Field<Day?>(16, .derived, .help("De laatste dag waarop het zaaktype geldt."))
    public let beginObject = Field<Day?>(17, .derived, .help("De eerste dag van zijn eerste versie."))
    public let eindeObject = Field<Day?>(18, .derived, .help("De laatste dag van zijn laatste versie."))

    public static let path = "/catalogi/api/v1/statustypen"
    public static let declaration = Declaration(StatusType())
}

/// Something to check before a status is reached.
public struct CheckListItem: Fields {
    public let itemnaam = Field<String>(1, .required, .max(30), .help("Hoe het punt heet."))
    public let toelichting = Field<String?>(2, .max(1_000), .help("Waarop te letten."))
    public let vraagstelling = Field<String>(3, .required, .max(255), .help("De vraag die te beantwoorden is."))
    public let verplicht = Field<Bool>(4, .help("Of het nagekeken moet zijn."))
    public static let declaration = Declaration(CheckListItem())
}

/// What a client writes of a statustype's relations. An eigenschap names one statustype, so a list given here moves
/// the eigenschappen in it to this one.
public struct StatusTypeRelations: Fields {
    public let catalogus = Field<Reference<Catalogus>?>(1, .blank)
    public let beginGeldigheid = Field<Day?>(2)
    public let eindeGeldigheid = Field<Day?>(3)
    public let eigenschappen = Field<[Reference<Eigenschap>]>(4, .max(1_000))
    public static let declaration = Declaration(StatusTypeRelations())
}
