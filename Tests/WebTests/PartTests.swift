import HTTPTypes
import Kernel
import Testing

@testable import Web

/// Forms with files, however the network cuts them.
@Suite struct PartTests {
    struct Field: Equatable, Sendable {
        var name: String
        var fileName: String?
        var content: [UInt8]
    }

    static func write(_ fields: [Field], boundary: String = "grens") -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields {
            let file = field.fileName.map { "; filename=\"\($0)\"" } ?? ""
            bytes += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\(file)\r\n\r\n".utf8
            )
            bytes += field.content + [13, 10]
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    static func request(_ body: RequestBody, boundary: String = "grens") throws -> Request {
        let target = try Target("/", method: .post, host: "a")
        let fields: HTTPFields = [.contentType: "multipart/form-data; boundary=\"\(boundary)\""]
        let source = Provenance(peer: nil, fields: fields, host: "a", proxies: TrustedProxies())
        return Request(.post, target, fields, source, id: Identifier(high: 0, low: 0), body: body)
    }

    static func read(_ body: RequestBody) async throws -> [Field] {
        var fields: [Field] = []
        for try await part in try request(body).parts() {
            var field = Field(name: part.name, fileName: part.fileName, content: [])
            for try await chunk in part { field.content += chunk }
            fields.append(field)
        }
        return fields
    }

    static func read(_ text: String) async throws -> [Field] {
        try await read(RequestBody(Array(text.utf8)))
    }

    /// A body that comes in chunks of one to `most` bytes.
    static func cut(_ bytes: [UInt8], most: Int, _ generator: inout SeededGenerator) -> RequestBody {
        var chunks: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...most, using: &generator))
            chunks.append(Array(chunk))
            rest = rest.dropFirst(chunk.count)
        }
        let feed = Feed(chunks)
        return RequestBody { _ in await feed.next() }
    }

    actor Feed {
        private var chunks: [[UInt8]]
        init(_ chunks: [[UInt8]]) { self.chunks = chunks.reversed() }
        func next() -> [UInt8]? { chunks.popLast() }
    }

    @Test func `random forms come back as they were written, however they are cut`() async throws {
        let seed: UInt64 = 20_261_125
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("\r\n--grens-a".utf8)
        for _ in 0..<300 {
            let fields = (0..<Int.random(in: 1...4, using: &generator)).map { index in
                let content = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? 0
                }
                return Field(
                    name: "veld\(index)",
                    fileName: Bool.random(using: &generator) ? "a.pdf" : nil,
                    content: content
                )
            }
            // Content that holds the boundary itself is not a form that a program would write.
            guard !fields.contains(where: { Self.holdsBoundary($0.content) }) else { continue }
            let body = Self.cut(Self.write(fields), most: 7, &generator)
            #expect(try await Self.read(body) == fields, "seed \(seed)")
        }
    }

    private static func holdsBoundary(_ content: [UInt8]) -> Bool {
        String(decoding: [13, 10] + content + [13, 10], as: UTF8.self).contains("\r\n--grens")
    }

    @Test func `a form that breaks off is refused at whatever byte`() async throws {
        let whole = Self.write([Field(name: "a", content: [1, 2, 3]), Field(name: "b", fileName: "c", content: [4])])
        for count in 0..<(whole.count - 2) {
            let part = RequestBody(Array(whole.prefix(count)))
            await #expect(throws: Refusal.brokenParts, "\(count)") { try await Self.read(part) }
        }
    }

    @Test(arguments: [
        "vooraf\r\n--grens\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--grens--",
        "--grens \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Type: text/plain\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition : form-data; name=a\r\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data; name=a\n\r\n1\r\n--grens--",
        "--grens\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--grens--meer",
        "--grens\r\n" + String(repeating: "X: 1\r\n", count: 2_000),
        "--ander\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--ander--",
    ])
    func `a form that two readers could read in two ways is refused`(_ text: String) async {
        await #expect(throws: Refusal.self) { try await Self.read(text) }
    }

    @Test func `more parts than allowed are refused`() async {
        let fields = (0..<150).map { Field(name: "a\($0)", content: []) }
        await #expect(throws: Refusal.tooManyParts) { try await Self.read(RequestBody(Self.write(fields))) }
    }

    @Test func `a part that is not read is skipped`() async throws {
        let fields = [Field(name: "a", content: Array(repeating: 1, count: 5_000)), Field(name: "b", content: [66])]
        let parts = try Self.request(RequestBody(Self.write(fields))).parts().makeAsyncIterator()
        let first = try #require(try await parts.next())
        let second = try #require(try await parts.next())
        #expect(try await second.text() == "B")
        #expect(try await first.makeAsyncIterator().next() == nil)
        #expect(try await parts.next() == nil)
    }

    @Test func `a text field has a bound and is UTF-8`() async throws {
        for content in [Array(repeating: UInt8(65), count: 20), [0xFF], [65, 0]] {
            let form = RequestBody(Self.write([Field(name: "a", content: content)]))
            let part = try #require(try await Self.request(form).parts().makeAsyncIterator().next())
            await #expect(throws: Refusal.self) { try await part.text(bytesMax: 10) }
        }
    }

    @Test(arguments: ["", " ", "a ", String(repeating: "a", count: 71), "a\"b", "é"])
    func `an unsound boundary is refused`(_ boundary: String) {
        #expect(!Boundary.isSound(boundary))
    }
}
