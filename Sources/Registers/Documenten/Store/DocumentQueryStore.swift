public import Database
public import Kernel
import Ledger

/// What a client asks of the list of documents, by query parameters or by the body of `_zoek`.
public struct DocumentQuery: Sendable {
    let clauses: [Clause]

    /// Reads query parameters; throws all that cannot be read, and those that nobody knows.
    public init(
        _ parameters: [(name: String, value: String)] = [],
        _ addresses: Addresses
    ) throws(Invalid) {
        var (clauses, check, declared) = ([Clause](), Check(), [(name: String, value: String)]())
        for parameter in parameters where !parameter.value.isEmpty {
            do {
                switch parameter.name {
                case "uuid__in": clauses.append(try Self.identities(parameter.value))
                case "trefwoorden": clauses += try Self.keywords(parameter.value)
                case "objectinformatieobjecten__object", "objectinformatieobjecten_object":
                    clauses.append(try Self.tied(parameter.value, addresses))
                default: declared.append(parameter)
                }
            } catch {
                error.faults.forEach { check.add($0) }
            }
        }
        do {
            clauses += try DocumentStore.rows.clauses(declared, addresses)
        } catch {
            error.faults.forEach { check.add($0) }
        }
        try check.done()
        self.clauses = clauses
    }

    /// Reads the body of `_zoek`: the same filters as members, lists as lists.
    public init(search body: JSONValue, _ addresses: Addresses) throws(Invalid) {
        guard case .object(let members) = body else { throw Invalid(Fault.whole, "invalid", "Hier hoort een object.") }
        let asked = members.filter { $0.value != .null && $0.name != "expand" && $0.name != "page" }
        guard !asked.isEmpty else { throw Invalid(Fault.whole, "empty_search_body", "Geef aan wat je zoekt.") }
        var parameters: [(name: String, value: String)] = []
        for member in asked {
            guard let text = Self.text(of: member.value) else { throw Invalid(member.name, "invalid") }
            parameters.append((member.name, text))
        }
        try self.init(parameters, addresses)
    }

    private static func text(of value: JSONValue) -> String? {
        if case .array(let elements) = value {
            let texts = elements.compactMap(\.text)
            return texts.count == elements.count ? texts.joined(separator: ",") : nil
        }
        return value.text
    }

    private static func identities(_ text: String) throws(Invalid) -> Clause {
        let parts = text.split(separator: ",")
        guard parts.count <= Condition.valuesMax else { throw Invalid("uuid__in", "max_length") }
        let ids = parts.compactMap { Identifier(String($0)) }
        guard ids.count == parts.count else { throw Invalid("uuid__in", "invalid") }
        return "enkelvoudiginformatieobject.uuid IN (\(.list(ids.map(\.stored))))"
    }

    /// Documents with all of the keywords.
    private static func keywords(_ text: String) throws(Invalid) -> [Clause] {
        let words = text.split(separator: ",")
        guard words.count <= keywordsMax else { throw Invalid("trefwoorden", "max_length") }
        guard !text.utf8.contains(0) else { throw Invalid("trefwoorden", "null_characters_not_allowed") }
        return words.map { word in
            """
            enkelvoudiginformatieobject.uuid IN (SELECT document_trefwoord.document FROM document_trefwoord
            WHERE document_trefwoord.trefwoord = \(.text(String(word))))
            """
        }
    }

    private static let keywordsMax = 20

    /// Documents of a zaak or decision.
    private static func tied(_ text: String, _ addresses: Addresses) throws(Invalid) -> Clause {
        let name = "object"
        guard let filter = ObjectInformatieObject.declaration.filters.first(where: { $0.name == name }) else {
            throw Invalid(name, "invalid")
        }
        let condition = try filter.condition(text, addresses)
        return """
            enkelvoudiginformatieobject.uuid IN (SELECT objectinformatieobject.informatieobject
            FROM objectinformatieobject WHERE objectinformatieobject.object = \(condition.values.first ?? .null))
            """
    }
}

/// A page of documents: which they are, and from where the next one goes on.
public struct DocumentPage: Sendable {
    public let documents: [Identifier]
    /// Nil on the last page.
    public let next: DocumentPlace?
}

/// Where a page ended: the moment and id of its last document, so that the next one costs the same however far it is.
public struct DocumentPlace: Hashable, Sendable, LosslessStringConvertible {
    let moment: Int64
    let id: Identifier

    init(moment: Int64, id: Identifier) {
        (self.moment, self.id) = (moment, id)
    }

    /// Reads what `description` wrote; nil for anything else.
    public init?(_ description: String) {
        let parts = description.split(separator: "_")
        guard parts.count == 2, let moment = Int64(parts[0]), let id = Identifier(String(parts[1])) else { return nil }
        (self.moment, self.id) = (moment, id)
    }

    public var description: String { "\(moment)_\(id)" }
}

extension DocumentStore {
    /// The documents of a page, the latest version first.
    ///
    /// - Parameters:
    ///   - after: where the page before ended; without it the page is counted from the start.
    ///   - visible: which rows the visitor may see.
    public static func page(
        _ query: DocumentQuery,
        size: Int,
        offset: Int = 0,
        after: DocumentPlace? = nil,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> DocumentPage {
        let found = try transaction.all(statement(query, size: size, offset: offset, after: after, visible)) { row in
            Identifier(row.text(1)).map { DocumentPlace(moment: row.integer(0), id: $0) }
        }.compactMap(\.self)
        let shown = found.prefix(size)
        return DocumentPage(documents: shown.map(\.id), next: found.count > size ? shown.last : nil)
    }

    /// Writes the documents of a page as JSON objects, one after another, in their order.
    public static func write(
        _ page: DocumentPage,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        try rows.writeAll(
            where: ["enkelvoudiginformatieobject.uuid IN (\(.list(page.documents.map(\.stored))))"],
            limit: page.documents.count,
            "1 = 1",
            to: &writer,
            addresses,
            in: transaction
        )
    }

    /// How many documents are asked for and visible; exact.
    public static func count(_ query: DocumentQuery, _ visible: Clause, in transaction: Transaction) throws -> Int {
        try rows.count(where: query.clauses, visible, in: transaction)
    }

    /// Finds only identities and places, one more than the page holds: whole rows are read for those alone.
    static func statement(
        _ query: DocumentQuery,
        size: Int,
        offset: Int,
        after: DocumentPlace?,
        _ visible: Clause
    ) -> Clause {
        let place = after.map { place -> Clause in
            """
            (enkelvoudiginformatieobject.begin_registratie, enkelvoudiginformatieobject.uuid)
            < (\(.integer(place.moment)), \(place.id.stored))
            """
        }
        return """
            SELECT enkelvoudiginformatieobject.begin_registratie, enkelvoudiginformatieobject.uuid
            FROM enkelvoudiginformatieobject
            WHERE \(.all(query.clauses + [visible] + (place.map { [$0] } ?? [])))
            ORDER BY enkelvoudiginformatieobject.begin_registratie DESC, enkelvoudiginformatieobject.uuid DESC
            LIMIT \(.integer(Int64(size) + 1)) OFFSET \(.integer(after == nil ? Int64(offset) : 0))
            """
    }
}
