public import Access
import Database
public import Kernel
public import Ledger
import Organisatie

/// A dossier as somebody may see it, with what they can do there.
public struct DossierView: Sendable {
    public let open: OpenDossier
    public let party: DossierParty
    /// All that was said to the applicant, oldest first.
    public let messages: [Record<DossierMessage>]
    /// The papers that are in it, by document.
    public let papers: [Identifier: TakenPaper]
    /// Names of officials who did something in it, by pseudonym.
    public let colleagues: [String: Colleague]
    /// Where its receipt stands.
    public let receipt: EntryPlace?

    public var flow: Flow { open.flow }

    /// The verbs that the visitor can do now.
    public var allowed: [Verb.Kind] { open.flow.allowed(for: party.actor) }
}

/// A page of a list of work.
public struct WorkPage: Sendable {
    public struct Row: Sendable {
        public let open: OpenDossier
        /// The name of whoever has it; nil while nobody does.
        public let handler: String?
    }

    public let rows: [Row]
    public let count: Int
    /// How many there are in each heap, for the tabs.
    public let heaps: [WorkQuery.Heap: Int]
}

extension DossierRegister {
    /// A dossier for whoever may see it; throws `Problem(.notFound)` for anybody else.
    public func view(_ id: Identifier, as visitor: Visitor) async throws -> DossierView {
        try await database.snapshot { transaction in
            guard try ZakenStandStore.may("zaken.lezen", visitor, id, in: transaction),
                let open = try self.load([id], in: transaction).first
            else { throw Problem(.notFound) }
            let documents =
                open.flow.facts.papers.map(\.document) + [open.flow.facts.draft?.draft.document].compactMap(\.self)
            let actors = Set(open.events.map(\.wie) + [open.flow.handler].compactMap(\.self))
            return DossierView(
                open: open,
                party: try self.party(of: visitor, in: open, in: transaction),
                messages: try DossierRowsStore.messages(of: id, in: transaction),
                papers: try self.neighbours.papers(documents, transaction),
                colleagues: try self.colleagues(actors, in: transaction),
                receipt: try DossierRowsStore.receipt(of: id, in: transaction).map {
                    EntryPlace(chain: id, sequence: $0)
                }
            )
        }
    }

    /// The dossiers that somebody asked for, newest first.
    public func own(_ visitor: Visitor) async throws -> [OpenDossier] {
        guard let subject = visitor.identity?.subject else { return [] }
        return try await database.snapshot { transaction in
            try self.load(OwnListStore.ids(of: subject, in: transaction), in: transaction)
        }
    }

    /// A page of work for an official, and how much there is in each heap.
    public func work(_ query: WorkQuery, for visitor: Visitor) async throws -> WorkPage {
        let today = today
        return try await database.snapshot { transaction in
            guard let reader = try self.reader(visitor, in: transaction) else { throw Problem(.forbidden) }
            let list = WorkListStore(visitor: visitor, reader: reader, today: today)
            let open = try self.load(list.page(query, in: transaction), in: transaction)
            let names = try self.colleagues(Set(open.compactMap(\.flow.handler)), in: transaction)
            var heaps: [WorkQuery.Heap: Int] = [:]
            for heap in WorkQuery.Heap.allCases {
                heaps[heap] = try list.count(WorkQuery(heap: heap), in: transaction)
            }
            return WorkPage(
                rows: open.map { WorkPage.Row(open: $0, handler: $0.flow.handler.flatMap { names[$0]?.name }) },
                count: try list.count(query, in: transaction),
                heaps: heaps
            )
        }
    }

    private func reader(_ visitor: Visitor, in transaction: Transaction) throws -> WorkReader? {
        guard case .official(let identity) = visitor,
            let colleague = try colleague(identity.subject, in: transaction)
        else { return nil }
        let rights = Rights(of: visitor)
        let kinds = try DossierRole.Kind.allCases.filter {
            try rights.may(.scope($0.scope, of: .zaken), in: transaction)
        }
        let reach = try AfdelingStore().reach(of: colleague.department, in: transaction)
        return WorkReader(subject: identity.subject, departments: reach, kinds: kinds)
    }

    private func colleagues(_ names: Set<String>, in transaction: Transaction) throws -> [String: Colleague] {
        var found: [String: Colleague] = [:]
        for name in names.prefix(500) {
            guard let id = Identifier(name), let colleague = try colleague(id, in: transaction) else { continue }
            found[name] = colleague
        }
        return found
    }
}
