import Kernel

/// How long the term was extended, and why.
struct Verlenging: Fields {
    let reden = Field<String>(1, .required, .max(200), .help("Waarom de termijn verlengd werd."))
    let duur = Field<Period>(2, .required, .help("Met hoeveel de termijn verlengd werd."))
    static let declaration = Declaration(Verlenging())
}

/// Whether the treatment is suspended, and why.
struct Opschorting: Fields {
    let indicatie = Field<Bool>(1, .required, .help("Of de behandeling opgeschort is."))
    let reden = Field<String>(2, .required, .max(200), .help("Waarom de behandeling opgeschort is."))
    static let declaration = Declaration(Opschorting())
}

/// Another zaak and what it has to do with this one.
struct RelevanteZaak: Fields {
    let url = Field<Reference<Zaak>>(1, .required, .help("De andere zaak."))
    let aardRelatie = Field<AardRelatie>(2, .required, .help("Wat ze met deze te maken heeft."))
    static let declaration = Declaration(RelevanteZaak())
}

/// The number under which a zaak is known elsewhere.
struct Kenmerk: Fields {
    let kenmerk = Field<String>(1, .required, .max(40), .help("Het nummer."))
    let bron = Field<String>(2, .required, .max(40), .help("De administratie die het gaf."))
    static let declaration = Declaration(Kenmerk())
}

/// The object that decides when the archive term starts.
struct Processobject: Fields {
    let datumkenmerk = Field<String>(1, .required, .max(250), .help("Het kenmerk met de datum."))
    let identificatie = Field<String>(2, .required, .max(250), .help("De aanduiding van het object."))
    let objecttype = Field<String>(3, .required, .max(250), .help("Het soort object."))
    let registratie = Field<String>(4, .required, .max(250), .help("De registratie waarin het staat."))
    static let declaration = Declaration(Processobject())
}

/// How confidential, from open to most secret.
enum Vertrouwelijkheidaanduiding: String, Choice {
    case openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim, zeer_geheim
}

/// Whether the costs are paid.
enum Betalingsindicatie: String, Choice {
    case nvt, nog_niet, gedeeltelijk, geheel

    var label: String {
        switch self {
        case .nvt: "Er is niets te betalen."
        case .nog_niet: "De kosten zijn nog niet betaald."
        case .gedeeltelijk: "De kosten zijn voor een deel betaald."
        case .geheel: "De kosten zijn betaald."
        }
    }
}

enum Archiefnominatie: String, Choice { case blijvend_bewaren, vernietigen }

enum Archiefstatus: String, Choice {
    case nog_te_archiveren, gearchiveerd, gearchiveerd_procestermijn_onbekend, overgedragen
}

enum AardRelatie: String, Choice { case vervolg, onderwerp, bijdrage }

enum Zaaktype: Linkable { static let path = "/catalogi/api/v1/zaaktypen" }
enum Statustype: Linkable { static let path = "/catalogi/api/v1/statustypen" }
enum Rol: Linkable { static let path = "/zaken/api/v1/rollen" }
enum Resultaat: Linkable { static let path = "/zaken/api/v1/resultaten" }
enum ZaakObject: Linkable { static let path = "/zaken/api/v1/zaakobjecten" }
enum ZaakInformatieObject: Linkable { static let path = "/zaken/api/v1/zaakinformatieobjecten" }
