import Access
import Database
public import Kernel

/// Which dossiers somebody asks for.
public struct WorkQuery: Hashable, Sendable {
    /// The heaps into which work falls.
    public enum Heap: String, CaseIterable, Hashable, Sendable {
        /// Those that I handle.
        case mine = "mijn"
        /// Tasks and advices in dossiers of others that wait for my department.
        case tasks = "taken"
        /// Those of my department that nobody took yet.
        case fresh = "nieuw"
        /// All open ones that I may see.
        case open = "open"
        /// Those that are over.
        case closed = "afgerond"
    }

    public var heap: Heap
    /// A number, or part of the applicant's name.
    public var text: String
    /// Only those whose legal last day has passed.
    public var isLate: Bool
    /// Only of this type, by its identification.
    public var type: String
    public var page: Int

    /// Rows on a page.
    public static let pageSize = 50
    /// Beyond it one should search instead.
    public static let pageMax = 2_000

    public init(heap: Heap, text: String = "", isLate: Bool = false, type: String = "", page: Int = 1) {
        (self.heap, self.text, self.isLate, self.type) = (heap, text, isLate, type)
        self.page = min(max(1, page), Self.pageMax)
    }
}

/// Who looks at a list, as far as the list must know.
public struct WorkReader: Hashable, Sendable {
    public var subject: Identifier
    /// The codes of the departments for which the reader works.
    public var departments: Set<String>
    /// The kinds of role that the reader can have.
    public var kinds: [DossierRole.Kind]
}

/// Finds dossiers under the reader's rights: lists and their counts.
struct WorkListStore {
    let visitor: Visitor
    let reader: WorkReader
    let today: Day

    /// The ids of a page.
    func page(_ query: WorkQuery, in transaction: Transaction) throws -> [Identifier] {
        let order = query.heap == .closed ? "dossierstand.ontvangen DESC" : "dossierstand.tegen"
        let (sql, values) = statement(query)
        let offset = (query.page - 1) * WorkQuery.pageSize
        return try transaction.all(
            """
            SELECT dossierstand.dossier \(sql) ORDER BY \(order), dossierstand.dossier
            LIMIT \(WorkQuery.pageSize) OFFSET \(offset)
            """,
            values
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }

    /// How many there are; exact.
    func count(_ query: WorkQuery, in transaction: Transaction) throws -> Int {
        let (sql, values) = statement(query)
        return Int(try transaction.first("SELECT count(*) \(sql)", values) { $0.integer(0) } ?? 0)
    }

    /// What lists and counts share: the tables, the rights and what is asked for.
    func statement(_ query: WorkQuery) -> (sql: String, values: [Value]) {
        let rights = Rights(of: visitor).predicate(
            "zaken.lezen",
            of: .zaken,
            on: ZakenStandStore.columns,
            firstParameter: 1
        )
        var asked = [heap(query.heap)]
        if query.isLate { asked.append("dossierstand.uiterste_dag < \(today.stored)") }
        if !query.text.isEmpty { asked.append(text(query.text)) }
        if !query.type.isEmpty {
            asked.append(
                """
                dossier.dossiertype IN (SELECT t.uuid FROM dossiertype t
                WHERE t.identificatie = \(.text(query.type)))
                """
            )
        }
        let clause = Clause.all(asked)
        let sql = """
            FROM dossierstand JOIN zaak ON zaak.uuid = dossierstand.dossier
            JOIN dossier ON dossier.zaak = dossierstand.dossier
            WHERE \(rights.sql) AND \(clause.sql(from: rights.parameters.count + 1))
            """
        return (sql, rights.parameters + clause.values)
    }

    private func heap(_ heap: WorkQuery.Heap) -> Clause {
        switch heap {
        case .mine: "dossierstand.open = 1 AND dossierstand.behandelaar = \(.text(reader.subject.description))"
        case .tasks:
            """
            dossierstand.open = 1 AND dossierstand.dossier IN (SELECT k.dossier FROM dossiertaak k
            WHERE k.dienst IN (\(departments))
            AND k.soort IN (\(.list(reader.kinds.filter { $0 != .handler }.map { .text($0.rawValue) }))))
            """
        case .fresh:
            """
            dossierstand.open = 1 AND dossierstand.behandelaar = ''
            AND dossierstand.dienst IN (\(departments))
            """
        case .open: "dossierstand.open = 1"
        case .closed: "dossierstand.open = 0"
        }
    }

    private var departments: Clause { .list(reader.departments.sorted().map { .text($0) }) }

    private func text(_ text: String) -> Clause {
        let escaped = text.lowercased().reduce(into: "") { result, letter in
            if "%_!".contains(letter) { result.append("!") }
            result.append(letter)
        }
        return """
            (zaak.identificatie = \(.text(text)) OR lower(dossier.naam) LIKE \(.text("%\(escaped)%")) ESCAPE '!')
            """
    }
}

/// The dossiers of an applicant, newest first.
enum OwnListStore {
    static func ids(of subject: Identifier, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            """
            SELECT object FROM access_relation JOIN dossier ON dossier.zaak = access_relation.object
            WHERE access_relation.subject = \(.text(subject.description)) AND access_relation.role = 'initiator'
            ORDER BY dossier.ontvangen DESC, dossier.zaak LIMIT 200
            """ as Clause
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }
}
