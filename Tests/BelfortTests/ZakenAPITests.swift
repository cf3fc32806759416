import Access
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

@testable import House

/// The Zaken API as a client meets it: a served house with a published type, and tokens of several programs.
@Suite(.serialized) struct ZakenAPITests {
    typealias Kind = TestGround.Kind

    private static let zaken = "/zaken/api/v1/zaken"

    @Test(arguments: Kind.available) func `a zaak is made, gets its status and result, closes and runs again`(
        _ kind: Kind
    ) async throws {
        try await withOffice(kind) { (office) async throws in
            let made = try await office.send("POST", Self.zaken, office.zaak())
            try #require(made.status == 201, "\(String(describing: made.json))")
            #expect(made.field("API-version") == "1.5.1" && made.field("Content-Crs") == "EPSG:4326")
            let url = try #require(made.url)
            #expect(made.field("Location") == url)
            #expect(made.json?["identificatie"]?.text?.isEmpty == false)
            #expect(made.json?["status"] == .null && made.json?["einddatum"] == .null)

            let first = try await office.send("POST", office.path("statussen"), office.status(url, ends: false, 1))
            try #require(first.status == 201, "\(String(describing: first.json))")
            let running = try await office.send("GET", url)
            #expect(running.json?["status"]?.text == first.url)
            #expect(running.field("ETag") != made.field("ETag"))

            let early = try await office.send("POST", office.path("statussen"), office.status(url, ends: true, 2))
            #expect(early.codes == ["nonFieldErrors: resultaat-does-not-exist"])
            let result = try await office.send("POST", office.path("resultaten"), office.resultaat(url))
            try #require(result.status == 201, "\(String(describing: result.json))")
            let twice = try await office.send("POST", office.path("resultaten"), office.resultaat(url))
            #expect(twice.codes == ["zaak: unique"])
            let last = try await office.send("POST", office.path("statussen"), office.status(url, ends: true, 2))
            try #require(last.status == 201, "\(String(describing: last.json))")
            let closed = try await office.send("GET", url)
            #expect(closed.json?["einddatum"]?.text == "2026-03-03" && closed.json?["status"]?.text == last.url)
            #expect(closed.json?["resultaat"]?.text == result.url)
            #expect(closed.json?["archiefnominatie"]?.text == "vernietigen")
            #expect(closed.json?["archiefactiedatum"]?.text == "2031-03-03")

            let statuses = try await office.send("GET", office.path("statussen?zaak=\(url)"))
            #expect(statuses.json?["count"]?.integer == 2 && statuses.json?["results"]?[0]?["url"]?.text == last.url)
            let again = try await office.send("POST", office.path("statussen"), office.status(url, ends: false, 4))
            #expect(again.status == 201)
            #expect(try await office.send("GET", url).json?["einddatum"] == .null)

            #expect(try await office.send("DELETE", url).status == 204)
            #expect(try await office.send("GET", url).status == 404)
            #expect(try await office.send("GET", office.path("statussen")).json?["count"]?.integer == 0)
            #expect(try await Program.run(["verify"] + office.arguments).status == 0)
        }
    }

    @Test(arguments: Kind.available) func `lists keep to their filters, in pages and in the body of a search`(
        _ kind: Kind
    ) async throws {
        try await withOffice(kind) { (office) async throws in
            var urls: [String] = []
            for level in ["openbaar", "intern", "geheim"] {
                let made = try await office.send("POST", Self.zaken, office.zaak(level))
                urls.append(try #require(made.url))
            }
            #expect(try await office.send("GET", Self.zaken).json?["count"]?.integer == 3)
            let asked = "\(Self.zaken)?maximaleVertrouwelijkheidaanduiding=intern&ordering=identificatie"
            let list = try await office.send("GET", asked)
            #expect(list.field("Content-Crs") == "EPSG:4326")
            #expect(list.json?["count"]?.integer == 2)
            #expect([0, 1, 2].map { list.json?["results"]?[$0]?["url"]?.text } == [urls[0], urls[1], nil])
            let number = try await office.send("GET", urls[2]).json?["identificatie"]?.text ?? ""
            let one = try await office.send("GET", "\(Self.zaken)?identificatie=\(number)")
            #expect(one.json?["count"]?.integer == 1 && one.json?["results"]?[0]?["url"]?.text == urls[2])
            let search = #"{"uuid__in":["\#(urls[1].suffix(36))","\#(urls[2].suffix(36))"]}"#
            let found = try await office.send("POST", "\(Self.zaken)/_zoek", search)
            #expect(found.status == 200 && found.json?["count"]?.integer == 2)
            #expect(try await office.send("POST", "\(Self.zaken)/_zoek", "{}").codes.first?.hasSuffix("body") == true)
            #expect(
                try await office.send("GET", Self.zaken + "?onbekend=1").codes == ["nonFieldErrors: unknown-parameters"]
            )
            #expect(try await office.send("GET", Self.zaken + "?startdatum=morgen").status == 400)
            #expect(try await office.send("GET", Self.zaken + "?page=2").status == 404)
            #expect(try await office.send("GET", Self.zaken + "/geen-uuid").status == 404)
        }
    }

    @Test(arguments: Kind.available) func `what belongs to a zaak is made, read, changed and removed`(
        _ kind: Kind
    ) async throws {
        try await withOffice(kind) { (office) async throws in
            let url = try #require(try await office.send("POST", Self.zaken, office.zaak()).url)
            let role = try await office.send("POST", office.path("rollen"), office.rol(url, "111222333"))
            try #require(role.status == 201, "\(String(describing: role.json))")
            let roleURL = try #require(role.url)
            #expect(try await office.send("GET", roleURL).json == role.json)
            let key = "betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
            for (value, count) in [("111222333", 1), ("999990019", 0)] {
                let roles = try await office.send("GET", office.path("rollen?\(key)=\(value)"))
                #expect(roles.json?["count"]?.integer == Int64(count))
                let zaken = try await office.send("GET", "\(Self.zaken)?rol__\(key)=\(value)")
                #expect(zaken.json?["count"]?.integer == Int64(count))
            }
            #expect(try await office.send("PATCH", roleURL, "{}").status == 405)

            let object = #"{"zaak":"\#(url)","object":"https://panden.example/1","objectType":"pand"}"#
            let pand = try await office.send("POST", office.path("zaakobjecten"), object)
            try #require(pand.status == 201, "\(String(describing: pand.json))")
            let pandURL = try #require(pand.url)
            let changed = try await office.send("PATCH", pandURL, #"{"relatieomschrijving":"De gevel"}"#)
            #expect(changed.status == 200 && changed.json?["relatieomschrijving"]?.text == "De gevel")
            let fixed = try await office.send("PATCH", pandURL, #"{"objectType":"adres"}"#)
            #expect(fixed.codes == ["objectType: wijzigen-niet-toegelaten"])

            let contact = #"{"zaak":"\#(url)","datumtijd":"2026-03-02T10:00:00Z","kanaal":"balie"}"#
            let talk = try await office.send("POST", office.path("klantcontacten"), contact)
            #expect(talk.status == 201, "\(String(describing: talk.json))")
            #expect(try await office.send("GET", office.path("klantcontacten")).json?["count"]?.integer == 1)
            for list in ["zaakinformatieobjecten", "zaakcontactmomenten", "zaakverzoeken"] {
                #expect(try await office.send("GET", office.path("\(list)?zaak=\(url)")).json == .array([]))
            }
            for list in ["zaakeigenschappen", "besluiten"] {
                #expect(try await office.send("GET", "\(url)/\(list)").json == .array([]))
                let nowhere = "\(Self.zaken)/5f4d3c2b-0000-4000-8000-000000000001/\(list)"
                #expect(try await office.send("GET", nowhere).status == 404)
            }
            let shown = try await office.send("GET", url)
            #expect(shown.json?["rollen"]?[0]?.text == roleURL && shown.json?["zaakobjecten"]?[0]?.text == pandURL)
            for part in [roleURL, pandURL] {
                #expect(try await office.send("DELETE", part).status == 204)
                #expect(try await office.send("GET", part).status == 404)
            }
            #expect(try await Program.run(["verify"] + office.arguments).status == 0)
        }
    }

    @Test func `what is wrong comes back with field and code`() async throws {
        try await withOffice(.sqlite) { (office) async throws in
            let empty = try await office.send("POST", Self.zaken, "{}")
            let required = ["bronorganisatie", "zaaktype", "verantwoordelijkeOrganisatie", "startdatum"]
            #expect(Set(empty.codes) == Set(required.map { "\($0): required" }))
            #expect(try await office.send("POST", Self.zaken, "{").status == 400)
            let made = try await office.send("POST", Self.zaken, office.zaak())
            let url = try #require(made.url)
            let number = try #require(made.json?["identificatie"]?.text)
            let same = try await office.send("POST", Self.zaken, office.zaak(more: #","identificatie":"\#(number)""#))
            #expect(same.codes == ["identificatie: identificatie-niet-uniek"])
            let fixed = try await office.send("PATCH", url, #"{"identificatie":"X"}"#)
            #expect(fixed.codes == ["identificatie: wijzigen-niet-toegelaten"])
            let patched = try await office.send("PATCH", url, #"{"toelichting":"Meer"}"#)
            #expect(patched.status == 200 && patched.json?["toelichting"]?.text == "Meer")
            let put = try await office.send("PUT", url, office.zaak())
            #expect(put.status == 200 && put.json?["toelichting"]?.text == "")
            let alien = office.status(url, ends: false, 1).replacing(url, with: url.dropLast(12) + "000000000001")
            #expect(try await office.send("POST", office.path("statussen"), alien).codes == ["zaak: does_not_exist"])

            let reserve = office.path("zaaknummer_reserveren")
            let one = try await office.send("POST", reserve, #"{"bronorganisatie":"123456782"}"#)
            let kept = try #require(one.json?["zaaknummer"]?.text)
            let used = try await office.send("POST", Self.zaken, office.zaak(more: #","identificatie":"\#(kept)""#))
            #expect(used.status == 201 && used.json?["identificatie"]?.text == kept)
            let two = try await office.send("POST", reserve, #"{"bronorganisatie":"123456782","aantal":2}"#)
            #expect(two.json?[1]?["zaaknummer"]?.text != nil && two.json?[2] == nil)
            for (body, code) in [("{}", "bronorganisatie: required"), (#"{"aantal":0}"#, "bronorganisatie: required")] {
                #expect(try await office.send("POST", reserve, body).codes == [code])
            }
            let many = #"{"bronorganisatie":"123456782","aantal":501}"#
            #expect(try await office.send("POST", reserve, many).codes == ["aantal: max_value"])
        }
    }

    @Test func `coordinates are asked for by name, or the zaak does not come`() async throws {
        try await withOffice(.sqlite) { (office) async throws in
            let url = try #require(try await office.send("POST", Self.zaken, office.zaak()).url)
            let only = ["Accept-Crs": "EPSG:4326"]
            for path in [Self.zaken, url] {
                #expect(try await office.send("GET", path, crs: [:]).status == 412)
                #expect(try await office.send("GET", path, crs: ["Accept-Crs": "EPSG:28992"]).status == 406)
                #expect(try await office.send("GET", path, crs: only).status == 200)
            }
            for (method, path) in [("POST", Self.zaken), ("PUT", url), ("PATCH", url), ("POST", Self.zaken + "/_zoek")]
            {
                let answer = try await office.send(method, path, office.zaak(), crs: only)
                #expect(answer.status == 412 && answer.json?["code"]?.text == "precondition_failed")
            }
            #expect(try await office.send("GET", office.path("statussen"), crs: [:]).status == 200)
            #expect(try await office.send("DELETE", url, crs: [:]).status == 204)
        }
    }

    @Test(arguments: Kind.available) func `a program reaches no zaak beyond its scopes, types and ceiling`(
        _ kind: Kind
    ) async throws {
        try await withOffice(kind) { (office) async throws in
            let open = try #require(try await office.send("POST", Self.zaken, office.zaak("openbaar")).url)
            let secret = try #require(try await office.send("POST", Self.zaken, office.zaak("geheim")).url)
            let status = office.path("statussen")
            for zaak in [open, secret] {
                #expect(try await office.send("POST", status, office.status(zaak, ends: false, 1)).status == 201)
            }
            let bare = try await office.client("kaal", [])
            for token in [nil, "x", Office.token("vreemd"), bare] {
                for (method, path) in [("GET", Self.zaken), ("GET", open), ("DELETE", open), ("GET", status)] {
                    #expect(try await office.send(method, path, as: token).status == 403, "\(method) \(path)")
                }
                #expect(try await office.send("POST", Self.zaken, office.zaak(), as: token).status == 403)
            }
            let reader = try await office.client("lezer", [("zaken.lezen", .openbaar), ("zaken.bijwerken", .openbaar)])
            let list = try await office.send("GET", Self.zaken, as: reader)
            #expect(list.json?["count"]?.integer == 1 && list.json?["results"]?[0]?["url"]?.text == open)
            #expect(try await office.send("GET", secret, as: reader).status == 403)
            #expect(try await office.send("GET", "\(secret)/zaakeigenschappen", as: reader).status == 403)
            #expect(try await office.send("GET", status, as: reader).json?["count"]?.integer == 1)
            let search = #"{"uuid__in":["\#(secret.suffix(36))"]}"#
            #expect(
                try await office.send("POST", Self.zaken + "/_zoek", search, as: reader).json?["count"]?.integer == 0
            )
            #expect(try await office.send("PATCH", secret, "{}", as: reader).status == 403)
            let raised = #"{"vertrouwelijkheidaanduiding":"geheim"}"#
            #expect(try await office.send("PATCH", open, raised, as: reader).status == 403)
            let result = office.path("resultaten")
            #expect(try await office.send("POST", result, office.resultaat(secret), as: reader).status == 403)
            let made = try await office.send("POST", result, office.resultaat(open), as: reader)
            #expect(made.status == 201)

            // Beyond a ceiling nothing is made, and only the first status comes with making.
            let maker = try await office.client("maker", [("zaken.aanmaken", .intern)])
            #expect(try await office.send("POST", Self.zaken, office.zaak("geheim"), as: maker).status == 403)
            let own = try #require(try await office.send("POST", Self.zaken, office.zaak("intern"), as: maker).url)
            for (place, expected) in [(1, 201), (2, 403)] {
                let body = office.status(own, ends: false, place)
                #expect(try await office.send("POST", status, body, as: maker).status == expected)
            }
            #expect(try await office.send("GET", own, as: maker).status == 403)

            // A closed zaak wants force, which is judged on that very zaak.
            #expect(try await office.send("POST", status, office.status(open, ends: true, 3)).status == 201)
            let forcer = try await office.client(
                "dwinger",
                [("zaken.bijwerken", .geheim), ("zaken.geforceerd-bijwerken", .openbaar)]
            )
            #expect(try await office.send("PATCH", open, #"{"toelichting":"Nog"}"#, as: reader).status == 403)
            #expect(try await office.send("PATCH", open, #"{"toelichting":"Nog"}"#, as: forcer).status == 200)
            #expect(try await office.send("POST", result, office.resultaat(secret)).status == 201)
            #expect(try await office.send("POST", status, office.status(secret, ends: true, 3)).status == 201)
            #expect(try await office.send("PATCH", secret, #"{"toelichting":"Nog"}"#, as: forcer).status == 403)
            #expect(
                try await office.send("POST", status, office.status(open, ends: false, 4), as: forcer).status == 403
            )
        }
    }

    @Test(arguments: Kind.available) func `a zaak of a type made over HTTP takes facts, documents and decisions`(
        _ kind: Kind
    ) async throws {
        try await withOffice(kind) { (office) async throws in
            let own = try await office.makeTypes()
            var maker = office
            maker.types.zaaktype = own.zaaktype
            let url = try #require(try await office.send("POST", Self.zaken, maker.zaak()).url)

            let facts = "\(url)/zaakeigenschappen"
            let fact = #"{"zaak":"\#(url)","eigenschap":"\#(own.eigenschap)","waarde":"12"}"#
            let made = try await office.send("POST", facts, fact)
            try #require(made.status == 201, "\(String(describing: made.json))")
            let factURL = try #require(made.url)
            #expect(made.field("Location") == factURL && factURL.hasPrefix(facts + "/"))
            #expect(made.json?["naam"]?.text == "oppervlakte")
            #expect(try await office.send("GET", facts).json == .array([try #require(made.json)]))
            let changed = try await office.send("PATCH", factURL, #"{"waarde":"13"}"#)
            #expect(changed.status == 200 && changed.json?["waarde"]?.text == "13")
            // Below another zaak it is not there, whoever asks.
            let other = try #require(try await office.send("POST", Self.zaken, maker.zaak("geheim")).url)
            let astray = "\(other)/zaakeigenschappen/\(factURL.suffix(36))"
            for method in ["GET", "PATCH", "DELETE"] {
                let answer = try await office.send(method, astray, method == "PATCH" ? #"{"waarde":"1"}"# : nil)
                #expect(answer.status == 404, "\(method)")
            }

            let document = try await office.document(of: own.informatieobjecttype)
            let tie = #"{"zaak":"\#(url)","informatieobject":"\#(document)"}"#
            let tied = try await office.send("POST", office.path("zaakinformatieobjecten"), tie)
            try #require(tied.status == 201, "\(String(describing: tied.json))")
            let list = office.path("zaakinformatieobjecten?zaak=\(url)")
            #expect(try await office.send("GET", list).json == .array([try #require(tied.json)]))
            let twice = try await office.send("POST", office.path("zaakinformatieobjecten"), tie)
            #expect(twice.codes == ["nonFieldErrors: unique"])

            let decision = """
                {"verantwoordelijkeOrganisatie":"123456782","datum":"2026-03-02","ingangsdatum":"2026-03-02",
                "besluittype":"\(own.besluittype)","zaak":"\(url)"}
                """
            let besluit = try await office.send("POST", "/besluiten/api/v1/besluiten", decision)
            try #require(besluit.status == 201, "\(String(describing: besluit.json))")
            let decisions = try await office.send("GET", "\(url)/besluiten")
            #expect(decisions.json?[0]?["besluit"]?.text == besluit.url && decisions.json?[1] == nil)
            let side = try #require(decisions.json?[0]?["url"]?.text)
            #expect(try await office.send("GET", side).json == decisions.json?[0])
            #expect(try await office.send("DELETE", side).codes == ["nonFieldErrors: inconsistent-relation"])
            #expect(try await office.send("DELETE", url).codes == ["nonFieldErrors: related-besluiten"])

            let reader = try await office.client("lezer", [("zaken.lezen", .openbaar)])
            for path in [facts, factURL, "\(url)/besluiten", side, tied.url ?? ""] {
                #expect(try await office.send("GET", path, as: reader).status == 403, "\(path)")
            }
            #expect(try await office.send("GET", list, as: reader).json == .array([]))
            // Whoever may remove may untie, and nothing else.
            let remover = try await maker.client("wisser", [("zaken.verwijderen", .openbaar)])
            #expect(try await office.send("DELETE", factURL, as: remover).status == 403)
            #expect(try await office.send("DELETE", other, as: remover).status == 403)
            #expect(try await office.send("DELETE", try #require(tied.url), as: remover).status == 204)
            #expect(try await office.send("DELETE", factURL).status == 204)
            #expect(try await office.send("GET", facts).json == .array([]))
            #expect(try await Program.run(["verify"] + office.arguments).status == 0)
        }
    }
}

/// A served house with one published type.
private struct Office {
    struct Reply {
        let status: Int
        let json: JSONValue?
        let headers: HTTPURLResponse?

        var url: String? { json?["url"]?.text }

        /// `field: code` of all that was wrong.
        var codes: [String] {
            (0..<9).compactMap { place in
                json?["invalidParams"]?[place].map { "\($0["name"]?.text ?? ""): \($0["code"]?.text ?? "")" }
            }
        }

        func field(_ name: String) -> String? { headers?.value(forHTTPHeaderField: name) }
    }

    /// The addresses of the types that the catalogue has.
    struct Types {
        var zaaktype = ""
        var first = ""
        var last = ""
        var resultaat = ""
        var rol = ""
    }

    let hall: TownHall
    let settings: House.Settings
    let arguments: [String]
    let address: String
    var types = Types()

    static let secret = "een geheim van genoeg tekens, 2026"
    static let crs = ["Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"]

    func path(_ rest: String) -> String { "/zaken/api/v1/" + rest }

    func zaak(_ level: String = "openbaar", more: String = "") -> String {
        """
        {"zaaktype":"\(types.zaaktype)","bronorganisatie":"123456782","verantwoordelijkeOrganisatie":"123456782",
        "startdatum":"2026-03-01","vertrouwelijkheidaanduiding":"\(level)"\(more)}
        """
    }

    func status(_ zaak: String, ends: Bool, _ place: Int) -> String {
        """
        {"zaak":"\(zaak)","statustype":"\(ends ? types.last : types.first)",
        "datumStatusGezet":"2026-03-0\(place + 1)T12:00:00Z"}
        """
    }

    func resultaat(_ zaak: String) -> String { #"{"zaak":"\#(zaak)","resultaattype":"\#(types.resultaat)"}"# }

    func rol(_ zaak: String, _ bsn: String) -> String {
        """
        {"zaak":"\(zaak)","roltype":"\(types.rol)","betrokkeneType":"natuurlijk_persoon","roltoelichting":"Vraagt aan",
        "betrokkeneIdentificatie":{"inpBsn":"\(bsn)"}}
        """
    }

    func send(
        _ method: String,
        _ path: String,
        _ body: String? = nil,
        crs: [String: String] = Office.crs
    ) async throws -> Reply {
        try await send(method, path, body, as: Self.token("proef"), crs: crs)
    }

    func send(
        _ method: String,
        _ path: String,
        _ body: String? = nil,
        as token: String?,
        crs: [String: String] = Office.crs
    ) async throws -> Reply {
        // A house that was given port 0 writes that in its addresses: it learns its port only later.
        let whole = path.hasPrefix("/") ? path : path.replacing("http://127.0.0.1:0", with: "")
        var request = URLRequest(url: try #require(URL(string: address + whole)))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.cachePolicy = .reloadIgnoringLocalAndRemoteCacheData
        if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        for (name, value) in crs { request.setValue(value, forHTTPHeaderField: name) }
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

    /// A program that may do so much with zaken of the type, each up to its own ceiling; answers its token.
    func client(_ id: String, _ rights: [(scope: Scope, ceiling: Rank)]) async throws -> String {
        let store = ClientStore(
            seal: try await Seal.open(hall.database, hall.keys, hall.surroundings),
            surroundings: hall.surroundings
        )
        let type = try #require(Identifier(String(types.zaaktype.suffix(36))))
        try await hall.database.write { transaction in
            let client = try store.add(id, secret: Self.secret, isSuperuser: false, in: transaction).client
            for (scope, ceiling) in rights {
                let grant = Grant(subject: client.subject, scope: scope, of: .zaken, type: type, upTo: ceiling)
                try GrantStore.add(grant, in: transaction)
            }
        }
        return Self.token(id)
    }

    /// Finds the types as a client would.
    mutating func look() async throws {
        func list(_ resource: String) async throws -> [JSONValue] {
            let answer = try await send("GET", "/catalogi/api/v1/\(resource)")
            guard case .array(let results) = answer.json?["results"] else { return [] }
            return results
        }
        let statuses = try await list("statustypen")
        func status(ends: Bool) -> String? {
            statuses.first { $0["isEindstatus"] == .boolean(ends) }?["url"]?.text
        }
        types.zaaktype = try #require(try await list("zaaktypen").first?["url"]?.text)
        types.first = try #require(status(ends: false))
        types.last = try #require(status(ends: true))
        types.resultaat = try #require(try await list("resultaattypen").first?["url"]?.text)
        types.rol = try #require(try await list("roltypen").first?["url"]?.text)
    }
}

extension Office {
    /// Makes a type with its parts in the catalogue, and publishes it.
    func makeTypes() async throws -> (
        zaaktype: String, eigenschap: String, informatieobjecttype: String, besluittype: String
    ) {
        func make(_ resource: String, _ body: String) async throws -> String {
            let answer = try await send("POST", "/catalogi/api/v1/\(resource)", body)
            return try #require(answer.url, "\(String(describing: answer.json))")
        }
        func publish(_ url: String) async throws {
            let answer = try await send("POST", url + "/publish")
            #expect(answer.status == 200, "\(String(describing: answer.json))")
        }
        let catalogus = try await make(
            "catalogussen",
            #"{"domein":"PROEF","rsin":"123456782","contactpersoonBeheerNaam":"An Peeters"}"#
        )
        let document = try await make(
            "informatieobjecttypen",
            """
            {"catalogus":"\(catalogus)","omschrijving":"Plan","vertrouwelijkheidaanduiding":"openbaar",
            "beginGeldigheid":"2026-01-01","informatieobjectcategorie":"plan"}
            """
        )
        let decision = try await make(
            "besluittypen",
            """
            {"catalogus":"\(catalogus)","omschrijving":"Vergunning","publicatieIndicatie":false,
            "informatieobjecttypen":[],"beginGeldigheid":"2026-01-01"}
            """
        )
        try await publish(document)
        try await publish(decision)
        let zaaktype = try await make(
            "zaaktypen",
            """
            {"catalogus":"\(catalogus)","identificatie":"dakkapel","omschrijving":"Dakkapel","doel":"Een besluit",
            "vertrouwelijkheidaanduiding":"openbaar","aanleiding":"Een aanvraag","indicatieInternOfExtern":"extern",
            "handelingInitiator":"aanvragen","handelingBehandelaar":"behandelen","onderwerp":"Bouwen",
            "doorlooptijd":"P60D","opschortingEnAanhoudingMogelijk":false,"verlengingMogelijk":false,
            "publicatieIndicatie":false,"productenOfDiensten":[],"referentieproces":{"naam":"Vergunnen"},
            "verantwoordelijke":"Ruimte","besluittypen":["\(decision)"],"gerelateerdeZaaktypen":[],
            "beginGeldigheid":"2026-01-01"}
            """
        )
        for place in 1...2 {
            let body = #"{"zaaktype":"\#(zaaktype)","omschrijving":"Status \#(place)","volgnummer":\#(place)}"#
            _ = try await make("statustypen", body)
        }
        let eigenschap = try await make(
            "eigenschappen",
            """
            {"zaaktype":"\(zaaktype)","naam":"oppervlakte","definitie":"In vierkante meter",
            "specificatie":{"formaat":"getal","lengte":"8,2","kardinaliteit":"1"}}
            """
        )
        _ = try await make(
            "zaaktype-informatieobjecttypen",
            #"{"zaaktype":"\#(zaaktype)","informatieobjecttype":"Plan","volgnummer":1,"richting":"inkomend"}"#
        )
        let concept = try await send(
            "POST",
            path("zaken"),
            """
            {"zaaktype":"\(zaaktype)","bronorganisatie":"123456782","verantwoordelijkeOrganisatie":"123456782",
            "startdatum":"2026-03-01"}
            """
        )
        #expect(concept.codes == ["zaaktype: not-published"])
        try await publish(zaaktype)
        return (zaaktype, eigenschap, document, decision)
    }

    /// Makes a document of a type; answers its address.
    func document(of type: String) async throws -> String {
        let kind = try #require(Identifier(String(type.suffix(36))))
        let documents = hall.documents(settings)
        let id = try await hall.journal.change(by: .house, request: hall.surroundings.identifier()) { change in
            var document = Draft<EnkelvoudigInformatieObject>()
            (document.bronorganisatie, document.titel, document.auteur) = ("123456782", "Plan", "An Peeters")
            (document.creatiedatum, document.taal) = (BrusselsTime.day(of: change.now), "dut")
            (document.informatieobjecttype, document.indicatieGebruiksrecht) = (.own(kind), .some(false))
            let mandate = DocumentMandate(documenten: "1 = 1")
            return try documents.add(document, content: nil, number: nil, mandate, change).chain
        }
        return "http://127.0.0.1:0\(EnkelvoudigInformatieObject.path)/\(id)"
    }
}

private func withOffice(_ kind: TestGround.Kind, _ body: (Office) async throws -> Void) async throws {
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
        try await hall.addClient("proef", secret: Office.secret, isSuperuser: true)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/Roof/Town/Types/inname-openbaar-domein.json")
        try await hall.dossiers(settings).publish(
            try DossierType.read(Array(try Data(contentsOf: file))),
            by: .house,
            request: hall.surroundings.identifier()
        )
        let server = try await Server.start(arguments)
        defer { server.stop() }
        var office = Office(hall: hall, settings: settings, arguments: arguments, address: server.url)
        try await office.look()
        try await body(office)
    }
}
