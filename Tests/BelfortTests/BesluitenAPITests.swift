import Access
import Besluiten
import Catalogi
import Crypto
import Database
import Documenten
import Dossiers
import Foundation
import FoundationNetworking
import Kernel
import Keys
import Ledger
import TestGround
import Testing
import Zaken

@testable import House

/// The Besluiten API as a client meets it: a served house with a zaak and a document, and tokens of two programs.
@Suite(.serialized) struct BesluitenAPITests {
    private static let besluiten = "/besluiten/api/v1/besluiten"
    typealias Kind = TestGround.Kind

    private static let ties = "/besluiten/api/v1/besluitinformatieobjecten"

    @Test(arguments: Kind.available) func `a decision of a zaak is made, tied, changed and removed on all its sides`(
        _ kind: Kind
    ) async throws {
        try await withCouncil(kind) { (council) async throws in
            let made = try await council.send("POST", Self.besluiten, council.body(zaak: council.zaak))
            #expect(made.status == 201, "\(String(describing: made.json))")
            #expect(made.field("API-version") == "1.1.0")
            let url = try #require(made.json?["url"]?.text)
            #expect(made.field("Location") == url && url.contains(Self.besluiten))
            #expect(made.json?["identificatie"]?.text?.hasPrefix("B2026-") == true)
            let id = try #require(url.split(separator: "/").last.flatMap { Identifier(String($0)) })
            let one = "\(Self.besluiten)/\(id)"
            #expect(try await council.send("GET", one).json == made.json)
            #expect(try await council.besluitenOfZaak() == [id])

            let zaak = Council.url("/zaken/api/v1/zaken", council.zaak)
            let list = try await council.send("GET", "\(Self.besluiten)?zaak=\(zaak)")
            #expect(list.json?["count"]?.integer == 1 && list.json?["results"]?[0]?["url"]?.text == url)
            let changed = try await council.send("PATCH", one, #"{"vervaldatum":"2030-01-01"}"#)
            #expect(changed.status == 200 && changed.json?["vervaldatum"]?.text == "2030-01-01")
            #expect(changed.field("ETag") != made.field("ETag"))
            let put = try await council.send("PUT", one, council.body(zaak: council.zaak))
            #expect(put.status == 200 && put.json?["vervaldatum"] == .null)

            let tie = try await council.send("POST", Self.ties, council.tie(url))
            #expect(tie.status == 201, "\(String(describing: tie.json))")
            let tied = try await council.send("GET", "\(Self.ties)?besluit=\(url)")
            #expect(tied.json?[0] == tie.json && tied.json?[1] == nil)
            #expect(try await council.objectsOfDocument() == ["\(Self.besluiten)/\(id)"])
            let again = try await council.send("POST", Self.ties, council.tie(url))
            #expect(again.status == 400 && again.json?["invalidParams"]?[0]?["code"]?.text == "unique")

            #expect(try await council.send("DELETE", one).status == 204)
            #expect(try await council.send("GET", one).status == 404)
            #expect(try await council.besluitenOfZaak() == [])
            #expect(try await council.objectsOfDocument() == [])
            #expect(try await Program.run(["verify"] + council.arguments).status == 0)
        }
    }

    @Test func `a document is untied and its decision stays`() async throws {
        try await withCouncil(.sqlite) { (council) async throws in
            let made = try await council.send("POST", Self.besluiten, council.body())
            let url = try #require(made.json?["url"]?.text)
            let tie = try await council.send("POST", Self.ties, council.tie(url))
            let uuid = try #require(tie.json?["url"]?.text?.split(separator: "/").last.map(String.init))
            #expect(try await council.send("GET", "\(Self.ties)/\(uuid)").json == tie.json)
            #expect(try await council.send("PUT", "\(Self.ties)/\(uuid)", council.tie(url)).status == 405)
            #expect(try await council.send("DELETE", "\(Self.ties)/\(uuid)").status == 204)
            #expect(try await council.send("GET", Self.ties).json == .array([]))
            #expect(try await council.objectsOfDocument() == [])
            #expect(try await council.send("GET", Self.besluiten).json?["count"]?.integer == 1)
        }
    }

    @Test func `what is wrong comes back with field and code, and what is fixed stays`() async throws {
        try await withCouncil(.sqlite) { (council) async throws in
            func codes(_ answer: Council.Reply) -> [String] {
                (0..<9).compactMap { place in
                    answer.json?["invalidParams"]?[place].map { "\($0["name"]?.text ?? ""): \($0["code"]?.text ?? "")" }
                }
            }
            let empty = try await council.send("POST", Self.besluiten, "{}")
            #expect(empty.status == 400 && empty.json?["code"]?.text == "invalid")
            let required = ["verantwoordelijkeOrganisatie", "besluittype", "datum", "ingangsdatum"]
            #expect(codes(empty) == required.map { "\($0): required" })
            let wrong = council.body(type: council.zaak).replacing("123456782", with: "123456789")
            let refused = try await council.send("POST", Self.besluiten, wrong)
            #expect(codes(refused) == ["verantwoordelijkeOrganisatie: invalid", "besluittype: bad-url"])
            let made = try await council.send("POST", Self.besluiten, council.body())
            let one = "\(Self.besluiten)/\(try #require(made.json?["url"]?.text?.split(separator: "/").last))"
            let fixed = try await council.send("PATCH", one, #"{"identificatie":"X"}"#)
            #expect(codes(fixed) == ["identificatie: wijzigen-niet-toegelaten"])
            #expect(try await council.send("GET", Self.besluiten + "?onbekend=1").status == 400)
            #expect(try await council.send("GET", Self.besluiten + "?page=2").status == 404)
            #expect(try await council.send("GET", Self.besluiten + "/geen-uuid").status == 404)
            #expect(try await council.send("POST", Self.besluiten, "{").status == 400)
        }
    }

    @Test func `a program reaches no decision beyond its scopes and types`() async throws {
        try await withCouncil(.sqlite) { (council) async throws in
            let made = try await council.send("POST", Self.besluiten, council.body(zaak: council.zaak))
            let url = try #require(made.json?["url"]?.text)
            let one = "\(Self.besluiten)/\(try #require(url.split(separator: "/").last))"
            for token in [nil, "x", Council.token("vreemd")] {
                for (method, path) in [("GET", Self.besluiten), ("GET", one), ("DELETE", one), ("GET", Self.ties)] {
                    #expect(try await council.send(method, path, as: token).status == 403)
                }
            }
            // One type to read, another to make: neither lends anything to the other.
            let reader = try await council.client("lezer", [("besluiten.lezen", Identifier(high: 1, low: 2))])
            #expect(try await council.send("GET", Self.besluiten, as: reader).json?["count"]?.integer == 0)
            #expect(try await council.send("GET", one, as: reader).status == 403)
            #expect(try await council.send("PATCH", one, "{}", as: reader).status == 403)
            #expect(try await council.send("GET", Self.ties, as: reader).json == .array([]))
            let maker = try await council.client("maker", [("besluiten.aanmaken", council.besluittype)])
            #expect(try await council.send("POST", Self.besluiten, council.body(), as: maker).status == 201)
            #expect(try await council.send("GET", Self.besluiten, as: maker).status == 403)
            #expect(try await council.send("DELETE", one, as: maker).status == 403)
            // A zaak that it may not see is not there.
            let blind = try await council.send("POST", Self.besluiten, council.body(zaak: council.zaak), as: maker)
            #expect(blind.status == 400 && blind.json?["invalidParams"]?[0]?["code"]?.text == "bad-url")
        }
    }
}

/// A served house with one dossier type, a zaak and a document of it.
private struct Council {
    struct Reply {
        let status: Int
        let json: JSONValue?
        let headers: HTTPURLResponse?

        func field(_ name: String) -> String? { headers?.value(forHTTPHeaderField: name) }
    }

    let hall: TownHall
    let arguments: [String]
    let url: String
    let zaak: Identifier
    let document: Identifier
    let besluittype: Identifier

    /// An address under which the house was known: what it shows depends on the port that it got.
    static let root = "https://stad.example"
    static let secret = "een geheim van genoeg tekens, 2026"

    static func url(_ path: String, _ id: Identifier) -> String { "\(root)\(path)/\(id)" }

    func body(type: Identifier? = nil, zaak: Identifier? = nil) -> String {
        let more = zaak.map { #","zaak":"\#(Self.url("/zaken/api/v1/zaken", $0))""# } ?? ""
        return """
            {"verantwoordelijkeOrganisatie":"123456782","datum":"2026-03-02","ingangsdatum":"2026-03-02",
            "besluittype":"\(Self.url("/catalogi/api/v1/besluittypen", type ?? besluittype))"\(more)}
            """
    }

    func tie(_ besluit: String) -> String {
        let document = Self.url("/documenten/api/v1/enkelvoudiginformatieobjecten", document)
        return #"{"besluit":"\#(besluit)","informatieobject":"\#(document)"}"#
    }

    func send(_ method: String, _ path: String, _ body: String? = nil) async throws -> Reply {
        try await send(method, path, body, as: Self.token("proef"))
    }

    func send(_ method: String, _ path: String, _ body: String? = nil, as token: String?) async throws -> Reply {
        var request = URLRequest(url: try #require(URL(string: url + path)))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.cachePolicy = .reloadIgnoringLocalAndRemoteCacheData
        if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let http = response as? HTTPURLResponse
        return Reply(status: http?.statusCode ?? 0, json: try? JSONValue(Array(data)), headers: http)
    }

    /// A token as a client signs it, with the secret that all of them have here.
    static func token(_ client: String) -> String {
        func encoded(_ bytes: some Sequence<UInt8>) -> String {
            Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }
        let now = Int(Date().timeIntervalSince1970)
        let claims = #"{"iss":"\#(client)","client_id":"\#(client)","iat":\#(now)}"#
        let signed = encoded(#"{"alg":"HS256","typ":"JWT"}"#.utf8) + "." + encoded(claims.utf8)
        let key = SymmetricKey(data: Data(secret.utf8))
        return "\(signed).\(encoded(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)))"
    }

    /// A program that may do so much with decisions of one type; answers its token.
    func client(_ id: String, _ rights: [(scope: Scope, type: Identifier)]) async throws -> String {
        let store = ClientStore(
            seal: try await Seal.open(hall.database, hall.keys, hall.surroundings),
            surroundings: hall.surroundings
        )
        try await hall.database.write { transaction in
            let client = try store.add(id, secret: Self.secret, isSuperuser: false, in: transaction).client
            for (scope, type) in rights {
                let grant = Grant(subject: client.subject, scope: scope, of: .besluiten, type: type, upTo: .zeerGeheim)
                try GrantStore.add(grant, in: transaction)
            }
        }
        return Self.token(id)
    }

    /// The decisions that stand at the zaak.
    func besluitenOfZaak() async throws -> [Identifier] {
        try await hall.database.read { transaction in
            try transaction.all("SELECT besluit FROM zaakbesluit WHERE chain = $1", [zaak.stored]) {
                Identifier($0.text(0))
            }.compactMap(\.self)
        }
    }

    /// What stands at the document as that to which it belongs.
    func objectsOfDocument() async throws -> [String] {
        try await hall.database.read { transaction in
            try transaction.all(
                "SELECT object FROM objectinformatieobject WHERE informatieobject = $1",
                [document.stored]
            ) { $0.text(0) }
        }
    }
}

private func withCouncil(_ kind: TestGround.Kind, _ body: (Council) async throws -> Void) async throws {
    try await withFolder { folder in
        var settings = House.Settings()
        settings.data = folder.appending(path: "data").path
        var arguments = ["--data", settings.data]
        if case .postgres(let url) = try await location(kind, in: folder.appending(path: "data")) {
            settings.database = url
            arguments += ["--database", url]
        }
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        try await hall.addClient("proef", secret: Council.secret, isSuperuser: true)
        let types = try await publish(in: hall, settings)
        let made = try await hall.fill(types, settings)
        let server = try await Server.start(arguments, environment: ["BELFORT_FORMER_URL": Council.root])
        defer { server.stop() }
        try await body(
            Council(
                hall: hall,
                arguments: arguments,
                url: server.url,
                zaak: made.zaak,
                document: made.document,
                besluittype: types.besluittype
            )
        )
    }
}

/// Publishes a type of the town, and finds what the catalogue made of it.
private func publish(
    in hall: TownHall,
    _ settings: House.Settings
) async throws -> (zaaktype: Identifier, besluittype: Identifier, informatieobjecttype: Identifier) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = root.appending(path: "Sources/Roof/Town/Types/inname-openbaar-domein.json")
    try await hall.dossiers(settings).publish(
        try DossierType.read(Array(try Data(contentsOf: file))),
        by: .house,
        request: hall.surroundings.identifier()
    )
    let (zaaktype, besluittype, kind) = try await hall.database.read { transaction in
        func first(_ sql: String) throws -> Identifier? { try transaction.first(sql) { Identifier($0.text(0)) } ?? nil }
        return (
            try first("SELECT uuid FROM zaaktype"), try first("SELECT uuid FROM besluittype"),
            try first(
                """
                SELECT uuid FROM informatieobjecttype WHERE
                (SELECT informatieobjecttype_omschrijvingen FROM besluittype LIMIT 1) LIKE '%"' || omschrijving || '"%'
                """
            )
        )
    }
    return (try #require(zaaktype), try #require(besluittype), try #require(kind))
}

extension TownHall {
    /// Makes a zaak and a document of the types.
    fileprivate func fill(
        _ types: (zaaktype: Identifier, besluittype: Identifier, informatieobjecttype: Identifier),
        _ settings: House.Settings
    ) async throws -> (zaak: Identifier, document: Identifier) {
        let (zaken, documents) = (zaken(settings), documents(settings))
        return try await journal.change(by: .house, request: surroundings.identifier()) { change in
            let today = BrusselsTime.day(of: change.now)
            var zaak = Draft<Zaak>()
            (zaak.zaaktype, zaak.startdatum) = (.own(types.zaaktype), today)
            (zaak.bronorganisatie, zaak.verantwoordelijkeOrganisatie) = ("123456782", "123456782")
            let made = try zaken.add(zaak, number: "2026-000001", Mandate(zaken: "1 = 1"), change).chain
            var document = Draft<EnkelvoudigInformatieObject>()
            (document.bronorganisatie, document.titel, document.auteur) = ("123456782", "Besluit", "Het college")
            (document.creatiedatum, document.taal) = (today, "dut")
            document.informatieobjecttype = .own(types.informatieobjecttype)
            let mandate = DocumentMandate(documenten: "1 = 1")
            return (made, try documents.add(document, content: nil, number: nil, mandate, change).chain)
        }
    }
}
