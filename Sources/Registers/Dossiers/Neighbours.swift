public import Database
public import Kernel
public import Ledger

/// What dossiers ask of the registers beside them, within their own transaction; filled in at composition.
public struct DossierNeighbours: Sendable {
    /// Makes a document of a content that lies in the vault, and ties it to a zaak.
    public var takePaper: @Sendable (NewPaper, Change) throws -> TakenPaper
    /// What pages show of documents; those that are gone are left out.
    public var papers: @Sendable ([Identifier], Transaction) throws -> [Identifier: TakenPaper]
    /// Writes a decision down and ties it to its zaak and its document.
    public var decide: @Sendable (NewDecision, Change) throws -> Identifier
    /// Hands a message to whatever brings it to the applicant.
    public var send: @Sendable (OutgoingMessage, Change) throws -> Void

    public init(
        takePaper: @escaping @Sendable (NewPaper, Change) throws -> TakenPaper,
        papers: @escaping @Sendable ([Identifier], Transaction) throws -> [Identifier: TakenPaper],
        decide: @escaping @Sendable (NewDecision, Change) throws -> Identifier,
        send: @escaping @Sendable (OutgoingMessage, Change) throws -> Void
    ) {
        (self.takePaper, self.papers, self.decide, self.send) = (takePaper, papers, decide, send)
    }
}

/// A paper that becomes a document of a zaak.
public struct NewPaper: Sendable {
    public var zaak: Identifier
    /// The content in the vault.
    public var content: Identifier
    /// The chain whose key opens the content now; from then on it is the document's.
    public var chain: Identifier
    /// The name of the file.
    public var name: String
    public var title: String
    /// The type of the catalogue.
    public var kind: Identifier
    /// Who wrote it, in words.
    public var author: String
    /// The day on which it came in; nil for what the town writes itself.
    public var receivedOn: Day?
    /// The word of `vertrouwelijkheidaanduiding`.
    public var confidentiality: String

    public init(
        zaak: Identifier,
        content: Identifier,
        chain: Identifier,
        name: String,
        title: String,
        kind: Identifier,
        author: String,
        receivedOn: Day?,
        confidentiality: String
    ) {
        (self.zaak, self.content, self.chain, self.name) = (zaak, content, chain, name)
        (self.title, self.kind, self.author) = (title, kind, author)
        (self.receivedOn, self.confidentiality) = (receivedOn, confidentiality)
    }
}

/// A document as dossiers know it.
public struct TakenPaper: Hashable, Sendable {
    public var document: Identifier
    public var name: String
    public var title: String
    public var mediaType: String
    public var bytes: Int64
    /// SHA-256 of the bytes in hexadecimal.
    public var sha256: String
    /// What the scanner said, in a word of the vault: `clean`, `received` …
    public var state: String

    public init(
        document: Identifier,
        name: String,
        title: String,
        mediaType: String,
        bytes: Int64,
        sha256: String,
        state: String
    ) {
        (self.document, self.name, self.title) = (document, name, title)
        (self.mediaType, self.bytes, self.sha256, self.state) = (mediaType, bytes, sha256, state)
    }
}

/// A decision that is taken in a zaak.
public struct NewDecision: Sendable {
    public var zaak: Identifier
    /// The besluittype.
    public var kind: Identifier
    public var day: Day
    /// The document in which it stands, if it stands in one.
    public var document: Identifier?
    /// The body that decides, as it signs.
    public var body: String
    public var explanation: String
    /// The last day to object; nil where nobody can.
    public var appealUntil: Day?

    public init(
        zaak: Identifier,
        kind: Identifier,
        day: Day,
        document: Identifier?,
        body: String,
        explanation: String,
        appealUntil: Day?
    ) {
        (self.zaak, self.kind, self.day, self.document) = (zaak, kind, day, document)
        (self.body, self.explanation, self.appealUntil) = (body, explanation, appealUntil)
    }
}

/// A message that goes to the applicant.
public struct OutgoingMessage: Sendable {
    public var id: Identifier
    /// The dossier, whose key seals it.
    public var dossier: Identifier
    public var way: MessageWay
    public var to: Applicant
    public var letter: WrittenLetter
    public var number: String

    public init(
        id: Identifier,
        dossier: Identifier,
        way: MessageWay,
        to: Applicant,
        letter: WrittenLetter,
        number: String
    ) {
        (self.id, self.dossier, self.way, self.to) = (id, dossier, way, to)
        (self.letter, self.number) = (letter, number)
    }
}
