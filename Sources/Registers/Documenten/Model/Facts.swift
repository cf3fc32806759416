public import Catalogi
public import Kernel
public import Vault

/// What the catalogue says of an informatieobjecttype, as far as a document must know it.
public struct DocumenttypeFacts: Sendable {
    /// A concept cannot be used.
    public var isPublished: Bool
    /// How confidential its documents are when nobody says so.
    public var vertrouwelijkheidaanduiding: Vertrouwelijkheidaanduiding

    public init(isPublished: Bool, vertrouwelijkheidaanduiding: Vertrouwelijkheidaanduiding) {
        (self.isPublished, self.vertrouwelijkheidaanduiding) = (isPublished, vertrouwelijkheidaanduiding)
    }
}

/// What other registers must know of a document.
public struct DocumentFacts: Sendable {
    public let informatieobjecttype: Reference<InformatieObjectType>
    public let isGearchiveerd: Bool
    public let isLocked: Bool
    /// Nil while nobody said whether rights restrict its use.
    public let indicatieGebruiksrecht: Bool?
}

/// A document of a zaak or a decision, as a page lists it.
public struct DocumentSummary: Sendable {
    public let id: Identifier
    public let titel: String
    /// The name under which it is downloaded.
    public let bestandsnaam: String
    /// The media type that its maker gave, or the one that the vault saw.
    public let formaat: String
    /// Nil while there is no content.
    public let bestandsomvang: Int?
    /// In hexadecimal; empty while there is no content.
    public let sha256: String
    public let informatieobjecttype: Reference<InformatieObjectType>
    public let vertrouwelijkheidaanduiding: Vertrouwelijkheidaanduiding
    public let status: Documentstatus?
    public let versie: Int
    public let beginRegistratie: Instant
    public let ontvangstdatum: Day?
    public let ingediendDoor: Identifier?
    /// How far the look for viruses has come; nil while there is no content.
    public let scan: Content.State?
}

/// A content that is going to be a document's.
public enum PreparedContent: Sendable {
    /// Just received in the vault, without a row.
    case received(ReceivedContent)
    /// It has a row already, opened by the key of another chain, such as that of a draft.
    case lying(Identifier, in: Identifier)
}

/// What a change does with the content of a document.
public enum ContentChange: Sendable {
    /// The new version has the content of the one before.
    case keep
    case set(PreparedContent)
    /// The new version has none; with a size, parts are to be sent.
    case clear
}
