public import Database
public import Kernel
import Ledger
public import Web

/// Which rows of a list a page shows.
public struct PageRange: Hashable, Sendable {
    /// Counted from 1.
    public let number: Int
    public var limit: Int { ZGWAPI.pageSize }
    public var offset: Int { (number - 1) * limit }

    init(_ number: Int) { self.number = number }
}

extension ZGWAPI {
    /// One resource as JSON, with a tag that changes whenever what is shown changes.
    ///
    /// - Parameter write: writes the object in a reading transaction; false when there is none, which becomes a 404.
    public func resource(
        status: HTTPResponse.Status = .ok,
        _ write: @escaping @Sendable (Transaction, inout JSONWriter) throws -> Bool
    ) async throws -> Answer {
        let found = try await database.snapshot { transaction -> [UInt8]? in
            var isThere = false
            let bytes = try JSONWriter.bytes { isThere = try write(transaction, &$0) }
            return isThere ? bytes : nil
        }
        guard let found else { throw Problem(.notFound) }
        var answer = Answer.json(found, status: status)
        // The tag is of the bytes as served: another host, another expansion, another child is another tag.
        let digest = Digest.of(found).bytes.prefix(16)
        answer.headers[.eTag] = "\"" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\""
        return answer
    }

    /// The same for what was just made, with its address.
    ///
    /// - Parameter path: of the list: `/zaken/api/v1/zaken`.
    public func created(
        _ path: String,
        _ id: Identifier,
        _ write: @escaping @Sendable (Transaction, inout JSONWriter) throws -> Bool
    ) async throws -> Answer {
        var answer = try await resource(status: .created, write)
        answer.headers[.location] = "\(addresses.publicURL)\(path)/\(id)"
        return answer
    }

    /// One page of a list, with the addresses of the pages beside it; both closures see one snapshot.
    ///
    /// - Parameters:
    ///   - path: of the list.
    ///   - asked: the query as it came; its filters are kept in the addresses.
    ///   - write: writes the objects of the page, one after another.
    public func page(
        of path: String,
        _ asked: Pairs,
        count: @escaping @Sendable (Transaction) throws -> Int,
        write: @escaping @Sendable (Transaction, PageRange, inout JSONWriter) throws -> Void
    ) async throws -> Answer {
        let range = try Self.range(asked)
        let addresses = addresses
        let bytes = try await database.snapshot { transaction -> [UInt8]? in
            let count = try count(transaction)
            guard range.number == 1 || range.offset < count else { return nil }
            let isLast = range.offset + range.limit >= count
            let next = isLast ? nil : Self.address(path, asked, range.number + 1, addresses)
            let previous = range.number > 1 ? Self.address(path, asked, range.number - 1, addresses) : nil
            return try JSONWriter.bytes(capacity: 1 << 16) { writer in
                try writer.page(count: count, next: next, previous: previous) { writer in
                    try write(transaction, range, &writer)
                }
            }
        }
        guard let bytes else { throw Self.noSuchPage }
        return Answer.json(bytes)
    }

    /// A list without pages; who writes it bounds it.
    public func array(
        _ write: @escaping @Sendable (Transaction, inout JSONWriter) throws -> Void
    ) async throws -> Answer {
        let bytes = try await database.snapshot { transaction in
            try JSONWriter.bytes { writer in
                writer.beginArray()
                try write(transaction, &writer)
                writer.endArray()
            }
        }
        return Answer.json(bytes)
    }

    /// The parameters that filter: all but the number of the page.
    public static func filters(_ asked: Pairs) -> [(name: String, value: String)] {
        asked.all.filter { $0.name != "page" }
    }

    private static func range(_ asked: Pairs) throws -> PageRange {
        guard let text = try asked.single("page") else { return PageRange(1) }
        guard let page = Int(text), (1...pageMax).contains(page) else { throw noSuchPage }
        return PageRange(page)
    }

    private static let noSuchPage = Problem(.notFound, detail: "Deze pagina bestaat niet.")

    private static func address(_ path: String, _ asked: Pairs, _ page: Int, _ addresses: Addresses) -> String {
        let others = filters(asked).map { "\(encoded($0.name))=\(encoded($0.value))" }
        // The first page has no number, so that one list has one address.
        let all = page == 1 ? others : others + ["page=\(page)"]
        return "\(addresses.publicURL)\(path)" + (all.isEmpty ? "" : "?" + all.joined(separator: "&"))
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
