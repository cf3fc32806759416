import Database
import Kernel
import Ledger

/// Where each dossier stands, as lists ask for it: derived from the facts in the same transaction, only for
/// finding.
///
/// What a page shows of a dossier is worked out anew by `Flow`. So what depends on today is never read from here.
enum StandStore {
    static let migration = Migration(
        "dossiers: make standen",
        """
        CREATE TABLE dossierstand (
            dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossier (zaak),
            fase TEXT NOT NULL,
            open BIGINT NOT NULL,
            partij TEXT NOT NULL,
            rol TEXT NOT NULL,
            dienst TEXT NOT NULL,
            behandelaar TEXT NOT NULL,
            tegen TEXT NOT NULL,
            uiterste_dag TEXT NOT NULL,
            klok TEXT NOT NULL,
            ontvangen BIGINT NOT NULL
        );
        CREATE INDEX dossierstand_dienst ON dossierstand (open, dienst, tegen, dossier);
        CREATE INDEX dossierstand_behandelaar ON dossierstand (behandelaar, open, tegen, dossier);
        CREATE INDEX dossierstand_klok ON dossierstand (open, klok, dossier);
        CREATE INDEX dossierstand_open ON dossierstand (open, tegen, dossier);
        CREATE INDEX dossierstand_dag ON dossierstand (open, uiterste_dag, dossier);
        CREATE TABLE dossiertaak (
            dossier TEXT NOT NULL REFERENCES dossier (zaak),
            naam TEXT NOT NULL,
            advies BIGINT NOT NULL,
            rol TEXT NOT NULL,
            soort TEXT NOT NULL,
            dienst TEXT NOT NULL,
            tegen TEXT NOT NULL,
            PRIMARY KEY (dossier, naam, advies)
        );
        CREATE INDEX dossiertaak_dienst ON dossiertaak (dienst, soort, tegen, dossier);
        CREATE TABLE dossierbewijs (
            dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossier (zaak),
            sequence BIGINT NOT NULL
        );
        """
    )

    /// The day after all others: what has no day comes last in a list.
    static let noDay = "9999-12-31"

    /// Writes down where a dossier stands now.
    static func keep(_ dossier: Identifier, _ flow: Flow, in transaction: Transaction) throws {
        let act = flow.toAct
        let role: String = if case .role(let name) = act.party { name } else { "" }
        let values: [Value] = [
            dossier.stored, .text(flow.phase?.name ?? ""), .integer(flow.isClosed ? 0 : 1), .text(act.party.word),
            .text(role), .text(flow.type.department(of: role)), .text(flow.handler ?? ""),
            .text(act.by?.description ?? noDay), .text(flow.lastDay?.description ?? noDay),
            .text(flow.clockDay?.description ?? noDay), .integer(flow.facts.received?.at.milliseconds ?? 0),
        ]
        try transaction.run("DELETE FROM dossierstand WHERE dossier = \(dossier.stored)" as Clause)
        try transaction.run("INSERT INTO dossierstand VALUES (\(.list(values)))" as Clause)
        try transaction.run("DELETE FROM dossiertaak WHERE dossier = \(dossier.stored)" as Clause)
        for work in flow.openWork {
            let values: [Value] = [
                dossier.stored, .text(work.name), .integer(work.isAdvice ? 1 : 0), .text(work.role),
                .text(flow.type.roles.first { $0.name == work.role }?.kind.rawValue ?? ""),
                .text(flow.type.department(of: work.role)), .text(work.due?.description ?? noDay),
            ]
            try transaction.run("INSERT INTO dossiertaak VALUES (\(.list(values))) ON CONFLICT DO NOTHING" as Clause)
        }
    }

    /// Notes where the receipt stands.
    static func keep(receipt place: EntryPlace, of dossier: Identifier, in transaction: Transaction) throws {
        try transaction.run(
            """
            INSERT INTO dossierbewijs VALUES (\(dossier.stored), \(.integer(Int64(clamping: place.sequence))))
            ON CONFLICT (dossier) DO UPDATE SET sequence = excluded.sequence
            """ as Clause
        )
    }

    /// Open dossiers for which time itself may have brought something by this day.
    static func due(by day: Day, limit: Int, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            """
            SELECT dossier FROM dossierstand WHERE open = 1 AND klok <= \(day.stored)
            ORDER BY klok, dossier LIMIT \(.integer(Int64(limit)))
            """ as Clause
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }
}

extension ToAct.Party {
    /// How it stands in the row.
    fileprivate var word: String {
        switch self {
        case .applicant: "aanvrager"
        case .role: "rol"
        case .nobody: "niemand"
        }
    }
}

extension DossierType {
    /// The department of a role: its own, or that of the type.
    public func department(of role: String) -> String {
        roles.first { $0.name == role }?.department ?? department
    }
}

extension Flow {
    /// The next day on which something happens by time alone: an advice that stays out, a reminder that is due.
    var clockDay: Day? {
        guard !isClosed else { return nil }
        let silent = openWork.filter(\.isAdvice).compactMap { $0.due?.adding(days: 1) }
        let reminders = facts.openQuestions.filter { $0.remindedAt == nil }.compactMap { question in
            BrusselsTime.day(of: question.at).adding(type.missingPaper.reminder)
        }
        return (silent + reminders).filter { $0 > today }.min()
    }
}
