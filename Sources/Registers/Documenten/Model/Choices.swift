import Catalogi
public import Kernel

/// How far a document is.
public enum Documentstatus: String, Choice {
    case in_bewerking, ter_vaststelling, definitief, gearchiveerd

    /// Whether it is still being written.
    var isDraft: Bool { self == .in_bewerking || self == .ter_vaststelling }
}

/// How a document was signed.
public enum Ondertekeningsoort: String, Choice { case analoog, digitaal, pki }

/// How the value was computed by which a change shows.
public enum Integriteitalgoritme: String, Choice {
    case crc_16, crc_32, crc_64, fletcher_4, fletcher_8, fletcher_16, fletcher_32, hmac, md5, sha_1, sha_256, sha_512,
        sha_3
}

/// What a document can belong to.
public enum DocumentobjectType: String, Choice { case besluit, zaak, verzoek }

/// Whether somebody sent a document or was sent it.
public enum Verzendrichting: String, Choice { case afzender, geadresseerde }

/// What kind of number stands in a postal address.
public enum PostadresType: String, Choice { case antwoordnummer, postbusnummer }

extension Vertrouwelijkheidaanduiding {
    /// 1 for `openbaar` to 8 for `zeer_geheim`: what rights compare.
    var rank: Int64 { Int64(Self.allCases.firstIndex(of: self) ?? Self.allCases.count - 1) + 1 }
}
