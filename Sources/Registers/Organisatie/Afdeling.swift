public import Kernel

/// A department of the town, or a body outside it that gives advice: who does the work, whoever sits there now.
///
/// Types and accounts name it by its code. A department may be part of another: whoever works for the whole works for
/// its parts as well.
public struct Afdeling: Resource {
    public let url = OwnURL()
    public let uuid = Field<Identifier>(1, .identity)
    public let code = Field<String>(
        2,
        .required,
        .max(80),
        .pattern(.slug),
        .unique,
        .writeOnce,
        .filter(.exact),
        .help("Waarmee dossiertypen en medewerkers ernaar verwijzen: openbare-ruimte.")
    )
    public let naam = Field<String>(3, .required, .max(150), .help("Hoe ze heet."))
    public let deelVan = Field<String>(4, .max(80), .filter(.exact), .help("De code van het geheel."))
    public let telefoon = Field<String>(5, .max(40), .help("Het telefoonnummer voor inwoners."))
    public let mail = Field<String>(6, .max(254), .help("Het e-mailadres voor inwoners."))
    public let isExtern = Field<Bool>(7, .help("Of het een orgaan buiten de gemeente is."))

    public static let path = "/organisatie/api/v1/afdelingen"
    public static let declaration = Declaration(Afdeling())
}

extension Pattern {
    /// Small letters, digits and hyphens.
    static let slug = Pattern("^[a-z0-9-]*$") { bytes in
        bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
