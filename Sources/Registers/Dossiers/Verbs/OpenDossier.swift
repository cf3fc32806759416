import Database
public import Kernel
public import Zaken

/// A dossier as it stands: its zaak, its type, what happened, and what follows from that.
public struct OpenDossier: Sendable {
    public let zaak: Record<Zaak>
    public let dossier: Record<Dossier>
    public let published: PublishedType
    public let flow: Flow
    public let events: [Record<DossierEvent>]

    public var id: Identifier { zaak.identifier }
    public var type: DossierType { published.type }
    /// The number that people see.
    public var number: String { zaak.identificatie }

    /// Who asked for it.
    public var applicant: Applicant {
        Applicant(
            name: dossier.naam,
            mail: dossier.mail,
            phone: dossier.telefoon,
            address: dossier.postadres,
            language: Language(rawValue: dossier.taal) ?? .nl
        )
    }

    /// How messages reach the applicant.
    public var way: MessageWay { dossier.mail.isEmpty ? .brief : .mail }

    /// What goes with the last draft of a decision besides the facts: its reasons and conditions.
    public var draftTexts: (motivation: String, conditions: String) {
        guard let event = events.last(where: { $0.soort == "ontworpen" }),
            let json = try? JSONValue(Array(event.inhoud.utf8))
        else { return ("", "") }
        return (json["motivering"]?.text ?? "", json["voorwaarden"]?.text ?? "")
    }
}

extension DossierRegister {
    /// Reads dossiers back, in the order of the ids; those that are not there are left out.
    ///
    /// Whether somebody may see them is judged by the caller, in the statement that found the ids.
    func load(_ ids: [Identifier], in transaction: Transaction) throws -> [OpenDossier] {
        guard !ids.isEmpty else { return [] }
        let zaken = try ZakenStandStore.zaken(ids, in: transaction)
        let dossiers = try ZakenStandStore.dossiers(ids, in: transaction)
        let events = try DossierRowsStore.events(of: ids, in: transaction)
        let statuses = try DossierRowsStore.statuses(of: ids, in: transaction)
        return try ids.compactMap { id in
            guard let zaak = zaken[id], let dossier = dossiers[id] else { return nil }
            return try put(zaak, dossier, events[id] ?? [], statuses[id] ?? [], in: transaction)
        }
    }

    /// A dossier of which nothing happened yet.
    func opened(
        _ zaak: Record<Zaak>,
        _ dossier: Record<Dossier>,
        in transaction: Transaction
    ) throws -> OpenDossier {
        try put(zaak, dossier, [], [], in: transaction)
    }

    private func put(
        _ zaak: Record<Zaak>,
        _ dossier: Record<Dossier>,
        _ events: [Record<DossierEvent>],
        _ statuses: [(statustype: Identifier, at: Instant)],
        in transaction: Transaction
    ) throws -> OpenDossier {
        let published = try shelf.type(dossier.dossiertype, in: transaction)
        let phases = statuses.compactMap { status in
            published.phase(of: status.statustype).map { Fact(at: status.at, by: "", .status(phase: $0)) }
        }
        let flow = Flow(
            published.type,
            answers: try answers(of: dossier, in: transaction),
            facts: Facts(try events.compactMap(fact) + phases),
            fee: Amount(dossier.bedrag) ?? .zero,
            on: today
        )
        return OpenDossier(zaak: zaak, dossier: dossier, published: published, flow: flow, events: events)
    }

    private func fact(_ event: Record<DossierEvent>) throws -> Fact? {
        let json = try JSONValue(Array(event.inhoud.utf8))
        return Fact.Content(word: event.soort, task: event.taak, json).map { Fact(at: event.moment, by: event.wie, $0) }
    }
}

extension Record where F == DossierEvent {
    /// Why it was done, if somebody had to say; empty otherwise.
    public var reason: String {
        (try? JSONValue(Array(self.inhoud.utf8)))?["reden"]?.text ?? ""
    }
}

extension Record where F == DossierMessage {
    /// What the message says, part by part; a part that cannot be read is left out.
    public var parts: [WrittenLetter.Part] {
        guard case .array(let parts)? = try? JSONValue(Array(self.tekst.utf8)) else { return [] }
        return parts.compactMap { part in
            guard let kind = part["soort"]?.text.flatMap({ Block.Kind(rawValue: $0) }) else { return nil }
            return WrittenLetter.Part(kind: kind, text: part["tekst"]?.text ?? "")
        }
    }
}
