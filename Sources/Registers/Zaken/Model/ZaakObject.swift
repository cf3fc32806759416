public import Kernel

/// What a zaak is about: an address, a plot, a person, anything.
///
/// Source: ZGW Zaken API 1.5.1, resource `ZaakObject`.
public struct ZaakObject: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaak = Field<Reference<Zaak>>(
        2,
        .required,
        .writeOnce,
        .ownOnly,
        .filter(.exact),
        .help("De zaak die over het object gaat.")
    )
    public let object = Field<Link?>(
        3,
        .blank,
        .writeOnce,
        .filter(.exact),
        .help("Waar het object zelf te vinden is.")
    )
    public let zaakobjecttype = Field<Reference<Elsewhere.Zaakobjecttype>?>(
        4,
        .blank,
        .help("Hoe het zaaktype zulke objecten noemt.")
    )
    public let objectType = Field<ObjectType>(
        5,
        .required,
        .writeOnce,
        .filter(.exact),
        .help("Wat voor object het is; het bepaalt de vorm van objectIdentificatie.")
    )
    public let objectTypeOverige = Field<String>(
        6,
        .max(100),
        .pattern(.smallWords),
        .help("Wat voor object het is als objectType ‘overige’ is; alleen kleine letters en liggende streepjes.")
    )
    public let objectTypeOverigeDefinitie = Field<Record<ObjectTypeOverigeDefinitie>?>(
        7,
        .help("Waar beschreven staat hoe zo'n object eruitziet. Belfort bewaart het en voert er niets van uit.")
    )
    public let relatieomschrijving = Field<String>(8, .max(80), .help("Wat de zaak met het object te maken heeft."))
    public let objectIdentificatie = Field<RawJSON?>(
        9,
        .schema("ObjectIdentificatie"),
        .personal,
        .help("Waaraan het object herkend wordt; de vorm hangt af van objectType.")
    )

    public static let path = "/zaken/api/v1/zaakobjecten"
    public static let declaration = Declaration(ZaakObject())
}

/// Where the schema of an object of another sort stands.
public struct ObjectTypeOverigeDefinitie: Fields {
    public let url = Field<Link>(1, .required, .max(1_000), .help("Het adres van het objecttype."))
    public let schema = Field<String>(2, .required, .max(100), .help("Waar daarin het schema staat."))
    public let objectData = Field<String>(3, .required, .max(100), .help("Waar in het object de gegevens staan."))
    public static let declaration = Declaration(ObjectTypeOverigeDefinitie())
}

/// What a zaak can be about.
public enum ObjectType: String, Choice {
    case adres, besluit, buurt, enkelvoudig_document, gemeente, gemeentelijke_openbare_ruimte, huishouden
    case inrichtingselement, kadastrale_onroerende_zaak, kunstwerkdeel, maatschappelijke_activiteit, medewerker
    case natuurlijk_persoon, niet_natuurlijk_persoon, openbare_ruimte, organisatorische_eenheid, pand
    case spoorbaandeel, status, terreindeel, terrein_gebouwd_object, vestiging, waterdeel, wegdeel, wijk, woonplaats
    case woz_deelobject, woz_object, woz_waarde, zakelijk_recht, overige

    /// The same as a party, for objects that are one.
    var betrokkeneType: BetrokkeneType? { BetrokkeneType(rawValue: rawValue) }
}

extension Pattern {
    /// Small letters and underscores.
    static let smallWords = Pattern("^[a-z_]*$") { text in
        text.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x5F }
    }
}
