public import Kernel

/// A published version of a dossier type, with the types of the catalogue that stand for its parts.
///
/// The document is the type; the keys lead from its names to what ZGW clients know them by, so that a dossier is one
/// and the same zaak for the desk and for other programs.
public struct TypeVersion: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let identificatie = Field<String>(
        2,
        .required,
        .max(50),
        .filter(.exact),
        .help("Dezelfde voor alle versies.")
    )
    public let versie = Field<Int>(3, .required, .min(1), .help("Vanaf 1."))
    public let titel = Field<String>(4, .required, .max(80), .help("Hoe het heet."))
    public let dienst = Field<String>(5, .required, .max(80), .filter(.exact), .help("De dienst die ervoor instaat."))
    public let geldigVanaf = Field<Day>(
        6,
        .required,
        .help("De eerste dag waarop nieuwe dossiers deze versie krijgen.")
    )
    public let gepubliceerd = Field<Instant>(7, .readOnly, .help("Wanneer ze gepubliceerd werd."))
    public let zaaktype = Field<Identifier>(8, .readOnly, .help("Het zaaktype in de catalogus."))
    public let sleutels = Field<[Record<TypeKey>]>(
        9,
        .readOnly,
        .max(500),
        .help("Namen en hun typen in de catalogus.")
    )
    public let document = Field<String>(10, .required, .max(1_048_576), .help("Het dossiertype als JSON."))

    public static let path = "/dossiers/api/v1/dossiertypen"
    public static let declaration = Declaration(TypeVersion())
}

/// Which type of the catalogue stands for a part of a dossier type.
public struct TypeKey: Fields {
    public let soort = Field<TypePart>(1, .required, .help("Wat voor deel."))
    public let naam = Field<String>(2, .required, .max(80), .help("De naam in het document."))
    public let type = Field<Identifier>(3, .required, .help("Het type in de catalogus."))
    public static let declaration = Declaration(TypeKey())
}

/// Parts of a dossier type that have a type of their own in the catalogue.
public enum TypePart: String, Choice {
    case fase, resultaat, rol, documentsoort, beslissing
}

/// A published version as the program works with it: read once, kept for as long as it lives.
public struct PublishedType: Sendable {
    public let id: Identifier
    public let type: DossierType
    public let zaaktype: Identifier
    private let types: [TypePart: [String: Identifier]]
    private let names: [Identifier: String]

    /// Reads a row back; nil only if the database was damaged, since no other document is ever published.
    init?(_ record: Record<TypeVersion>) {
        guard let type = try? DossierType.read(Array(record.document.utf8)) else { return nil }
        (id, self.type, zaaktype) = (record.identifier, type, record.zaaktype)
        var (types, names) = ([TypePart: [String: Identifier]](), [Identifier: String]())
        for key in record.sleutels {
            types[key.soort, default: [:]][key.naam] = key.type
            if key.soort == .fase { names[key.type] = key.naam }
        }
        (self.types, self.names) = (types, names)
    }

    /// The type of the catalogue that stands for a part.
    public func key(_ part: TypePart, _ name: String) -> Identifier? { types[part]?[name] }

    /// The phase for which a statustype stands.
    public func phase(of statustype: Identifier) -> String? { names[statustype] }
}

extension TypePart {
    /// The name of the role that every dossier has: whoever asked for it.
    public static let applicant = "aanvrager"
    /// The kind of document that every dossier can have: what the town writes.
    public static let letter = "brief"
}
