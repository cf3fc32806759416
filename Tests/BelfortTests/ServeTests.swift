import Database
import Foundation
import FoundationNetworking
import House
import Kernel
import Ledger
import TestGround
import Testing

@Suite(.serialized) struct ServeTests {
    /// A house that serves on a free port, with one receipt in its ledger.
    private struct Serving {
        let url: String
        let receipt: URL
        let document: URL
        let key: String
        let process: Process

        func get(_ path: String) async throws -> (status: Int, body: String) {
            let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: url + path)))
            return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
        }

        /// Sends files as a browser does.
        func post(_ path: String, _ files: [(field: String, file: URL)]) async throws -> (status: Int, body: String) {
            var body = Data()
            for (field, file) in files {
                let head =
                    "--grens\r\nContent-Disposition: form-data; name=\"\(field)\"; "
                    + "filename=\"\(file.lastPathComponent)\"\r\n\r\n"
                body += Data(head.utf8) + (try Data(contentsOf: file)) + Data("\r\n".utf8)
            }
            body += Data("--grens--\r\n".utf8)
            var request = URLRequest(url: try #require(URL(string: url + path)))
            request.httpMethod = "POST"
            request.setValue("multipart/form-data; boundary=grens", forHTTPHeaderField: "Content-Type")
            let (data, response) = try await URLSession.shared.upload(for: request, from: body)
            return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
        }
    }

    /// Writes an entry as an intake does, and its receipt and document beside the house.
    private func prepare(_ folder: URL) async throws -> (receipt: URL, document: URL, key: String) {
        var settings = Settings()
        settings.data = folder.appending(path: "data").path
        let document = folder.appending(path: "plan.txt")
        try Data("Een plan van het terras".utf8).write(to: document)
        let hash = Digest.of(Array("Een plan van het terras".utf8))
        let hall = try await TownHall.open(settings)
        let chain = Surroundings.live.identifier()
        let json =
            #"{"nummer":"2026-000001","tijd":"2026-11-25T09:30:00Z","#
            + #""documenten":[{"naam":"plan.txt","sha256":"\#(hash)"}]}"#
        let place = try await hall.journal.change(by: .house, request: chain) { change in
            try change.append(
                EntryKind(rawValue: 40_000),
                chain: chain,
                resource: chain,
                state: .zero,
                clear: Array(json.utf8)
            )
        }
        try await hall.journal.sequence()
        let receipt = folder.appending(path: "ontvangst.tlog-proof")
        let made = try #require(try await hall.journal.receipt(of: place))
        try Data(made.bytes).write(to: receipt)
        let key = hall.journal.verifierKey.description
        hall.database.close()
        return (receipt, document, key)
    }

    private func withServing(_ body: (Serving) async throws -> Void) async throws {
        try await withFolder { folder in
            let (receipt, document, key) = try await prepare(folder)
            let server = try await Server.start(["--data", folder.appending(path: "data").path])
            defer { server.stop() }
            try await body(
                Serving(url: server.url, receipt: receipt, document: document, key: key, process: server.process)
            )
        }
    }

    @Test func `a house says where it is, answers, and stops when it is told to`() async throws {
        try await withServing { house in
            #expect(house.url.hasPrefix("http://127.0.0.1:"))
            #expect(try await house.get("/health/ready").status == 200)
            #expect(try await house.get("/health/live").status == 200)
            let home = try await house.get("/")
            #expect(home.status == 200)
            #expect(home.body.contains("/bewijs"))
            #expect(try await house.get("/nergens").status == 404)
            house.process.terminate()
            house.process.waitUntilExit()
            #expect(house.process.terminationStatus == 0)
        }
    }

    @Test func `anybody can follow the log and its key`() async throws {
        try await withServing { house in
            #expect(try await house.get("/.well-known/belfort-key").body == house.key + "\n")
            let checkpoint = try await house.get("/log/checkpoint")
            let note = try Note(bytes: Array(checkpoint.body.utf8))
            let key = try #require(VerifierKey(house.key))
            #expect(try SignedCheckpoint(note: note, keys: [key]).checkpoint.size == 1)
            #expect(try await house.get("/log/tile/0/000.p/1").status == 200)
            #expect(try await house.get("/log/tile/0/000").status == 404)
            #expect(try await house.get("/log/tile/0/0").status == 404)
        }
    }

    @Test func `a receipt is checked on the page, and a changed document is refused`() async throws {
        try await withServing { house in
            let good = try await house.post(
                "/bewijs",
                [("bewijs", house.receipt), ("documenten", house.document)]
            )
            #expect(good.status == 200)
            #expect(good.body.contains("Dit bewijs klopt."))
            #expect(good.body.contains("2026-000001"))
            try Data("Een ander plan".utf8).write(to: house.document)
            let bad = try await house.post("/bewijs", [("bewijs", house.receipt), ("documenten", house.document)])
            #expect(bad.body.contains("Dit bewijs klopt niet"))
            #expect(try await house.post("/bewijs", [("documenten", house.document)]).status == 422)
        }
    }

    @Test func `a receipt is checked offline by the command line`() async throws {
        try await withFolder { folder in
            let (receipt, document, key) = try await prepare(folder)
            let arguments = ["proof", "check", receipt.path, document.path, "--key", key]
            let good = try await Program.run(arguments)
            #expect(good.status == 0, "\(good.complaint)")
            #expect(good.output.contains("2026-000001"))
            #expect(good.output.contains("plan.txt"))
            try Data("Een ander plan".utf8).write(to: document)
            let bad = try await Program.run(arguments)
            #expect(bad.status == 1)
            #expect(bad.output.contains("klopt niet"))
            let none = try await Program.run(["proof", "check", folder.path + "/nergens", "--key", key])
            #expect(none.status == 2)
        }
    }
}
