public import Kernel

/// That a document came from somebody or went to somebody, and to which address.
///
/// Source: ZGW Documenten API 1.4.2, resource `Verzending`.
public struct Verzending: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let betrokkene = Field<Link>(
        2,
        .required,
        .max(200),
        .personal,
        .filter(.exact),
        .help("Wie het stuurde of kreeg.")
    )
    public let informatieobject = Field<Reference<EnkelvoudigInformatieObject>>(
        3,
        .required,
        .ownOnly,
        .writeOnce,
        .filter(.exact),
        .help("Het document.")
    )
    public let aardRelatie = Field<Verzendrichting>(
        4,
        .required,
        .filter(.exact),
        .help("Of de betrokkene het stuurde of kreeg.")
    )
    public let toelichting = Field<String>(5, .max(200), .personal, .help("Wat erover te zeggen is."))
    public let ontvangstdatum = Field<Day?>(6, .help("De dag waarop het aankwam."))
    public let verzenddatum = Field<Day?>(7, .help("De dag waarop het vertrok."))
    public let contactPersoon = Field<Link>(8, .required, .max(1_000), .personal, .help("Tot wie men zich richt."))
    public let contactpersoonnaam = Field<String>(9, .max(40), .personal, .help("Hoe die persoon heet."))
    public let binnenlandsCorrespondentieadres = Field<Record<BinnenlandsAdres>?>(10, .personal, .help("Een adres."))
    public let buitenlandsCorrespondentieadres = Field<Record<BuitenlandsAdres>?>(
        11,
        .personal,
        .help("Een adres in een ander land.")
    )
    public let correspondentiePostadres = Field<Record<Postadres>?>(12, .personal, .help("Een postbus."))
    public let faxnummer = Field<String?>(13, .max(15), .personal, .help("Een faxnummer."))
    public let emailadres = Field<String?>(14, .max(100), .personal, .help("Een mailadres."))
    public let mijnOverheid = Field<Bool>(15, .help("Of het langs de brievenbus van de overheid ging."))
    public let telefoonnummer = Field<String?>(16, .max(15), .personal, .help("Een telefoonnummer."))

    public static let path = "/documenten/api/v1/verzendingen"
    public static let declaration = Declaration(Verzending())
}

extension Record where F == Verzending {
    /// How many kinds of address it has; there must be one.
    var addressKinds: Int {
        [
            self.binnenlandsCorrespondentieadres != nil, self.buitenlandsCorrespondentieadres != nil,
            self.correspondentiePostadres != nil, self.faxnummer ?? "" != "", self.emailadres ?? "" != "",
            self.telefoonnummer ?? "" != "", self.mijnOverheid,
        ].count { $0 }
    }
}

/// An address in the country.
public struct BinnenlandsAdres: Fields {
    public let huisletter = Field<String>(1, .max(1), .help("De letter bij het huisnummer."))
    public let huisnummer = Field<Int>(2, .required, .min(1), .max(99_999), .help("Het huisnummer."))
    public let huisnummerToevoeging = Field<String>(3, .max(4), .help("Het busnummer."))
    public let naamOpenbareRuimte = Field<String>(4, .required, .max(80), .help("De straat."))
    public let postcode = Field<String>(5, .max(6), .help("De postcode."))
    public let woonplaatsnaam = Field<String>(6, .required, .max(80), .help("De gemeente."))

    public static let declaration = Declaration(BinnenlandsAdres())
}

/// An address in another country.
public struct BuitenlandsAdres: Fields {
    public let adresBuitenland1 = Field<String>(1, .required, .max(35), .help("De eerste regel."))
    public let adresBuitenland2 = Field<String>(2, .max(35), .help("De tweede regel."))
    public let adresBuitenland3 = Field<String>(3, .max(35), .help("De derde regel."))
    public let landPostadres = Field<Link>(4, .required, .max(200), .help("Het land."))

    public static let declaration = Declaration(BuitenlandsAdres())
}

/// A box at the post office.
public struct Postadres: Fields {
    public let postBusOfAntwoordnummer = Field<Int>(1, .required, .min(1), .max(9_999), .help("Het nummer."))
    public let postadresPostcode = Field<String>(2, .required, .max(6), .help("De postcode."))
    public let postadresType = Field<PostadresType>(3, .required, .help("Wat voor nummer het is."))
    public let woonplaatsnaam = Field<String>(4, .required, .max(80), .help("De gemeente."))

    public static let declaration = Declaration(Postadres())
}
