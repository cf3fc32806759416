import Database
import Kernel
import Web

extension CatalogiAPI {
    /// One resource, with its version as ETag.
    func read<R: CatalogiResource>(
        _ type: R.Type,
        _ id: Identifier,
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let (day, addresses) = (today, addresses)
        let found = try await database.read { transaction -> (bytes: [UInt8], version: UInt64)? in
            let reading = Reading<R>(transaction, on: day, visible: "1 = 1")
            var version: UInt64?
            let bytes = try JSONWriter.bytes { version = try reading.write(id, to: &$0, addresses) }
            return version.map { (bytes, $0) }
        }
        guard let found else { throw Problem(.notFound) }
        var answer = Answer.json(found.bytes, status: status)
        answer.headers[.eTag] = "\"\(found.version)\""
        answer.headers[.apiVersion] = Self.version
        if status == .created { answer.headers[.location] = "\(addresses.publicURL)\(R.path)/\(id)" }
        return answer
    }

    /// One page of a list, with the addresses of the pages beside it.
    func list<R: CatalogiResource>(_ type: R.Type, _ request: Request) async throws -> Answer {
        let pairs = try request.query()
        let page = try Self.page(pairs)
        let query = try ListQuery<R>(
            pairs.all.filter { $0.name != "page" },
            FilterScope(database.dialect, addresses)
        )
        let (day, addresses) = (query.day ?? today, addresses)
        let bytes = try await database.snapshot { transaction -> [UInt8]? in
            let reading = Reading<R>(transaction, on: day, visible: "1 = 1")
            let count = try reading.count(query)
            let start = (page - 1) * Self.pageSize
            guard page == 1 || start < count else { return nil }
            let next = start + Self.pageSize < count ? Self.address(R.path, pairs, page + 1, addresses) : nil
            let previous = page > 1 ? Self.address(R.path, pairs, page - 1, addresses) : nil
            return try JSONWriter.bytes(capacity: 1 << 16) { writer in
                try writer.page(count: count, next: next, previous: previous) { writer in
                    try reading.write(query, limit: Self.pageSize, offset: start, to: &writer, addresses)
                }
            }
        }
        guard let bytes else { throw Problem(.notFound, detail: "Deze pagina bestaat niet.") }
        var answer = Answer.json(bytes)
        answer.headers[.apiVersion] = Self.version
        return answer
    }

    private static func page(_ pairs: Pairs) throws -> Int {
        guard let text = try pairs.single("page") else { return 1 }
        // So far no list is long; a larger number would only make the database count.
        guard let page = Int(text), (1...1_000_000).contains(page) else {
            throw Problem(.notFound, detail: "Deze pagina bestaat niet.")
        }
        return page
    }

    private static func address(_ path: String, _ pairs: Pairs, _ page: Int, _ addresses: Addresses) -> String {
        let others = pairs.all.filter { $0.name != "page" }.map { "\(encoded($0.name))=\(encoded($0.value))" }
        return "\(addresses.publicURL)\(path)?" + (others + ["page=\(page)"]).joined(separator: "&")
    }

    /// A part of a query: everything but letters, digits and `-._~` in percent signs (RFC 3986, section 2.3).
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(UnicodeScalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

extension HTTPField.Name {
    /// The version of a standard that an answer follows.
    static let apiVersion: HTTPField.Name = {
        guard let name = HTTPField.Name("API-version") else { preconditionFailure("API-version is a field name") }
        return name
    }()
}

extension Request {
    /// The bytes of a JSON body; 415 for anything else.
    func json() async throws -> [UInt8] {
        guard headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Problem(.unsupportedMediaType)
        }
        return try await body.collect(max: 1 << 20)
    }
}
