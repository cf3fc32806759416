public import Kernel

/// The process that a zaaktype follows.
public struct ReferentieProces: Fields {
    public let naam = Field<String>(1, .required, .max(80), .help("Hoe het proces heet."))
    public let link = Field<Link?>(2, .blank, .max(200), .help("Waar het beschreven staat."))
    public static let declaration = Declaration(ReferentieProces())
}

/// The catalogue from which a zaaktype was taken.
public struct BronCatalogus: Fields {
    public let url = Field<Link>(1, .required, .max(200), .help("Waar die catalogus staat."))
    public let domein = Field<String>(2, .required, .max(5), .help("Het domein van die catalogus."))
    public let rsin = Field<String>(3, .required, .max(9), .help("Wie die catalogus beheert."))
    public static let declaration = Declaration(BronCatalogus())
}

/// The zaaktype from which another was made.
public struct BronZaaktype: Fields {
    public let url = Field<Link>(1, .required, .max(200), .help("Waar dat zaaktype staat."))
    public let identificatie = Field<String>(2, .required, .max(50), .help("Hoe het aangeduid wordt."))
    public let omschrijving = Field<String>(3, .required, .max(80), .help("Hoe het heet."))
    public static let declaration = Declaration(BronZaaktype())
}

/// A related zaaktype as it is shown: the version that is valid on the day asked for.
public struct ZaakTypenRelatie: Fields {
    public let zaaktype = Field<Reference<ZaakType>>(1, .required, .help("Het andere zaaktype."))
    public let zaaktypeIdentificatie = Field<String>(2, .readOnly, .help("Hoe dat aangeduid wordt."))
    public let aardRelatie = Field<AardRelatie>(3, .required, .help("Wat zaken ervan met deze te maken hebben."))
    public let toelichting = Field<String>(4, .max(255), .help("Wat er meer over te zeggen is."))
    public static let declaration = Declaration(ZaakTypenRelatie())
}

/// A related zaaktype as it is kept: by name, or by URL when it stands in somebody else's catalogue.
///
/// A row of its own, since the standard shows only versions and has no field that would hold the names.
public struct ZaakTypeRelatie: PartOfZaakType {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let zaaktype = Field<Reference<ZaakType>>(2, .required, .ownOnly, .writeOnce)
    public let volgnummer = Field<Int>(3, .required, .min(1))
    public let gerelateerd = Field<String>(4, .required, .max(1_000))
    public let aardRelatie = Field<AardRelatie>(5, .required)
    public let toelichting = Field<String>(6, .max(255))

    /// Never served; it stands in entries only.
    public static let path = "/catalogi/api/v1/zaaktyperelaties"
    public static let declaration = Declaration(ZaakTypeRelatie())
}

/// What a client writes of a zaaktype's relations: names, or the URL of any version.
public struct ZaakTypeRelations: Fields {
    public let besluittypen = Field<[String]>(1, .required, .min(0), .max(1_000))
    public let deelzaaktypen = Field<[String]>(2, .max(1_000))
    public let gerelateerdeZaaktypen = Field<[Record<NamedRelation>]>(3, .required, .min(0), .max(1_000))
    public static let declaration = Declaration(ZaakTypeRelations())
}

/// A related zaaktype as a client writes it.
public struct NamedRelation: Fields {
    public let zaaktype = Field<String>(1, .required, .max(1_000))
    public let aardRelatie = Field<AardRelatie>(2, .required)
    public let toelichting = Field<String>(3, .max(255))
    public static let declaration = Declaration(NamedRelation())
}
