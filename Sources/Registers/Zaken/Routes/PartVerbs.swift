import Database
import Kernel
import Ledger

/// How what belongs to a zaak is changed, whatever Store does it; a verb that the standard does not have is nil.
struct PartVerbs<R: Resource>: Sendable {
    typealias Rewriting = @Sendable (Identifier, Draft<R>, Rewrite, Mandate, Change) throws -> Void

    let rows: Rows<R>
    /// The zaak to which a client wants to add it.
    let zaak: @Sendable (Draft<R>) -> Identifier?
    let add: @Sendable (Draft<R>, Mandate, Change) throws -> Identifier
    var change: Rewriting?
    var remove: (@Sendable (Identifier, Mandate, Change) throws -> Void)?
    var rewrites: [Rewrite] = []
    var adding = Needed.changing
    var removing = Needed.changing
    /// Whether its list comes in pages; the standard gives some as bare arrays.
    var isPaged = true
    /// Reads filters; nil for those that the resource declares.
    var filter: (@Sendable ([Parameter], Addresses) throws -> [Clause])?
}

extension PartVerbs where R == Status {
    static func statussen(_ zaken: ZaakStore, _ gates: Gates) -> Self {
        let store = StatusStore(zaken: zaken)
        return Self(
            rows: StatusStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { draft, mandate, change in
                let zaak = draft.zaak?.identifier
                if let zaak, let type = draft.statustype?.identifier, try mandate.reaches(zaak, change) {
                    try gates.status(zaak, type, change)
                }
                let status = try store.add(draft, mandate, change).record.identifier
                if let zaak { try gates.changed(zaak, change) }
                return status
            },
            adding: .status
        )
    }
}

extension PartVerbs where R == Resultaat {
    static func resultaten(_ zaken: ZaakStore, _ gates: Gates) -> Self {
        let store = ResultaatStore(zaken: zaken)
        return Self(
            rows: ResultaatStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { draft, mandate, change in
                let zaak = draft.zaak?.identifier
                if let zaak, let type = draft.resultaattype?.identifier, try mandate.reaches(zaak, change) {
                    try gates.resultaat(zaak, type, change)
                }
                return try store.add(draft, mandate, change).record.identifier
            },
            change: { _ = try store.change($0, $1, $2, $3, $4) },
            remove: { id, mandate, change in
                let found = try ResultaatStore.rows.find(id, mandate.zaken, in: change.transaction).record
                if let zaak = found.zaak.identifier { try gates.removal(zaak, change) }
                try store.remove(id, mandate, change)
            },
            rewrites: [.put, .patch]
        )
    }
}

extension PartVerbs where R == Rol {
    static func rollen(_ zaken: ZaakStore) -> Self {
        let store = RolStore(zaken: zaken)
        return Self(
            rows: RolStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { try store.add($0, $1, $2).record.identifier },
            change: { _ = try store.change($0, $1, $2, $3, $4) },
            remove: { try store.remove($0, $1, $2) },
            rewrites: [.put],
            filter: { try RolStore.clauses($0, $1) }
        )
    }
}

extension PartVerbs where R == ZaakObject {
    static func zaakobjecten(_ zaken: ZaakStore) -> Self {
        let store = ZaakObjectStore(zaken: zaken)
        return Self(
            rows: ZaakObjectStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { try store.add($0, $1, $2).record.identifier },
            change: { _ = try store.change($0, $1, $2, $3, $4) },
            remove: { try store.remove($0, $1, $2) },
            rewrites: [.put, .patch],
            adding: .adding
        )
    }
}

extension PartVerbs where R == ZaakInformatieObject {
    static func documenten(_ zaken: ZaakStore) -> Self {
        let store = ZaakInformatieObjectStore(zaken: zaken)
        return Self(
            rows: ZaakInformatieObjectStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { try store.add($0, $1, $2).record.identifier },
            change: { _ = try store.change($0, $1, $2, $3, $4) },
            remove: { try store.remove($0, $1, $2) },
            rewrites: [.put, .patch],
            adding: .adding,
            removing: .untying,
            isPaged: false
        )
    }
}

extension PartVerbs where R == KlantContact {
    static func klantcontacten(_ zaken: ZaakStore) -> Self {
        let store = KlantContactStore(zaken: zaken)
        return Self(
            rows: KlantContactStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { try store.add($0, $1, $2).record.identifier }
        )
    }
}

extension PartVerbs where R == ZaakContactMoment {
    static func contactmomenten(_ zaken: ZaakStore) -> Self {
        let store = ZaakContactMomentStore(zaken: zaken)
        return Self(
            rows: ZaakContactMomentStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { try store.add($0, $1, $2).record.identifier },
            remove: { try store.remove($0, $1, $2) },
            isPaged: false
        )
    }
}

extension PartVerbs where R == ZaakVerzoek {
    static func verzoeken(_ zaken: ZaakStore) -> Self {
        let store = ZaakVerzoekStore(zaken: zaken)
        return Self(
            rows: ZaakVerzoekStore.rows,
            zaak: { $0.zaak?.identifier },
            add: { try store.add($0, $1, $2).record.identifier },
            remove: { try store.remove($0, $1, $2) },
            isPaged: false
        )
    }
}
