public import Kernel

/// Who has to do with a zaak, and as what.
///
/// Source: ZGW Zaken API 1.5.1, resource `Rol`.
public struct Rol: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak waarbij iemand betrokken is.")
    )
    public let betrokkene = Field<Link?>(
        3,
        .blank,
        .writeOnce,
        .personal,
        .filter(.exact),
        .help("Waar meer over de betrokkene staat.")
    )
    public let betrokkeneType = Field<BetrokkeneType>(
        4,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Wat voor iemand de betrokkene is; het bepaalt de vorm van betrokkeneIdentificatie.")
    )
    public let afwijkendeNaamBetrokkene = Field<String>(
        5,
        .max(625),
        .personal,
        .help("De naam waaronder de betrokkene bij deze zaak aangesproken wil worden.")
    )
    public let roltype = Field<Reference<Elsewhere.Roltype>>(
        6,
        .required,
        .filter(.exact),
        .help("Het type van de rol.")
    )
    public let omschrijving = Field<String>(
        7,
        .readOnly,
        .max(100),
        .filter(.exact),
        .help("Hoe het roltype heet.")
    )
    public let omschrijvingGeneriek = Field<OmschrijvingGeneriek>(
        8,
        .readOnly,
        .filter(.exact),
        .help("Wat de rol inhoudt, in een woord dat alle gemeenten kennen.")
    )
    public let roltoelichting = Field<String>(9, .required, .max(1_000), .help("Wat de betrokkene bij de zaak doet."))
    public let registratiedatum = Field<Instant>(10, .readOnly, .help("Wanneer de rol vastgelegd werd."))
    public let indicatieMachtiging = Field<IndicatieMachtiging?>(
        11,
        .blank,
        .help("Of de betrokkene voor een ander spreekt, of een ander laat spreken.")
    )
    public let contactpersoonRol = Field<Record<ContactpersoonRol>?>(
        12,
        .shownWhole,
        .personal,
        .help("Wie er namens de betrokkene aangesproken wordt.")
    )
    public let statussen = Field<[Reference<Status>]>(
        13,
        .derived,
        .help("De statussen die deze betrokkene gaf.")
    )
    public let betrokkeneIdentificatie = Field<RawJSON?>(
        14,
        .personal,
        .schema("BetrokkeneIdentificatie"),
        .help("Waaraan de betrokkene herkend wordt; de vorm hangt af van betrokkeneType.")
    )

    public static let path = "/zaken/api/v1/rollen"
    public static let declaration = Declaration(Rol())
}

/// Whom to speak to on behalf of a betrokkene.
public struct ContactpersoonRol: Fields {
    public let emailadres = Field<String>(1, .max(254), .personal, .help("Het e-mailadres."))
    public let functie = Field<String>(2, .max(50), .help("De functie bij de betrokkene."))
    public let telefoonnummer = Field<String>(3, .max(20), .personal, .help("Het telefoonnummer."))
    public let naam = Field<String>(4, .required, .max(40), .personal, .help("De naam."))
    public static let declaration = Declaration(ContactpersoonRol())
}

/// What sort of party has a role.
public enum BetrokkeneType: String, Choice {
    case natuurlijk_persoon, niet_natuurlijk_persoon, vestiging, organisatorische_eenheid, medewerker
}

/// What a role comes down to, in the words that all towns share.
public enum OmschrijvingGeneriek: String, Choice {
    case adviseur, behandelaar, belanghebbende, beslisser, initiator, klantcontacter, zaakcoordinator
    case mede_initiator
}

/// Whether a party speaks for another, or lets another speak.
public enum IndicatieMachtiging: String, Choice { case gemachtigde, machtiginggever }
