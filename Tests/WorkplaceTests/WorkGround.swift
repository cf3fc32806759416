import Access
import Database
import Documenten
import Dossiers
import Foundation
import Foyer
import House
import Kernel
import Ledger
import Pages
import TestGround
import Typesetting
import Vault
import Web

@testable import Workplace

/// A house with two products, its officials, and the workplace's routes as a browser meets them.
struct WorkGround: Sendable {
    let hall: TownHall
    let clock: HandClock
    let register: DossierRegister
    let routes: [Route]
    let forms: FormTokens

    /// A Monday, long before the works of the permit.
    static let start = Instant("2026-03-02T08:00:00Z") ?? Instant(milliseconds: 0)

    func official(_ name: String, _ roles: [Role], in department: String) async throws -> Desk {
        let store = OfficialStore(surroundings: hall.surroundings)
        let email = name.lowercased().replacing(" ", with: ".") + "@example.org"
        let official = try await hall.database.write { transaction in
            try store.add(name: name, email: email, department: department, roles: roles, in: transaction)
        }
        let identity = Identity(subject: official.id, level: .password, attributes: ["naam": name])
        return Desk(ground: self, caller: Caller(.official(identity), session: "sessie van \(name)"))
    }

    /// A PDF in the vault under the key of a chain.
    func file(_ name: String, in chain: Identifier) async throws -> FileClaim {
        let bytes = Array("%PDF-1.4\n% \(name) \(chain)\n%%EOF\n".utf8)
        let parts = AsyncStream<[UInt8]> { continuation in
            continuation.yield(bytes)
            continuation.finish()
        }
        let received = try await hall.contents.receive(parts, name: name, allowed: [.pdf])
        try await hall.database.write { try hall.contents.put(received, in: chain, $0) }
        return FileClaim(document: received.id, name: name, mediaType: "application/pdf", bytes: bytes.count)
    }

    func takeIn(
        _ type: String,
        _ values: [String: [String]],
        files: [String] = [],
        applicant: Applicant = Applicant(name: "Lien Maes", mail: "lien@example.org", phone: "0470 12 34 56")
    ) async throws -> Identifier {
        guard let published = try await register.type(type) else { throw Problem(.notFound) }
        let subject = hall.surroundings.identifier()
        let form = try await hall.database.write { try register.forms.begin(published.id, by: subject, in: $0) }
        var submission = Submission(values: values)
        for field in files { submission.files[field] = [try await file("\(field).pdf", in: form.id)] }
        let filled = FilledForm(published.type, submission, today: register.today)
        guard filled.isComplete else { throw Problem(.invalid, detail: "\(filled.obstacles)") }
        let new = NewDossier(
            type: published,
            answers: filled.answers,
            fee: filled.fee?.total ?? .zero,
            applicant: applicant,
            subject: subject,
            channel: .web,
            received: hall.surroundings.now(),
            form: form.id
        )
        let visitor = Visitor.resident(Identity(subject: subject, level: .substantial))
        return try await register.takeIn(new, by: visitor, request: hall.surroundings.identifier()).dossier
    }

    /// The permit of the main journey, asked for by Lien.
    func permit(describing words: String = "Een kraan voor het dak.", by name: String = "Lien Maes") async throws
        -> Identifier
    {
        let values = [
            "hoedanigheid": ["inwoner"], "vergunning": ["nee"], "naam": [name], "email": ["lien@example.org"],
            "telefoon": ["0470 12 34 56"], "soortInname": ["kraan"], "omschrijving": [words],
            "aanduiding": ["adres"], "adres.straat": ["Kerkstraat"], "adres.nummer": ["1"],
            "adres.postcode": ["9000"], "adres.gemeente": ["Gent"], "oppervlakte": ["40"], "zone": ["centrum"],
            "deel": ["rijweg", "parkeerstrook"], "parkeerplaatsen": ["2"], "doorgang": ["ja"],
            "periode.van": ["2026-06-01"], "periode.tot": ["2026-06-05"], "verklaring": ["ja"],
            "rijksregister": ["85073003328"],
        ]
        return try await takeIn(
            "inname-openbaar-domein",
            values,
            files: ["plan", "verzekering"],
            applicant: Applicant(name: name, mail: "lien@example.org", phone: "0470 12 34 56")
        )
    }

    /// A broken lamp, of which anybody tells.
    func lamp() async throws -> Identifier {
        try await takeIn("straatverlichting", ["paalnummer": ["12"], "wat": ["uit"], "meer": ["2"]])
    }
}

/// Who takes part in the permit.
struct Cast {
    let clerk: Desk
    let other: Desk
    let police: Desk
    let traffic: Desk
    let chief: Desk
    let council: Desk

    init(_ ground: WorkGround) async throws {
        clerk = try await ground.official("An Peeters", [.behandelaar], in: "openbare-ruimte")
        other = try await ground.official("Fien Bos", [.behandelaar], in: "openbare-ruimte")
        police = try await ground.official("Pol De Smet", [.adviseur], in: "politie")
        traffic = try await ground.official("Moos Visser", [.adviseur], in: "mobiliteit")
        chief = try await ground.official("Greet Hof", [.goedkeurder], in: "openbare-ruimte")
        council = try await ground.official("Karel Raad", [.goedkeurder], in: "secretariaat")
    }

    /// Up to where the decision is written: complete, and both advices in.
    func advise(_ id: Identifier) async throws {
        _ = try await clerk.send("opname", in: id)
        _ = try await clerk.send("afwerking", ["taak": "nazicht"], in: id)
        let text = ["uitkomst": "gunstig", "tekst": "Zet borden."]
        _ = try await police.send("advies", text.merging(["taak": "politie"]) { $1 }, in: id)
        _ = try await traffic.send("advies", text.merging(["taak": "mobiliteit"]) { $1 }, in: id)
    }
}

/// A program in place of WeasyPrint that gives a small PDF, so that a test does not wait for type.
private let press = """
    #!/bin/sh
    /bin/cat > /dev/null
    printf '%%PDF-1.4\\n%% beslissing\\n%%%%EOF\\n'
    """

/// - Parameter canPrint: whether the house has a program that makes PDFs.
func withWork(
    _ kind: TestGround.Kind = .sqlite,
    canPrint: Bool = true,
    _ body: (WorkGround) async throws -> Void
) async throws {
    try await withFolder { folder in
        let clock = HandClock(at: WorkGround.start)
        var settings = House.Settings()
        settings.data = folder.appending(path: "data").path
        settings.town.name = "Testergem"
        if case .postgres(let url) = try await location(kind, in: folder) { settings.database = url }
        let hall = try await TownHall.open(settings, surroundings: .fixed(clock: clock, seed: 7))
        defer { hall.database.close() }
        let program = folder.appending(path: "weasyprint")
        try Data(press.utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let register = try hall.dossiers(settings)
        for type in ["inname-openbaar-domein", "straatverlichting"] {
            try await register.publish(try Types.read(type), by: .house, request: hall.surroundings.identifier())
        }
        let forms = try FormTokens(key: hall.surroundings.random(32), surroundings: hall.surroundings)
        let brand = Brand(kind: Text(nl: "Gemeente"), name: "Testergem", address: "", phone: "", mail: "", hours: [])
        let desk = WorkDesk(
            frame: Frame(brand: brand, forms: forms, database: hall.database),
            database: hall.database,
            register: register,
            contents: hall.contents,
            documents: DocumentReader(database: hall.database, contents: hall.contents),
            typesetter: Typesetter(program: canPrint ? program.path : "/nowhere/weasyprint"),
            surroundings: hall.surroundings
        )
        let module = Workplace.module(desk)
        try await body(
            WorkGround(hall: hall, clock: clock, register: register, routes: module.routes, forms: forms)
        )
    }
}

/// The documents of the demo town, as they lie in the repository.
enum Types {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func read(_ name: String) throws -> DossierType {
        try DossierType.read(
            Array(try Data(contentsOf: root.appending(path: "Sources/Roof/Town/Types/\(name).json")))
        )
    }
}
