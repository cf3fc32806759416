import Database
public import Kernel
public import Ledger

/// The statuses of zaken. The last of a type closes its zaak; another one makes a closed zaak run again.
public struct StatusStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Gives a zaak a status, with all that follows: its end and archive dates, or its running again.
    ///
    /// Checks go in the order: mandate, type, archive, moment, and then what closing or reopening asks.
    public func add(_ draft: Draft<Status>, _ mandate: Mandate, _ change: Change) throws -> KeptRecord<Status> {
        var draft = draft
        draft.uuid = change.identifier()
        let status = try draft.record()
        let family = try lockFamily(of: status.zaak, mandate, change)
        try mandate.mayAddStatus(to: family.zaak)
        guard let type = try zaken.neighbours.statustype(status.statustype, change.transaction) else {
            throw Invalid("statustype", "bad-url")
        }
        guard type.zaaktype == family.zaak.zaaktype else { throw Invalid(Fault.whole, "zaaktype-mismatch") }
        try family.zaak.mustNotBeArchived()
        let ends = type.isEindstatus || family.zaak.einddatum != nil
        let isCurrent = try check(status, ends: ends, mandate, change)
        let kept = try keep(status, in: family.zaak, change)
        guard isCurrent else { return kept }
        let closing = Closing(zaken: zaken, family: family, change: change)
        if type.isEindstatus {
            try closing.close(on: BrusselsTime.day(of: status.datumStatusGezet))
        } else if family.zaak.einddatum != nil {
            try closing.reopen()
        }
        return kept
    }

    /// The zaak with its whole and its parts, all locked in the order of their ids.
    private func lockFamily(of reference: Reference<Zaak>, _ mandate: Mandate, _ change: Change) throws -> Family {
        guard let id = reference.identifier else { throw Invalid("zaak", "no_match") }
        let kept = ZaakStore.rows.kept(change.transaction)
        let hoofdzaak = try kept.first(where: [kept.identity(id)], in: change.transaction)?.record.hoofdzaak
        let parts = try ZaakStore.deelzaken(of: id, in: change.transaction)
        try change.lock([id] + parts + [hoofdzaak?.identifier].compactMap(\.self))
        let zaak = try zaken.parent(reference, mandate, change)
        // A part that came in between waits for this zaak's lock, which is held now; one that was there is read here.
        let deelzaken = try ZaakStore.deelzaken(of: id, in: change.transaction)
        try change.lock(deelzaken)
        return Family(
            zaak: zaak,
            deelzaken: try deelzaken.compactMap {
                try kept.first(where: [kept.identity($0)], in: change.transaction)?.record
            },
            hoofdzaak: try zaken.hoofdzaak(of: zaak, in: change.transaction)
        )
    }

    private func keep(_ status: Record<Status>, in zaak: Record<Zaak>, _ change: Change) throws -> KeptRecord<Status> {
        do {
            return try Self.rows.kept(change.transaction).add(status, to: zaak.identifier, change)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid(Fault.whole, "unique", "De zaak kreeg op dat tijdstip al een status.")
        }
    }
}

// MARK: - Rules

extension StatusStore {
    /// Throws what is wrong with the moment or with who set it; answers whether the status becomes the current one.
    ///
    /// - Parameter ends: whether it would close the zaak or undo its closing. One that is older than the current status
    ///   is history: it needs force, and nothing follows, or the zaak would be closed while its status says it runs.
    private func check(
        _ status: Record<Status>,
        ends: Bool,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> Bool {
        var check = Check()
        let transaction = change.transaction
        let latest = change.now.adding(milliseconds: Settings.clockLeeway) ?? .latest
        check.that(status.datumStatusGezet <= latest, "datumStatusGezet", "date-in-future")
        let last = try Self.moments(status.zaak, at: status.datumStatusGezet, in: transaction)
        check.that(!last.isTaken, Fault.whole, "unique", "De zaak kreeg op dat tijdstip al een status.")
        let isCurrent = last.latest.map { $0 <= status.datumStatusGezet } ?? true
        check.that(
            isCurrent || !ends || mandate.extra.contains(.geforceerdBijwerken),
            "datumStatusGezet",
            "older-than-status",
            "Een status die de zaak sluit of heropent, kan niet ouder zijn dan de huidige."
        )
        if let rol = status.gezetdoor?.identifier {
            let isOfZaak = try transaction.exists(
                "SELECT 1 FROM rol WHERE uuid = $1 AND zaak = $2",
                [rol.stored, status.zaak.stored]
            )
            check.that(isOfZaak, "gezetdoor", "zaak-mismatch", "Deze rol hoort bij een andere zaak.")
        }
        try check.done()
        return isCurrent
    }

    private static func moments(
        _ zaak: Reference<Zaak>,
        at moment: Instant,
        in transaction: Transaction
    ) throws -> (latest: Instant?, isTaken: Bool) {
        let latest = try transaction.first(
            "SELECT datum_status_gezet FROM status WHERE zaak = $1 ORDER BY datum_status_gezet DESC LIMIT 1",
            [zaak.stored]
        ) { Instant(milliseconds: $0.integer(0)) }
        let isTaken = try transaction.exists(
            "SELECT 1 FROM status WHERE zaak = $1 AND datum_status_gezet = $2",
            [zaak.stored, moment.stored]
        )
        return (latest, isTaken)
    }
}

extension StatusStore {
    /// The rows of statuses.
    public static let rows = Rows<Status>(
        "status",
        kinds: ZakenModule.Kinds.status,
        parent: "status.zaak",
        order: "status.datum_status_gezet DESC"
    ) { dialect in
        [
            "indicatie_laatst_gezette_status": """
            (CASE WHEN EXISTS (SELECT 1 FROM status AS later WHERE later.zaak = status.zaak
            AND later.datum_status_gezet > status.datum_status_gezet) THEN 0 ELSE 1 END)
            """,
            "zaakinformatieobjecten": GatheredStore.list(
                "stuk.uuid",
                from: "zaakinformatieobject AS stuk WHERE stuk.status = status.uuid ORDER BY stuk.uuid",
                dialect
            ),
        ]
    }

    static let migration = Migration(
        "zaken: make statuses",
        """
        CREATE TABLE status (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            statustype TEXT NOT NULL,
            datum_status_gezet BIGINT NOT NULL,
            statustoelichting TEXT NOT NULL,
            gezetdoor TEXT
        );
        CREATE UNIQUE INDEX status_moment ON status (zaak, datum_status_gezet);
        CREATE INDEX status_chain ON status (chain);
        CREATE INDEX status_type ON status (statustype, datum_status_gezet);
        CREATE INDEX status_gezet ON status (datum_status_gezet, uuid);
        CREATE INDEX status_gezetdoor ON status (gezetdoor) WHERE gezetdoor IS NOT NULL;
        """
    )
}
