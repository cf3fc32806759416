public import Kernel

/// How long the term was extended, and why.
public struct Verlenging: Fields {
    public let reden = Field<String>(1, .required, .max(200), .help("Waarom de termijn verlengd werd."))
    public let duur = Field<Period>(2, .required, .help("Met hoeveel de termijn verlengd werd."))
    public static let declaration = Declaration(Verlenging())
}

/// Whether the treatment is suspended, and why.
public struct Opschorting: Fields {
    public let indicatie = Field<Bool>(1, .required, .help("Of de behandeling opgeschort is."))
    public let reden = Field<String>(2, .required, .max(200), .help("Waarom de behandeling opgeschort is."))
    public static let declaration = Declaration(Opschorting())
}

/// Another zaak and what it has to do with this one.
public struct RelevanteZaak: Fields {
    public let url = Field<Reference<Zaak>>(1, .required, .help("De andere zaak."))
    public let aardRelatie = Field<AardRelatie>(2, .required, .help("Wat ze met deze te maken heeft."))
    public static let declaration = Declaration(RelevanteZaak())
}

/// The number under which a zaak is known elsewhere.
public struct Kenmerk: Fields {
    public let kenmerk = Field<String>(1, .required, .max(40), .help("Het nummer."))
    public let bron = Field<String>(2, .required, .max(40), .help("De administratie die het gaf."))
    public static let declaration = Declaration(Kenmerk())
}

/// The object that decides when the archive term starts.
public struct Processobject: Fields {
    public let datumkenmerk = Field<String>(1, .required, .max(250), .help("Het kenmerk met de datum."))
    public let identificatie = Field<String>(2, .required, .max(250), .help("De aanduiding van het object."))
    public let objecttype = Field<String>(3, .required, .max(250), .help("Het soort object."))
    public let registratie = Field<String>(4, .required, .max(250), .help("De registratie waarin het staat."))
    public static let declaration = Declaration(Processobject())
}
