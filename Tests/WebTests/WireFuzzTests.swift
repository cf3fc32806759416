import Kernel
import NIOCore
import Testing

@testable import Web

/// Bytes from a seeded generator against a live server.
@Suite struct WireFuzzTests {
    static let requests = [
        "GET /groet/a%20b?x=1 HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhallo wereld",
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n0\r\n\r\n",
        "HEAD /hallo HTTP/1.1\r\nHost: a\r\nCookie: a=b\r\n\r\n",
        "POST /doof HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
    ]

    @Test func `a mutated request is answered or refused, never with 5xx, and the server lives`() async throws {
        let seed: UInt64 = 20_261_125
        try await TestServer.run { port in
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<400 {
                let bytes = Self.mutate(Self.requests.randomElement(using: &generator) ?? "", &generator)
                let text = try await Wire.open(port) { wire in
                    try await wire.send(bytes)
                    wire.outbound.finish()
                    return try await wire.readToEnd()
                }
                #expect(text.isEmpty || text.hasPrefix("HTTP/1."), "seed \(seed)")
                #expect(!text.contains("HTTP/1.1 5"), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
            }
            let last = try await Wire.exchange(port, "GET /hallo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(last.body == "hallo")
        }
    }

    @Test func `answers do not depend on how the network cuts the requests`() async throws {
        let seed: UInt64 = 7
        let all = Self.requests[0] + Self.requests[2] + Self.requests[3] + "GET /hallo HTTP/1.0\r\n\r\n"
        try await TestServer.run { port in
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<40 {
                let cuts = Self.cut(Array(all.utf8), &generator)
                let text = try await Wire.open(port) { wire in
                    for cut in cuts {
                        try await wire.send(cut)
                        await Task.yield()
                    }
                    return try await wire.readToEnd()
                }
                #expect(text.answers == 4, "seed \(seed)")
                #expect(text.hasSuffix("hallo"))
            }
        }
    }

    /// One to four random changes: a byte changed, taken out, put in, or a piece said twice.
    private static func mutate(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.insert("\r\n :;/%,0\0".utf8.randomElement(using: &generator) ?? 0, at: index)
            case 2 where bytes.count > 1: bytes.remove(at: index)
            default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
            }
        }
        return bytes
    }

    private static func cut(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [[UInt8]] {
        var cuts: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let cut = rest.prefix(Int.random(in: 1...40, using: &generator))
            cuts.append(Array(cut))
            rest = rest.dropFirst(cut.count)
        }
        return cuts
    }
}
