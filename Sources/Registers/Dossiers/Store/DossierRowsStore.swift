import Database
import Kernel
import Ledger

/// The rows of dossiers, of what happened in them and of what was said; all stand in the chain of their zaak.
enum DossierRowsStore {
    static let dossiers = Kept<Dossier>("dossier", kinds: DossiersModule.Kinds.dossier)
    static let events = Kept<DossierEvent>("dossiergebeurtenis", kinds: DossiersModule.Kinds.event)
    static let messages = Kept<DossierMessage>("dossierbericht", kinds: DossiersModule.Kinds.message)

    static let dossiersMigration = Migration(
        "dossiers: make dossiers",
        """
        CREATE TABLE dossier (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            dossiertype TEXT NOT NULL REFERENCES dossiertype (uuid),
            kanaal TEXT NOT NULL,
            ontvangen BIGINT NOT NULL,
            ingevoerd BIGINT NOT NULL,
            antwoorden TEXT NOT NULL,
            geheim TEXT NOT NULL,
            bedrag TEXT NOT NULL,
            aanvrager TEXT NOT NULL,
            naam TEXT NOT NULL,
            mail TEXT NOT NULL,
            telefoon TEXT NOT NULL,
            postadres TEXT NOT NULL,
            taal TEXT NOT NULL,
            ingevoerd_door TEXT,
            zaak TEXT NOT NULL UNIQUE REFERENCES zaak (uuid)
        );
        CREATE INDEX dossier_chain ON dossier (chain);
        CREATE INDEX dossier_type ON dossier (dossiertype);
        CREATE INDEX dossier_aanvrager ON dossier (aanvrager, ontvangen, zaak);
        """
    )

    static let eventsMigration = Migration(
        "dossiers: make gebeurtenissen",
        """
        CREATE TABLE dossiergebeurtenis (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            dossier TEXT NOT NULL REFERENCES dossier (zaak),
            moment BIGINT NOT NULL,
            wie TEXT NOT NULL,
            soort TEXT NOT NULL,
            taak TEXT NOT NULL,
            activiteit TEXT NOT NULL,
            dienst TEXT NOT NULL,
            rol TEXT NOT NULL,
            fase TEXT NOT NULL,
            inhoud TEXT NOT NULL
        );
        CREATE INDEX dossiergebeurtenis_chain ON dossiergebeurtenis (chain);
        CREATE INDEX dossiergebeurtenis_dossier ON dossiergebeurtenis (dossier, moment);
        """
    )

    static let messagesMigration = Migration(
        "dossiers: make berichten",
        """
        CREATE TABLE dossierbericht (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            dossier TEXT NOT NULL REFERENCES dossier (zaak),
            moment BIGINT NOT NULL,
            soort TEXT NOT NULL,
            weg TEXT NOT NULL,
            onderwerp TEXT NOT NULL,
            tekst TEXT NOT NULL,
            document TEXT
        );
        CREATE INDEX dossierbericht_chain ON dossierbericht (chain);
        CREATE INDEX dossierbericht_dossier ON dossierbericht (dossier, moment);
        """
    )
}

extension DossierRowsStore {
    /// Events that a dossier can have at most; more is no dossier but an attack or a loop.
    static let eventsMax = 10_000

    /// What happened in dossiers, by dossier, in order of time.
    static func events(of dossiers: [Identifier], in transaction: Transaction) throws -> [Identifier: [Record<
        DossierEvent
    >]] {
        let columns = DossierEvent.declaration.columns.map { "dossiergebeurtenis.\($0.name)" }.joined(separator: ", ")
        var found: [Identifier: [Record<DossierEvent>]] = [:]
        try transaction.each(
            """
            SELECT \(name: columns) FROM dossiergebeurtenis WHERE dossier IN (\(.list(dossiers.map(\.stored))))
            ORDER BY dossier, moment, uuid LIMIT \(.integer(Int64(eventsMax * max(1, dossiers.count))))
            """ as Clause
        ) { row in
            let record = try Record<DossierEvent>(row)
            found[record.dossier, default: []].append(record)
        }
        return found
    }

    /// The statuses of zaken, by zaak: the statustype and when it was set, by whom being the register's own affair.
    static func statuses(of zaken: [Identifier], in transaction: Transaction) throws
        -> [Identifier: [(statustype: Identifier, at: Instant)]]
    {
        var found: [Identifier: [(statustype: Identifier, at: Instant)]] = [:]
        try transaction.each(
            """
            SELECT zaak, statustype, datum_status_gezet FROM status WHERE zaak IN (\(.list(zaken.map(\.stored))))
            ORDER BY zaak, datum_status_gezet
            """ as Clause
        ) { row in
            guard let zaak = Identifier(row.text(0)), let type = Identifier(row.text(1)) else { return }
            found[zaak, default: []].append((type, Instant(milliseconds: row.integer(2))))
        }
        return found
    }

    static func messages(of dossier: Identifier, in transaction: Transaction) throws -> [Record<DossierMessage>] {
        let columns = DossierMessage.declaration.columns.map { "dossierbericht.\($0.name)" }.joined(separator: ", ")
        return try transaction.all(
            """
            SELECT \(name: columns) FROM dossierbericht WHERE dossier = \(dossier.stored)
            ORDER BY moment, uuid LIMIT 1000
            """ as Clause
        ) { try Record<DossierMessage>($0) }
    }

    /// Where the receipt of a dossier stands in its chain: the last entry of that kind.
    static func receipt(of dossier: Identifier, in transaction: Transaction) throws -> UInt64? {
        try transaction.first(
            "SELECT sequence FROM dossierbewijs WHERE dossier = \(dossier.stored)" as Clause
        ) { UInt64(clamping: $0.integer(0)) }
    }
}
