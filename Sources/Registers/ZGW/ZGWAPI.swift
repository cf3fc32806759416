public import Access
public import Database
public import Kernel
public import Ledger
public import Web

/// What each API of the standard does alike: one resource, a page, a bare list, a change as whoever asks.
///
/// A register makes one value of it and builds its routes on it; docs/zgw.md says what clients see.
///
/// ## Topics
/// - Reading: `resource`, `page`, `array`
/// - Changing: `change`, `created`
/// - Composing: `module`
public struct ZGWAPI: Sendable {
    /// Where the API begins: `/zaken/api/v1`.
    public let root: String
    /// The version of the standard, as each answer names it.
    public let version: String
    public let database: Database
    public let journal: Journal
    public let addresses: Addresses
    public let surroundings: Surroundings

    /// Resources on one page.
    public static let pageSize = 100
    /// The last page that is looked for; a larger number would only make the database count.
    public static let pageMax = 1_000_000
    /// The largest JSON body in bytes, unless a register says otherwise.
    public static let bodyMax = 1 << 20

    public init(
        root: String,
        version: String,
        database: Database,
        journal: Journal,
        addresses: Addresses,
        surroundings: Surroundings
    ) {
        (self.root, self.version) = (root, version)
        (self.database, self.journal) = (database, journal)
        (self.addresses, self.surroundings) = (addresses, surroundings)
    }

    /// Today, in the town.
    public var today: Day { BrusselsTime.day(of: surroundings.now()) }

    /// The routes of the API as a module; every answer below its root names the version, a refusal too.
    public func module(_ name: String, _ routes: [Route]) -> Module {
        Module(name: name, routes: routes, fields: [PathFields(root, [.apiVersion: version])])
    }

    /// Runs a change as the caller, under the number of the request.
    public func change<Result: Sendable>(
        by caller: Caller,
        _ request: Request,
        _ body: @escaping @Sendable (Change) throws -> Result
    ) async throws -> Result {
        try await journal.change(by: Author(caller.visitor), request: request.id, body)
    }
}

extension Author {
    /// The author as whom a visitor changes something.
    public init(_ visitor: Visitor) {
        self.init(
            pseudonym: visitor.identity?.subject ?? Author.house.pseudonym,
            level: AuthenticationLevel(rawValue: visitor.level.rawValue) ?? .anonymous
        )
    }
}

extension Request {
    /// The bytes of a JSON body; 415 for anything else.
    public func json(max: Int = ZGWAPI.bodyMax) async throws -> [UInt8] {
        let type = headers[.contentType]?.prefix { $0 != ";" }.withoutSpaces
        guard type?.lowercased() == "application/json" else { throw Problem(.unsupportedMediaType) }
        return try await body.collect(max: max)
    }
}

extension Substring {
    /// Without spaces and tabs at either end.
    fileprivate var withoutSpaces: Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let head = drop(while: isSpace)
        return head.lastIndex { !isSpace($0) }.map { head[...$0] } ?? ""
    }
}

extension HTTPField.Name {
    /// The version of a standard that an answer follows.
    public static let apiVersion: HTTPField.Name = {
        guard let name = HTTPField.Name("API-version") else { preconditionFailure("API-version is a field name") }
        return name
    }()
}
