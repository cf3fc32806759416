public import Kernel

/// A human being, as a rol names one. All of it is about a person.
public struct NatuurlijkPersoon: Fields {
    public let inpBsn = Field<String>(1, .max(9), .pattern(.digits), .personal)
    public let anpIdentificatie = Field<String>(2, .max(17), .personal)
    public let inpA_nummer = Field<String>(3, .max(10), .pattern(.aNummer), .personal)
    public let geslachtsnaam = Field<String>(4, .max(200), .personal)
    public let voorvoegselGeslachtsnaam = Field<String>(5, .max(80), .personal)
    public let voorletters = Field<String>(6, .max(20), .personal)
    public let voornamen = Field<String>(7, .max(200), .personal)
    public let geslachtsaanduiding = Field<Geslachtsaanduiding?>(8, .blank, .personal)
    public let geboortedatum = Field<String>(9, .max(18), .personal)
    public let verblijfsadres = Field<Record<Verblijfsadres>?>(10, .personal)
    public let subVerblijfBuitenland = Field<Record<VerblijfBuitenland>?>(11, .personal)
    public static let declaration = Declaration(NatuurlijkPersoon())
}

/// A company or another body that is no human being.
public struct NietNatuurlijkPersoon: Fields {
    public let innNnpId = Field<String>(1, .max(9))
    public let annIdentificatie = Field<String>(2, .max(17))
    public let statutaireNaam = Field<String>(3, .max(500))
    public let innRechtsvorm = Field<Rechtsvorm?>(4, .blank)
    public let bezoekadres = Field<String>(5, .max(1_000))
    public let subVerblijfBuitenland = Field<Record<VerblijfBuitenland>?>(6)
    public static let declaration = Declaration(NietNatuurlijkPersoon())
}

/// A place where a company works.
public struct Vestiging: Fields {
    public let vestigingsNummer = Field<String>(1, .max(24))
    public let handelsnaam = Field<[String]>(2, .max(100))
    public let verblijfsadres = Field<Record<Verblijfsadres>?>(3)
    public let subVerblijfBuitenland = Field<Record<VerblijfBuitenland>?>(4)
    public let kvkNummer = Field<String>(5, .max(8))
    public static let declaration = Declaration(Vestiging())
}

/// A department of the town.
public struct OrganisatorischeEenheid: Fields {
    public let identificatie = Field<String>(1, .max(24))
    public let naam = Field<String>(2, .max(50))
    public let isGehuisvestIn = Field<String>(3, .max(24))
    public static let declaration = Declaration(OrganisatorischeEenheid())
}

/// Somebody who works for the town.
public struct Medewerker: Fields {
    public let identificatie = Field<String>(1, .max(24), .personal)
    public let achternaam = Field<String>(2, .max(200), .personal)
    public let voorletters = Field<String>(3, .max(20), .personal)
    public let voorvoegselAchternaam = Field<String>(4, .max(10), .personal)
    public static let declaration = Declaration(Medewerker())
}

/// Where somebody lives or is established.
public struct Verblijfsadres: Fields {
    public let aoaIdentificatie = Field<String>(1, .required, .max(100))
    public let wplWoonplaatsNaam = Field<String>(2, .required, .max(80))
    public let gorOpenbareRuimteNaam = Field<String>(3, .required, .max(80))
    public let aoaPostcode = Field<String>(4, .max(7))
    public let aoaHuisnummer = Field<Int>(5, .required, .min(0), .max(99_999))
    public let aoaHuisletter = Field<String>(6, .max(1))
    public let aoaHuisnummertoevoeging = Field<String>(7, .max(4))
    public let inpLocatiebeschrijving = Field<String>(8, .max(1_000))
    public static let declaration = Declaration(Verblijfsadres())
}

/// Where somebody lives abroad.
public struct VerblijfBuitenland: Fields {
    public let lndLandcode = Field<String>(1, .required, .max(4))
    public let lndLandnaam = Field<String>(2, .required, .max(40))
    public let subAdresBuitenland_1 = Field<String>(3, .max(35))
    public let subAdresBuitenland_2 = Field<String>(4, .max(35))
    public let subAdresBuitenland_3 = Field<String>(5, .max(35))
    public static let declaration = Declaration(VerblijfBuitenland())
}

/// What the civil register says of somebody's sex.
public enum Geslachtsaanduiding: String, Choice {
    case m, v, o

    public var label: String {
        switch self {
        case .m: "Man"
        case .v: "Vrouw"
        case .o: "Onbekend"
        }
    }
}

/// The legal form of a body, as the standard lists them.
public enum Rechtsvorm: String, Choice {
    case besloten_vennootschap, cooperatie_europees_economische_samenwerking, europese_cooperatieve_venootschap
    case europese_naamloze_vennootschap, kerkelijke_organisatie, naamloze_vennootschap
    case onderlinge_waarborg_maatschappij, overig_privaatrechtelijke_rechtspersoon, stichting, vereniging
    case vereniging_van_eigenaars, publiekrechtelijke_rechtspersoon, vennootschap_onder_firma, maatschap, rederij
    case commanditaire_vennootschap, kapitaalvennootschap_binnen_eer
    case overige_buitenlandse_rechtspersoon_vennootschap, kapitaalvennootschap_buiten_eer
}

extension Pattern {
    /// Ten digits, the first of them no zero.
    static let aNummer = Pattern("^[1-9][0-9]{9}$") { text in
        text.count == 10 && text.first != 0x30 && text.allSatisfy { $0 &- 0x30 < 10 }
    }
}
