import Access
import Catalogi
import Database
import Foundation
import Kernel
import Keys
import Ledger
import Synchronization
import TestGround
import Vault

@testable import Documenten

/// A house with a register of documents and a vault on either database, and a few types beside it.
struct Town: Sendable {
    let folder: URL
    let database: Database
    let journal: Journal
    let clock: HandClock
    let surroundings: Surroundings
    let keys: ChainKeys
    let contents: Contents
    let documenten: DocumentStore
    let settings: DocumentSettings
    /// Chains that were put on the list of destroyed ones.
    let listed: Listed

    let author = Author(pseudonym: Town.marieke, level: .password)

    static let marieke = Identifier(high: 7, low: 7)
    static let all = DocumentMandate(documenten: "1 = 1", .geforceerdUnlock)
    static let plain = DocumentMandate(documenten: "1 = 1")
    static let everything: Clause = "1 = 1"
    static let brief = id(1)
    static let concept = id(2)
    static let zaak = id(11)

    static func id(_ number: UInt64) -> Identifier { Identifier(high: 0xD0C0_0000_0000_4000, low: 1 << 63 | number) }

    static func url(_ path: String, _ id: Identifier) -> String { "https://belfort.example\(path)/\(id)" }

    static func link(_ zaak: Identifier) -> Link {
        guard let link = Link("/zaken/api/v1/zaken/\(zaak)") else { preconditionFailure("a test wrote a bad path") }
        return link
    }

    static let addresses: Addresses = {
        guard let found = Addresses(publicURL: "https://belfort.example") else {
            preconditionFailure("a test wrote down an address that is none")
        }
        return found
    }()

    var uploads: DocumentUploads { DocumentUploads(database: database, contents: contents) }
    var reader: DocumentReader { DocumentReader(database: database, contents: contents, settings: settings) }

    /// One change, a second after the last.
    @discardableResult
    func change<Result: Sendable>(
        by author: Author? = nil,
        _ body: @escaping @Sendable (Change) throws -> Result
    ) async throws -> Result {
        clock.advance(milliseconds: 1_000)
        return try await journal.change(by: author ?? self.author, request: surroundings.identifier(), body)
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await database.snapshot(body)
    }

    func findings() async throws -> [Finding] {
        try await journal.sequence()
        var findings: [Finding] = []
        _ = try await Verification(
            database: database,
            verifierKey: journal.verifierKey,
            states: DocumentenModule.states
        ).run { findings.append($0) }
        return findings
    }

    static func body(_ members: String = "") -> String {
        """
        {"bronorganisatie":"123456782","creatiedatum":"2026-03-01","titel":"Brief","auteur":"An","taal":"nld",
        "informatieobjecttype":"\(url(InformatieObjectType.path, brief))"\(members.isEmpty ? "" : ",")\(members)}
        """
    }

    func received(_ text: String) async throws -> PreparedContent {
        .received(try await uploads.receive(Bytes(text)))
    }

    /// Makes a document; its id.
    @discardableResult
    func document(
        _ members: String = "",
        text: String? = "Beste,",
        by author: Author? = nil,
        _ mandate: DocumentMandate = Town.plain
    ) async throws -> Identifier {
        let content = if let text { try await received(text) } else { PreparedContent?.none }
        let documenten = documenten
        let number = "D-\(surroundings.identifier())"
        return try await change(by: author) { change in
            try documenten.add(
                try draft(Self.body(members)),
                content: content,
                number: String(number.prefix(40)),
                mandate,
                change
            ).record.identifier
        }
    }

    func lock(_ id: Identifier, _ mandate: DocumentMandate = Town.plain) async throws -> String {
        let documenten = documenten
        return try await change { try documenten.lock(id, mandate, $0) }
    }

    func unlock(_ id: Identifier, _ lock: String?, _ mandate: DocumentMandate = Town.plain) async throws {
        let (documenten, merged) = (documenten, try await uploads.merge(id))
        try await change { try documenten.unlock(id, lock: lock, merged: merged, mandate, $0) }
    }

    /// PATCH or PUT of a document that is locked.
    func write(
        _ id: Identifier,
        _ body: String,
        _ rewriting: Rewriting = .patch,
        content: ContentChange = .keep,
        lock: String?,
        _ mandate: DocumentMandate = Town.plain
    ) async throws {
        let documenten = documenten
        _ = try await change { change in
            try documenten.change(id, try draft(body), rewriting, content: content, lock: lock, mandate, change)
        }
    }

    func record(
        _ id: Identifier,
        _ moment: DocumentMoment = .current
    ) async throws -> Record<EnkelvoudigInformatieObject> {
        try await read { try DocumentStore.find(id, moment, Self.everything, in: $0).record }
    }

    func json(_ id: Identifier) async throws -> JSONValue {
        try await read { transaction in
            var writer = JSONWriter(capacity: 1_024)
            try DocumentStore.rows.write(id, Self.everything, to: &writer, Self.addresses, in: transaction)
            return try JSONValue(writer.withBytes { Array($0) })
        }
    }

    func text(_ id: Identifier, _ moment: DocumentMoment = .current, for visitor: Visitor = .house) async throws
        -> String
    {
        let open = try await reader.open(id, moment, for: visitor)
        var bytes: [UInt8] = []
        if let content = open.content { for try await part in content.bytes { bytes += part } }
        return String(decoding: bytes, as: UTF8.self)
    }

    func tie(_ id: Identifier, to zaak: Identifier = Town.zaak) async throws {
        _ = try await change { try ObjectInformatieObjectStore.tie(id, to: Self.link(zaak), .zaak, $0) }
    }

    /// Files of contents in the vault.
    var files: Int {
        let path = folder.path + "/vault/objects"
        return FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }
            .count { $0.split(separator: "/").count == 3 } ?? 0
    }
}

/// Chains that were put on the list of destroyed ones.
final class Listed: Sendable {
    let chains = Mutex<[Identifier]>([])
}

/// A text that comes in small parts.
struct Bytes: AsyncSequence, Sendable {
    let parts: [[UInt8]]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        parts = stride(from: 0, to: bytes.count, by: 3).map { Array(bytes[$0..<Swift.min(bytes.count, $0 + 3)]) }
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: parts[...]) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<[UInt8]>

        mutating func next() async throws -> [UInt8]? { rest.popFirst() }
    }
}

/// What a client sent, as the routes read it.
func draft<F: Fields>(_ json: String) throws -> Draft<F> {
    try Draft<F>.read(Array(json.utf8), Town.addresses)
}

/// The answer of a failed change: its status and, for each fault, `field: code`.
func refusal(_ body: () async throws -> Void) async -> [String] {
    do {
        try await body()
        return []
    } catch let invalid as Invalid {
        return invalid.faults.map { "\($0.name): \($0.code)" }
    } catch let problem as Problem {
        return ["\(problem.status)"]
    } catch {
        return ["\(error)"]
    }
}

func withTown(
    _ kind: TestGround.Kind,
    settings: DocumentSettings = DocumentSettings(),
    _ body: (Town) async throws -> Void
) async throws {
    try await withFolder { folder in
        let clock = HandClock(at: Surroundings.live.now())
        let surroundings = Surroundings(now: { clock.now }, random: Surroundings.live.random)
        let keys = ChainKeys(
            master: try KeyFolder(path: folder.path + "/keys").masterKeys(surroundings),
            surroundings: surroundings
        )
        try await withDatabase(kind) { database in
            try await database.migrate(
                ChainKeys.migrations + LedgerStore.migrations + Schema.migrations + Contents.migrations
                    + DocumentenModule.migrations
            )
            let journal = try Journal(
                database: database,
                keys: keys,
                surroundings: surroundings,
                origin: "proef.example/belfort",
                signingSeed: [UInt8](repeating: 5, count: 32)
            )
            let contents = try Contents(
                path: folder.path + "/vault",
                database: database,
                keys: keys,
                surroundings: surroundings
            )
            let neighbours = DocumentNeighbours { reference, _ in
                guard let id = reference.identifier, [Town.brief, Town.concept].contains(id) else { return nil }
                return DocumenttypeFacts(
                    isPublished: id == Town.brief,
                    vertrouwelijkheidaanduiding: .zaakvertrouwelijk
                )
            }
            try await body(
                Town(
                    folder: folder,
                    database: database,
                    journal: journal,
                    clock: clock,
                    surroundings: surroundings,
                    keys: keys,
                    contents: contents,
                    documenten: DocumentStore(neighbours: neighbours, contents: contents, settings: settings),
                    settings: settings,
                    listed: Listed()
                )
            )
        }
    }
}
