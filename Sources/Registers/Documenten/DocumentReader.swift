public import Access
public import Database
public import Kernel
public import Ledger
public import Vault

/// A document that somebody may read, and its bytes.
public struct OpenDocument: Sendable {
    public let document: KeptRecord<EnkelvoudigInformatieObject>
    /// The name to save it under.
    public let name: String
    /// What its bytes are; what nobody looked into is bytes and no more.
    public let mediaType: String
    /// Nil for an empty file, and for a document without content.
    public let content: OpenContent?

    /// Whether there is a content at all, be it empty.
    public var hasContent: Bool { content != nil || document.record.bestandsomvang == 0 }
}

/// Opens contents of documents for whoever may see them, as far as they were scanned.
public struct DocumentReader: Sendable {
    let database: Database
    let contents: Contents
    let settings: DocumentSettings

    public init(database: Database, contents: Contents, settings: DocumentSettings = DocumentSettings()) {
        (self.database, self.contents, self.settings) = (database, contents, settings)
    }

    /// Opens a content, whole or a range of its bytes.
    ///
    /// Who brought a document in may read it before it was scanned; what a virus was found in nobody reads.
    /// - Throws: `Problem`: 403, 404, 409 while it waits for the scanner, 410 when its key was destroyed, 416 is the
    ///   route's.
    public func open(
        _ id: Identifier,
        _ moment: DocumentMoment = .current,
        for visitor: Visitor,
        range: Range<Int64>? = nil
    ) async throws -> OpenDocument {
        let visible = DocumentMandate.visible(to: visitor)
        let found = try await database.snapshot { try DocumentStore.find(id, moment, visible, in: $0) }
        let document = found.record
        let isUploader = visitor.identity.map { $0.subject == document.ingediendDoor } ?? false
        let reader: ContentReader =
            isUploader ? .uploader : settings.hasScanner ? .anyone : .houseWithoutScanner
        return OpenDocument(
            document: found,
            name: document.downloadName,
            mediaType: (MediaKind(rawValue: document.soort) ?? .other).mediaType,
            content: try await open(document, reader, range)
        )
    }

    private func open(
        _ document: Record<EnkelvoudigInformatieObject>,
        _ reader: ContentReader,
        _ range: Range<Int64>?
    ) async throws -> OpenContent? {
        guard let content = document.inhoudId else { return nil }
        do {
            return try await contents.open(content, for: reader, range: range)
        } catch let error as VaultError {
            switch error.code {
            case .held: throw try await held(content)
            case .destroyed: throw Problem(.gone)
            default: throw error
            }
        }
    }

    private func held(_ id: Identifier) async throws -> Problem {
        switch try await database.read({ try contents.content(id, $0)?.state }) {
        case .infected:
            Problem(.forbidden, code: "infected", detail: "In dit bestand werd een virus gevonden.")
        case .notScanned:
            Problem(.forbidden, code: "not-scanned", detail: "Dit bestand kon niet op virussen onderzocht worden.")
        default:
            Problem(.conflict, code: "not-scanned-yet", detail: "Dit bestand wordt nog op virussen onderzocht.")
        }
    }
}
