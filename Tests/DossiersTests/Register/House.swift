import Access
import Database
import Foundation
import House
import Kernel
import Keys
import Ledger
import TestGround
import Zaken

@testable import Dossiers

/// A house with types published, officials in it, and a clock that a test moves by hand.
struct DossierGround: Sendable {
    let hall: TownHall
    let clock: HandClock
    let register: DossierRegister

    static let start = Instant("2026-03-02T08:00:00Z") ?? Instant(milliseconds: 0)

    /// An official with roles, in a department.
    func official(_ name: String, _ roles: [Role], in department: String) async throws -> Visitor {
        let store = OfficialStore(surroundings: hall.surroundings)
        let email = name.lowercased().replacing(" ", with: ".") + "@example.org"
        let official = try await hall.database.write { transaction in
            try store.add(name: name, email: email, department: department, roles: roles, in: transaction)
        }
        return .official(Identity(subject: official.id, level: .password, attributes: ["naam": name]))
    }

    /// A request as it comes from the counter of the town.
    func takeIn(
        _ type: String,
        _ submission: Submission,
        files: [String] = [],
        by applicant: Applicant = Applicant(name: "Lien Maes", mail: "lien@example.org"),
        _ cast: Cast? = nil
    ) async throws -> (registered: Registered, applicant: Visitor) {
        let published = try found(try await register.type(type))
        let subject = hall.surroundings.identifier()
        let form = try await hall.database.write { transaction in
            try register.forms.begin(published.id, by: subject, in: transaction)
        }
        var submission = submission
        for field in files {
            submission.files[field] = try await [found(cast).file("\(field).pdf", in: form.id).claim]
        }
        let filled = FilledForm(published.type, submission, today: register.today)
        guard filled.isComplete else { throw Problem(.invalid, detail: "\(filled.obstacles)") }
        let visitor = Visitor.resident(Identity(subject: subject, level: .substantial))
        let registered = try await register.takeIn(
            NewDossier(
                type: published,
                answers: filled.answers,
                fee: filled.fee?.total ?? .zero,
                applicant: applicant,
                subject: subject,
                channel: .web,
                received: hall.surroundings.now(),
                form: form.id
            ),
            by: visitor,
            request: hall.surroundings.identifier()
        )
        return (registered, visitor)
    }

    @discardableResult
    func perform(_ verb: Verb, _ id: Identifier, _ visitor: Visitor, _ details: VerbDetails = VerbDetails())
        async throws
        -> Effect
    {
        clock.advance(milliseconds: 60_000)
        return try await register.perform(
            verb,
            on: id,
            details,
            by: visitor,
            request: hall.surroundings.identifier()
        )
    }

    func publish(_ bytes: [UInt8]) async throws {
        try await register.publish(
            try DossierType.read(bytes),
            by: .house,
            request: hall.surroundings.identifier()
        )
    }

    func findings() async throws -> [Finding] {
        var findings: [Finding] = []
        _ = try await Verification(
            database: hall.database,
            verifierKey: hall.journal.verifierKey,
            states: TownHall.states
        ).run { findings.append($0) }
        return findings
    }
}

/// The value, or a failure that says that there is none.
private func found<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Problem(.notFound) }
    return value
}

func withHouse(_ kind: TestGround.Kind, types: [String], _ body: (DossierGround) async throws -> Void) async throws {
    try await withFolder { folder in
        let clock = HandClock(at: DossierGround.start)
        var settings = House.Settings()
        settings.data = folder.appending(path: "data").path
        settings.town.name = "Testergem"
        if case .postgres(let url) = try await location(kind, in: folder) { settings.database = url }
        let hall = try await TownHall.open(settings, surroundings: .fixed(clock: clock, seed: 5))
        defer { hall.database.close() }
        let ground = DossierGround(hall: hall, clock: clock, register: try hall.dossiers(settings))
        for type in types { try await ground.publish(Library.bytes(type)) }
        try await body(ground)
    }
}
