import Database
public import Kernel

extension DossierRegister {
    /// What the platform finds for the checks that a form names, by their name.
    ///
    /// Looks at all dossiers of the type, whoever may see them, and answers no more than yes or no. A check of which
    /// the house has no data (zones, who is a resident) finds nothing.
    public func checks(
        _ published: PublishedType,
        _ answers: Answers,
        by subject: Identifier
    ) async throws -> [String: Bool] {
        let type = published.type
        guard type.form.checks.contains(where: { $0.kind.looksAtDossiers }) else { return [:] }
        return try await database.snapshot { transaction in
            let rows = try SimilarDossierStore.rows(of: type.identification, in: transaction)
            var found: [String: Bool] = [:]
            for check in type.form.checks where check.kind.looksAtDossiers {
                let met = rows.filter { row in
                    check.meets(answers, row.answers, in: type.form)
                        || check.kind == .running && row.applicant == subject.description
                }
                found[check.name] = try self.anyCounts(met.map(\.dossier), for: check.kind, in: transaction)
            }
            return found
        }
    }

    /// Whether one of them still stands in the way: it runs, or it was granted.
    private func anyCounts(_ ids: [Identifier], for kind: NamedCheck.Kind, in transaction: Transaction) throws -> Bool {
        for id in ids {
            guard let flow = try load([id], in: transaction).first?.flow else { continue }
            switch flow.outcome?.meaning {
            case nil: return true
            case .granted?, .partly?: if kind != .running || !flow.isClosed { return true }
            default: continue
            }
        }
        return false
    }
}

extension NamedCheck.Kind {
    fileprivate var looksAtDossiers: Bool {
        switch self {
        case .overlap, .available, .running: true
        case .inZone, .resident: false
        }
    }
}
