import Ledger
import Web

/// The ledger's tree for anybody: the last checkpoint and the tiles of hashes, from which every proof can be made.
///
/// They hold hashes only; no entry, no name. Source: C2SP tlog-tiles.
struct LogRoutes {
    let journal: Journal

    var routes: [Route] {
        [
            .get("/.well-known/belfort-key", policy: .everyone) { [journal] _, _ in
                .text("\(journal.verifierKey)\n")
            },
            .get("/log/checkpoint", policy: .everyone) { [journal] _, _ in try await checkpoint(journal) },
            .get("/log/tile/{place*}", policy: .everyone) { [journal] request, _ in
                try await tile(request.parameter("place"), journal)
            },
        ]
    }
}

private func checkpoint(_ journal: Journal) async throws -> Answer {
    var answer = Answer.text(try await journal.checkpointNote())
    answer.headers[.cacheControl] = "no-cache"
    return answer
}

private func tile(_ place: String, _ journal: Journal) async throws -> Answer {
    guard let tile = Tile("tile/\(place)"), let bytes = try await journal.tile(tile) else { throw Refusal.notFound }
    return Answer(
        // A tile never changes at the width that its path names.
        headers: [
            .contentType: "application/octet-stream", .cacheControl: "public, max-age=31536000, immutable",
        ],
        body: .bytes(bytes)
    )
}
