public import Database
public import Foundation

/// The two databases that every store test runs on.
public enum Kind: String, CaseIterable, CustomStringConvertible, Sendable {
    case sqlite, postgres

    public var description: String { rawValue }

    /// PostgreSQL is started by `make test` (scripts/with-postgres), which names it here.
    public static var available: [Kind] { server == nil ? [.sqlite] : allCases }

    public static let server = ProcessInfo.processInfo.environment["BELFORT_TEST_POSTGRES"]
}

/// A database of its own for one test, gone afterwards.
public func withDatabase(
    _ kind: Kind,
    durability: Durability = .scratch,
    limits: Database.Limits = .init(),
    _ body: (Database) async throws -> Void
) async throws {
    // All tests run at once; the server has room for so many connections only.
    if kind == .postgres { await Turnstile.postgres.enter() }
    defer { if kind == .postgres { Turnstile.postgres.leave() } }
    try await withFolder { folder in
        let location = try await location(kind, in: folder)
        let database = try Database(location, durability: durability, limits: limits)
        defer { database.close() }
        try await body(database)
    }
}

/// A place for a new database: a file in the folder, or a database made on the test server.
public func location(_ kind: Kind, in folder: URL) async throws -> Database.Location {
    guard kind == .postgres, let server = Kind.server else {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return .sqlite(path: folder.appending(path: "belfort.sqlite").path)
    }
    let name = "t" + UUID().uuidString.replacing("-", with: "").lowercased()
    let maker = try Database(.postgres(url: server + "/postgres"))
    defer { maker.close() }
    // CREATE DATABASE stands outside a transaction, and so goes by the lane of single statements.
    _ = try await maker.read { try $0.run("CREATE DATABASE \(name) TEMPLATE template0") }
    return .postgres(url: server + "/" + name)
}
