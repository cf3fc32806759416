import Database
public import Kernel
public import Ledger

extension ZaakStore {
    /// Removes a zaak with its parts and all that belongs to them; each row gets its last entry (zrc-023).
    ///
    /// Documents stay, without their tie. Decisions are not taken along: as long as there is one the zaak stays.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let transaction = change.transaction
        try change.lock([id] + Self.deelzaken(of: id, in: transaction))
        let parts = try Self.deelzaken(of: id, in: transaction)
        try change.lock(parts)
        // The whole comes last, since its parts refer to it.
        let all = try (parts + [id]).map { try Self.rows.find($0, mandate.zaken, in: transaction).record }
        for zaak in all {
            let decisions = try transaction.exists(
                "SELECT 1 FROM zaakbesluit WHERE chain = $1",
                [zaak.identifier.stored]
            )
            guard !decisions else {
                throw Invalid(Fault.whole, "related-besluiten", "Er hoort nog een besluit bij de zaak.")
            }
        }
        for zaak in all { try erase(zaak, change) }
    }

    private func erase(_ zaak: Record<Zaak>, _ change: Change) throws {
        let id = zaak.identifier
        let documents = ZaakInformatieObjectStore(zaken: self)
        try ZaakInformatieObjectStore.rows.each(of: id, change) { try documents.erase($0, from: id, change) }
        try RolStore.rows.each(of: id, change) { try RolStore.erase($0, from: id, change) }
        try ZaakObjectStore.rows.eraseAll(of: id, change)
        try ZaakEigenschapStore.rows.eraseAll(of: id, change)
        try ResultaatStore.rows.eraseAll(of: id, change)
        try KlantContactStore.rows.eraseAll(of: id, change)
        try ZaakContactMomentStore.rows.eraseAll(of: id, change)
        try ZaakVerzoekStore.rows.eraseAll(of: id, change)
        try ZaakNotitieStore.rows.eraseAll(of: id, change)
        try StatusStore.rows.eraseAll(of: id, change)
        try Self.rows.kept(change.transaction).remove(zaak, from: id, change)
    }
}

extension Rows {
    fileprivate func eraseAll(of zaak: Identifier, _ change: Change) throws {
        try each(of: zaak, change) { try kept(change.transaction).remove($0, from: zaak, change) }
    }

    /// Hands over one row after another until none is left; the closure removes what it gets.
    fileprivate func each(of zaak: Identifier, _ change: Change, _ remove: (Record<R>) throws -> Void) throws {
        let kept = kept(change.transaction)
        while let row = try kept.first(where: [of(zaak)], in: change.transaction)?.record { try remove(row) }
    }
}
