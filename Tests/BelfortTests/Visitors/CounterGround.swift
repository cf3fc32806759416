import Access
import Database
import Foundation
import House
import Kernel
import Outbox
import TestGround
import Testing

/// A town that serves with some products, and somebody at its desk.
struct CounterGround {
    let people: PeopleGround
    let url: String

    var folder: URL { people.folder }

    /// How many contents lie in the vault.
    func contents() throws -> Int {
        let vault = URL(filePath: people.settings.data).appending(path: "vault")
        let files = FileManager.default.enumerator(at: vault, includingPropertiesForKeys: [.isRegularFileKey])
        return (files?.allObjects as? [URL] ?? []).count { file in
            (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }

    /// What is to leave the house, as subject and text, for whom a closure picks.
    func outgoing() async throws -> [(to: String, subject: String, text: String)] {
        try await people.with { hall in
            let outbox = OutboxStore(keys: hall.keys, surroundings: hall.surroundings)
            return try await hall.database.read { transaction in
                try outbox.items(transaction).compactMap {
                    try outbox.outgoing($0.id, transaction)
                }.map { outgoing in
                    let to: String =
                        switch outgoing.way {
                        case .mail(let address): address.text
                        case .letter(let address): "brief: \(address)"
                        }
                    return (to, outgoing.subject, outgoing.text)
                }
            }
        }
    }
}

/// Serves a town with products of the library; `change` may edit a product before it is published.
func withCounter(
    _ types: [String],
    change: (String) -> String = { $0 },
    _ body: (CounterGround) async throws -> Void
) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    try await withFolder { folder in
        let people = PeopleGround(in: folder)
        for type in types {
            let source = root.appending(path: "Sources/Roof/Town/Types/\(type).json")
            let file = folder.appending(path: "\(type).json")
            try Data(change(try String(contentsOf: source, encoding: .utf8)).utf8).write(to: file)
            let done = try await Program.run(["import", "dossiertype", file.path] + people.arguments)
            #expect(done.status == 0 && done.output.contains("Gepubliceerd"), "\(done.output)\(done.complaint)")
        }
        for (name, role) in [("Els Balie", Role.balie), ("Omar Balie", .balie), ("An Peeters", .behandelaar)] {
            let email = name.lowercased().replacing(" ", with: ".") + "@leiebeke.example"
            try await people.with { hall in
                _ = try await hall.addUser(
                    name: name,
                    email: email,
                    department: role == .balie ? "burgerzaken" : "openbare-ruimte",
                    roles: [role],
                    password: PeopleGround.password,
                    people.settings
                )
            }
        }
        let server = try await Server.start(people.arguments)
        defer { server.stop() }
        try await body(CounterGround(people: people, url: server.url))
    }
}

extension Browser {
    /// Begins a product without signing in; answers the path of the form.
    func begin(_ type: String) async throws -> String {
        try #require(try await submit([], from: "/aanvragen/\(type)", to: "/aanvragen/\(type)").location)
    }

    func signIn(_ email: String) async throws {
        let fields = [("email", email), ("wachtwoord", PeopleGround.password), ("naar", "/werk/innemen")]
        #expect(try await submit(fields, from: "/aanmelden", to: "/aanmelden").location == "/werk/innemen")
    }

    /// Sends a step with files, as a browser does.
    func submitFiles(
        _ fields: [(String, String)],
        _ files: [(field: String, name: String, text: String)],
        at path: String,
        to target: String? = nil
    ) async throws -> Page {
        let page = try await get(path)
        let version = page.body.firstMatch(of: /name="versie" value="([0-9]+)"/).map { String($0.output.1) }
        let all = [("formulier", try #require(page.token)), ("versie", version ?? "0")] + fields
        var body = all.map { name, value in
            "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        for file in files {
            body += "--grens\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
            body += "Content-Type: application/octet-stream\r\n\r\n\(file.text)\r\n"
        }
        let headers = [
            "Accept": "text/html", "Content-Type": "multipart/form-data; boundary=grens",
            "Sec-Fetch-Site": "same-origin",
        ]
        return try await send("POST", target ?? path, headers: headers, body: body + "--grens--\r\n")
    }

    /// Fills in the request for a skip in front of a house, up to the page where one looks through it.
    func fillSkip(
        _ form: String,
        name: String = "Lien Maes",
        mail: String = "lien@example.org",
        house: String = "12",
        from first: (day: String, month: String, year: String)
    ) async throws {
        let who = [("hoedanigheid", "inwoner"), ("naam", name), ("email", mail), ("telefoon", "0470 12 34 56")]
        for (step, fields) in [
            ("wie", who),
            ("waarvoor", [("soortInname", "container"), ("vergunning", "nee")]),
            (
                "waar",
                [
                    ("aanduiding", "adres"), ("adres-straat", "Kerkstraat"), ("adres-nummer", house),
                    ("adres-postcode", "9000"), ("adres-gemeente", "Gent"), ("oppervlakte", "8"), ("zone", "rand"),
                    ("deel", "stoep"),
                ]
            ),
            (
                "wanneer",
                [
                    ("periode-van-dag", first.day), ("periode-van-maand", first.month),
                    ("periode-van-jaar", first.year), ("periode-tot-dag", first.day),
                    ("periode-tot-maand", first.month), ("periode-tot-jaar", first.year),
                ]
            ),
        ] {
            // A question that an answer brought up is answered in the same breath, so the second press goes on.
            var page = try await submitFiles(fields + [("doe", "verder")], [], at: "\(form)/\(step)")
            if page.status == 200 {
                page = try await submitFiles(fields + [("doe", "verder")], [], at: "\(form)/\(step)")
            }
            #expect(page.status == 303, "\(step): \(page.body)")
        }
        let plan = (field: "plan", name: "plan.pdf", text: CounterFiles.pdf)
        #expect(try await submitFiles([("doe", "verder")], [plan], at: "\(form)/bijlagen").status == 303)
        let agreed = try await submitFiles([("verklaring", "ja"), ("doe", "verder")], [], at: "\(form)/akkoord")
        #expect(agreed.location == "\(form)/nakijken")
    }
}

enum CounterFiles {
    static let pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

    /// A day in three months, as one types it.
    static func later(days: Int = 0) throws -> (day: String, month: String, year: String) {
        let day = try #require(BrusselsTime.day(of: Surroundings.live.now()).adding(days: 90 + days))
        return (String(day.day), String(day.month), String(day.year))
    }
}
