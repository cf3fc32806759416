import Access
import Database
import Foundation
import House
import Kernel
import TestGround

/// A house with a steward and a handler, before it serves.
struct PeopleGround {
    let folder: URL
    let settings: Settings

    static let password = "een paard op het dak"

    init(in folder: URL) {
        self.folder = folder
        var settings = Settings()
        settings.data = folder.appending(path: "data").path
        self.settings = settings
    }

    var arguments: [String] { ["--data", settings.data] }

    /// Makes an account by the verb of the command line.
    func add(_ name: String, _ email: String, _ roles: [Role], password: String? = password) async throws {
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        _ = try await hall.addUser(
            name: name,
            email: email,
            department: "Omgeving",
            roles: roles,
            password: password,
            settings
        )
    }

    /// Works on the house's database.
    func with<Result>(_ body: (TownHall) async throws -> Result) async throws -> Result {
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        return try await body(hall)
    }

    /// The token of a session that begins now, as the browser's cookie holds it.
    func session(_ start: SessionStore.Start) async throws -> String {
        try await with { hall in
            let sessions = SessionStore(surroundings: hall.surroundings)
            return try await hall.database.write { try sessions.start(start, in: $0) }.text
        }
    }

    func official(_ email: String) async throws -> Official? {
        try await with { hall in
            let officials = OfficialStore(surroundings: hall.surroundings)
            return try await hall.database.read { try officials.official(email: email, in: $0) }
        }
    }
}

/// A house with Marieke (beheerder) and Tom (behandelaar) that serves; `demo` opens the demo's doors.
func withPeople(demo: Bool = false, _ body: (PeopleGround, String) async throws -> Void) async throws {
    try await withFolder { folder in
        let ground = PeopleGround(in: folder)
        try await ground.add("Marieke Declercq", "marieke@leiebeke.example", [.beheerder])
        try await ground.add("Tom Wouters", "tom@leiebeke.example", [.behandelaar])
        let server = try await Server.start(ground.arguments, environment: demo ? ["BELFORT_DEMO": "true"] : [:])
        defer { server.stop() }
        try await body(ground, server.url)
    }
}
