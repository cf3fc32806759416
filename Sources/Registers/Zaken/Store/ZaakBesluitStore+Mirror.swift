import Database
public import Kernel
public import Ledger

/// The ties as the register of decisions keeps them along with a decision: it has asked before whether that may be.
extension ZaakBesluitStore {
    /// Ties a decision to its zaak, and dates the archive anew. Repeating it changes nothing.
    public func tie(_ besluit: Reference<Elsewhere.Besluit>, to zaak: Identifier, _ change: Change) throws {
        try change.lock([zaak])
        let kept = Self.rows.kept(change.transaction)
        guard try kept.count(where: Self.pair(besluit, zaak), in: change.transaction) == 0 else { return }
        var draft = Draft<ZaakBesluit>()
        (draft.uuid, draft.besluit) = (change.identifier(), besluit)
        try kept.add(try draft.record(), to: zaak, change)
        try follow(zaak, change)
    }

    /// Unties a decision that is gone. Without a tie nothing happens.
    ///
    /// The date that the last decision gave to a closed zaak stays, since there is none to take its place: otherwise
    /// such a zaak could lose neither its decision nor, while it has one, be removed.
    public func untie(_ besluit: Reference<Elsewhere.Besluit>, from zaak: Identifier, _ change: Change) throws {
        try change.lock([zaak])
        let kept = Self.rows.kept(change.transaction)
        guard let tie = try kept.first(where: Self.pair(besluit, zaak), in: change.transaction) else { return }
        try kept.remove(tie.record, from: zaak, change)
        do {
            try follow(zaak, change)
        } catch let invalid as Invalid where invalid.faults.map(\.code) == ["archiefactiedatum-error"] {
            return
        }
    }

    private static func pair(_ besluit: Reference<Elsewhere.Besluit>, _ zaak: Identifier) -> [Clause] {
        [rows.of(zaak), "zaakbesluit.besluit = \(besluit.stored)"]
    }
}
