public import Kernel

/// How confidential, from open to most secret.
public enum Vertrouwelijkheidaanduiding: String, Choice {
    case openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim, zeer_geheim

    /// 1 for `openbaar` to 8 for `zeer_geheim`: what rights and filters compare.
    public var rank: Int64 { Int64(Self.allCases.firstIndex(of: self) ?? Self.allCases.count - 1) + 1 }
}

/// Whether the costs are paid.
public enum Betalingsindicatie: String, Choice {
    case nvt, nog_niet, gedeeltelijk, geheel

    public var label: String {
        switch self {
        case .nvt: "Er is niets te betalen."
        case .nog_niet: "De kosten zijn nog niet betaald."
        case .gedeeltelijk: "De kosten zijn voor een deel betaald."
        case .geheel: "De kosten zijn betaald."
        }
    }
}

/// What happens to a dossier in the end.
public enum Archiefnominatie: String, Choice { case blijvend_bewaren, vernietigen }

/// How far a dossier is on its way to the archive.
public enum Archiefstatus: String, Choice {
    case nog_te_archiveren, gearchiveerd, gearchiveerd_procestermijn_onbekend, overgedragen
}

/// What another zaak has to do with one.
public enum AardRelatie: String, Choice { case vervolg, onderwerp, bijdrage }
