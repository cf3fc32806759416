public import Kernel
public import Ledger

/// The gates of a type hold at every door: what another door asks before it changes a zaak.
extension DossierRegister {
    /// Throws a 403 with the reason when a status cannot be set yet.
    public func mayStatus(_ statustype: Identifier, of zaak: Identifier, _ change: Change) throws {
        guard let dossier = try dossier(zaak, change), let phase = dossier.published.phase(of: statustype) else {
            return
        }
        let actor = change.author.pseudonym.description
        if let reason = dossier.flow.obstacle(toStatus: phase, by: actor) { throw Self.gate(reason) }
    }

    /// Throws a 403 with the reason when a result cannot be set yet.
    public func mayResult(_ resultaattype: Identifier, of zaak: Identifier, _ change: Change) throws {
        guard let dossier = try dossier(zaak, change) else { return }
        let outcome = dossier.type.outcomes.first { dossier.published.key(.resultaat, $0.name) == resultaattype }
        let actor = change.author.pseudonym.description
        if let outcome, let reason = dossier.flow.obstacle(toOutcome: outcome.name, by: actor) {
            throw Self.gate(reason)
        }
    }

    /// Throws a 403 for a dossier: its result and itself go by its own verbs and by destruction.
    public func mayRemove(from zaak: Identifier, _ change: Change) throws {
        guard try dossier(zaak, change) != nil else { return }
        throw Self.gate("Dit is een dossier van het huis. Heropen, verbeter of vernietig het daar.")
    }

    /// Lets lists follow what another door changed.
    public func follow(_ zaak: Identifier, _ change: Change) throws {
        guard let dossier = try dossier(zaak, change) else { return }
        try StandStore.keep(zaak, dossier.flow, in: change.transaction)
    }

    private func dossier(_ zaak: Identifier, _ change: Change) throws -> OpenDossier? {
        try change.lock([zaak])
        return try load([zaak], in: change.transaction).first
    }

    private static func gate(_ reason: String) -> Problem { Problem(.forbidden, code: "gate", detail: reason) }
}
