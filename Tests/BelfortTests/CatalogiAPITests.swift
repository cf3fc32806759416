import Crypto
import Database
import Foundation
import FoundationNetworking
import House
import Kernel
import TestGround
import Testing

/// The Catalogi API as a client meets it: a served house, a token signed with the client's secret.
@Suite(.serialized) struct CatalogiAPITests {
    private static let secret = "een geheim van genoeg tekens, 2026"
    private static let path = "/catalogi/api/v1/catalogussen"
    private static let catalogus = #"{"domein":"VERG","rsin":"123456782","contactpersoonBeheerNaam":"An Peeters"}"#

    private struct Client {
        let url: String
        var token: String?

        func send(
            _ method: String,
            _ path: String,
            _ body: String? = nil,
            _ fields: [String: String] = [:]
        ) async throws -> (status: Int, json: JSONValue?, headers: HTTPURLResponse?) {
            // A house that was given port 0 writes that in its addresses: it learns its port only later.
            let address = url + path.replacing("http://127.0.0.1:0", with: "")
            var request = URLRequest(url: try #require(URL(string: address)))
            request.httpMethod = method
            request.httpBody = body.map { Data($0.utf8) }
            if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
            if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
            for (name, value) in fields { request.setValue(value, forHTTPHeaderField: name) }
            // What is asked must reach the server, and not a store of earlier answers.
            request.cachePolicy = .reloadIgnoringLocalAndRemoteCacheData
            let (data, response) = try await URLSession.shared.data(for: request)
            let http = response as? HTTPURLResponse
            return (http?.statusCode ?? 0, try? JSONValue(Array(data)), http)
        }
    }

    private static func token(_ client: String, secret: String) -> String {
        func encoded(_ bytes: some Sequence<UInt8>) -> String {
            Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
                "=",
                with: ""
            )
        }
        let now = Int(Date().timeIntervalSince1970)
        let head = encoded(#"{"alg":"HS256","typ":"JWT"}"#.utf8)
        let claims = encoded(
            #"{"iss":"\#(client)","client_id":"\#(client)","iat":\#(now),"user_id":"","user_representation":""}"#.utf8
        )
        let signed = "\(head).\(claims)"
        let key = SymmetricKey(data: Data(secret.utf8))
        return "\(signed).\(encoded(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)))"
    }

    private func withAPI(_ kind: Kind, _ body: (Client, [String]) async throws -> Void) async throws {
        try await withFolder { folder in
            var arguments = ["--data", folder.appending(path: "data").path]
            if case .postgres(url: let url) = try await location(kind, in: folder.appending(path: "data")) {
                arguments += ["--database", url]
            }
            let added = try await Program.run(
                ["client", "add", "proef", "--secret", Self.secret, "--superuser"] + arguments
            )
            #expect(added.status == 0, "\(added.complaint)")
            let server = try await Server.start(arguments)
            defer { server.stop() }
            try await body(Client(url: server.url, token: Self.token("proef", secret: Self.secret)), arguments)
        }
    }

    @Test(arguments: Kind.available) func `a client makes a catalogus and reads it back`(_ kind: Kind) async throws {
        try await withAPI(kind) { client, arguments in
            let made = try await client.send("POST", Self.path, Self.catalogus)
            #expect(made.status == 201, "\(String(describing: made.json))")
            #expect(made.headers?.value(forHTTPHeaderField: "API-version") == "1.3.3")
            let url = try #require(made.json?["url"]?.text)
            #expect(made.headers?.value(forHTTPHeaderField: "Location") == url)
            let uuid = try #require(url.split(separator: "/").last.map(String.init))
            let read = try await client.send("GET", "\(Self.path)/\(uuid)")
            #expect(read.status == 200)
            #expect(read.json == made.json)
            let list = try await client.send("GET", Self.path + "?domein=VERG")
            #expect(list.json?["count"]?.integer == 1)
            #expect(list.json?["results"]?[0]?["url"]?.text == url)
            #expect(list.json?["next"] == .null)
            let changed = try await client.send("PATCH", "\(Self.path)/\(uuid)", #"{"naam":"Vergunningen"}"#)
            #expect(changed.status == 200)
            #expect(changed.json?["naam"]?.text == "Vergunningen")
            let tags = [made, read, changed].map { $0.headers?.value(forHTTPHeaderField: "ETag") }
            #expect(tags[0] != nil && tags[0] == tags[1] && tags[1] != tags[2])
            #expect(try await client.send("DELETE", "\(Self.path)/\(uuid)").status == 204)
            #expect(try await client.send("GET", "\(Self.path)/\(uuid)").status == 404)
            #expect(try await Program.run(["verify"] + arguments).status == 0)
        }
    }

    @Test func `all that is wrong comes back at once, with field and code`() async throws {
        try await withAPI(.sqlite) { client, _ in
            let answer = try await client.send("POST", Self.path, #"{"domein":"veel te lang","rsin":"x"}"#)
            #expect(answer.status == 400)
            #expect(answer.json?["code"]?.text == "invalid")
            let faults = answer.json?["invalidParams"]
            let names = (0..<9).compactMap { faults?[$0]?["name"]?.text }
            #expect(Set(names).isSuperset(of: ["domein", "contactpersoonBeheerNaam"]))
            #expect(try await client.send("POST", Self.path, "{").status == 400)
            #expect(try await client.send("GET", Self.path + "?onbekend=1").status == 400)
            #expect(try await client.send("GET", Self.path + "?page=2").status == 404)
            #expect(try await client.send("GET", Self.path + "/geen-uuid").status == 404)
        }
    }

    @Test func `without a good token nothing is told`() async throws {
        try await withAPI(.sqlite) { client, _ in
            for token in [nil, "x", Self.token("proef", secret: "fout"), Self.token("vreemd", secret: Self.secret)] {
                var stranger = client
                stranger.token = token
                for method in ["GET", "POST"] {
                    let answer = try await stranger.send(method, Self.path, method == "POST" ? Self.catalogus : nil)
                    #expect(answer.status == 403)
                    #expect(answer.headers?.value(forHTTPHeaderField: "API-version") == "1.3.3")
                    #expect(answer.json?["count"] == nil)
                }
            }
        }
    }

    @Test func `every answer of an API names its version, and none beside it`() async throws {
        try await withAPI(.sqlite) { client, _ in
            let asked = [
                ("GET", Self.path, 200), ("GET", Self.path + "/geen-uuid", 404), ("GET", Self.path + "?page=abc", 404),
                ("GET", Self.path + "?page=0", 404), ("GET", "/catalogi/api/v1/niets", 404),
                ("DELETE", Self.path, 405), ("GET", Self.path + "?x=%ZZ", 400),
            ]
            for (method, path, status) in asked {
                let answer = try await client.send(method, path)
                #expect(answer.status == status, "\(method) \(path)")
                #expect(answer.headers?.value(forHTTPHeaderField: "API-version") == "1.3.3", "\(method) \(path)")
            }
            let text = try await client.send("POST", Self.path, Self.catalogus, ["Content-Type": "text/plain"])
            #expect(text.status == 415)
            #expect(text.headers?.value(forHTTPHeaderField: "API-version") == "1.3.3")
            for path in ["/health/live", "/catalogi/api/v10/catalogussen"] {
                let beside = try await client.send("GET", path)
                #expect(beside.headers?.value(forHTTPHeaderField: "API-version") == nil, "\(path)")
            }
        }
    }

    @Test func `a tag spares a client what it has, until the resource changes`() async throws {
        try await withAPI(.sqlite) { client, _ in
            let made = try await client.send("POST", Self.path, Self.catalogus)
            let url = try #require(made.json?["url"]?.text)
            let tag = try #require(made.headers?.value(forHTTPHeaderField: "ETag"))
            for known in [tag, "\"anders\", \(tag)", "*"] {
                let again = try await client.send("GET", url, nil, ["If-None-Match": known])
                #expect(again.status == 304)
                #expect(again.headers?.value(forHTTPHeaderField: "ETag") == tag)
                #expect(again.headers?.value(forHTTPHeaderField: "API-version") == "1.3.3")
            }
            let head = try await client.send("HEAD", url)
            #expect(head.status == 200)
            #expect(head.json == nil)
            #expect(head.headers?.value(forHTTPHeaderField: "ETag") == tag)
            _ = try await client.send("PATCH", url, #"{"naam":"Anders"}"#)
            #expect(try await client.send("GET", url, nil, ["If-None-Match": tag]).status == 200)
            var stranger = client
            stranger.token = nil
            #expect(try await stranger.send("GET", url, nil, ["If-None-Match": "*"]).status == 403)
        }
    }

    @Test func `a long list is walked by its own addresses, filters and all`() async throws {
        try await withAPI(.sqlite) { client, _ in
            let made = try await client.send("POST", Self.path, Self.catalogus)
            let catalogus = try #require(made.json?["url"]?.text)
            for number in 0..<101 {
                let body = """
                    {"catalogus":"\(catalogus)","omschrijving":"Soort \(number)",
                    "vertrouwelijkheidaanduiding":"openbaar",
                    "beginGeldigheid":"2026-01-01","informatieobjectcategorie":"brief"}
                    """
                let answer = try await client.send("POST", "/catalogi/api/v1/informatieobjecttypen", body)
                try #require(answer.status == 201, "\(String(describing: answer.json))")
            }
            let first = try await client.send("GET", "/catalogi/api/v1/informatieobjecttypen?status=alles")
            #expect(first.json?["count"]?.integer == 101)
            #expect(first.json?["results"]?[99] != nil && first.json?["results"]?[100] == nil)
            #expect(first.json?["previous"] == .null)
            let second = try await client.send("GET", try #require(first.json?["next"]?.text))
            #expect(second.json?["count"]?.integer == 101)
            #expect(second.json?["next"] == .null)
            let last = second.json?["results"]?[0]?["url"]?.text
            #expect(last != nil && second.json?["results"]?[1] == nil)
            #expect(!(0..<100).contains { first.json?["results"]?[$0]?["url"]?.text == last })
            let back = try await client.send("GET", try #require(second.json?["previous"]?.text))
            #expect(back.json == first.json)
            #expect(
                try await client.send("GET", "/catalogi/api/v1/informatieobjecttypen?page=3&status=alles").status == 404
            )
        }
    }
}
