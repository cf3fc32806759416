import Database
public import Kernel
public import Ledger

/// Finds from which day the archive term of a closed zaak counts, and so when it is destroyed or handed over.
///
/// Source: ZGW Zaken, rules zrc-007 and zrc-021; the nine ways are those of `Afleidingswijze`.
struct Archive {
    let zaken: ZaakStore
    let transaction: Transaction

    /// What the catalogue says of the zaak's result; nil while it has none.
    func resultaattype(of zaak: Record<Zaak>) throws -> ResultaattypeFacts? {
        let stored = try transaction.first(
            "SELECT resultaattype FROM resultaat WHERE zaak = $1",
            [zaak.identifier.stored]
        ) { Value.text($0.text(0)) }
        guard let type = stored.flatMap({ Reference<Elsewhere.Resultaattype>(stored: $0) }) else { return nil }
        guard let facts = try zaken.neighbours.resultaattype(type, transaction) else {
            throw Invalid(Fault.whole, "archiefactiedatum-error", "Het resultaattype is niet te vinden.")
        }
        return facts
    }

    /// Whether the zaak's term counts from the end of its hoofdzaak.
    func followsHoofdzaak(_ zaak: Record<Zaak>) throws -> Bool {
        try resultaattype(of: zaak)?.brondatum?.afleidingswijze == .hoofdzaak
    }

    /// The closed zaak with what its result means for the archive; throws when type and zaak contradict each other.
    ///
    /// Without a term there is no date, and so nothing to contradict: the zaak closes all the same.
    func derive(
        _ zaak: Record<Zaak>,
        _ type: ResultaattypeFacts,
        hoofdzaak: Record<Zaak>?
    ) throws -> Record<Zaak> {
        if let day = zaak.startdatumBewaartermijn { return zaak.archived(by: type, from: day) }
        guard type.archiefactietermijn != nil, let rule = type.brondatum else {
            return zaak.archived(by: type, from: nil)
        }
        switch try brondatum(zaak, rule, hoofdzaak) {
        case .day(let day): return zaak.archived(by: type, from: day)
        case .later: return zaak.archived(by: type, from: nil)
        case .impossible(let reason): throw Invalid(Fault.whole, "archiefactiedatum-error", reason)
        }
    }

    private func brondatum(
        _ zaak: Record<Zaak>,
        _ rule: BrondatumArchiefprocedure,
        _ hoofdzaak: Record<Zaak>?
    ) throws -> Brondatum {
        guard let end = zaak.einddatum else { return .later }
        switch rule.afleidingswijze {
        case .afgehandeld: return .day(end)
        case .ander_datumkenmerk: return .later
        case .termijn: return Self.afterTerm(end, rule.procestermijn)
        case .hoofdzaak: return Self.ofHoofdzaak(hoofdzaak)
        case .eigenschap: return try ofEigenschap(zaak.identifier, named: rule.datumkenmerk)
        case .zaakobject: return try ofObjects(zaak.identifier, rule)
        case .gerelateerde_zaak: return try ofRelated(zaak)
        case .ingangsdatum_besluit:
            let days = try decisions(of: zaak.identifier).map(\.ingangsdatum)
            return Bron.latest(days, none: .impossible("De zaak heeft geen besluit om de ingangsdatum van te nemen."))
        case .vervaldatum_besluit:
            return Bron.latest(try decisions(of: zaak.identifier).compactMap(\.vervaldatum), none: .later)
        }
    }
}

// MARK: - Each way

extension Archive {
    private static func afterTerm(_ end: Day, _ term: Period?) -> Brondatum {
        guard let term else { return .impossible("Het resultaattype heeft geen procestermijn.") }
        guard let day = end.adding(term) else { return .impossible("De procestermijn telt geen hele dagen.") }
        return .day(day)
    }

    private static func ofHoofdzaak(_ hoofdzaak: Record<Zaak>?) -> Brondatum {
        guard let hoofdzaak else { return .impossible("De zaak heeft geen hoofdzaak om de einddatum van te nemen.") }
        return hoofdzaak.einddatum.map { .day($0) } ?? .later
    }

    private func ofEigenschap(_ id: Identifier, named name: String) throws -> Brondatum {
        let value = try transaction.first(
            "SELECT waarde FROM zaakeigenschap WHERE zaak = $1 AND naam = $2 ORDER BY uuid",
            [id.stored, .text(name)]
        ) { $0.text(0) }
        guard let value, !value.isEmpty else { return .later }
        return Bron.day(value).map { .day($0) } ?? .impossible("De eigenschap ‘\(name)’ bevat geen datum.")
    }

    /// The latest day among the objects of a sort; all of them must have one.
    private func ofObjects(_ id: Identifier, _ rule: BrondatumArchiefprocedure) throws -> Brondatum {
        guard let type = rule.objecttype else { return .impossible("Het resultaattype noemt geen objecttype.") }
        let found = try transaction.all(
            "SELECT object_identificatie FROM zaakobject WHERE zaak = $1 AND object_type = $2",
            [id.stored, type.stored]
        ) { $0.optionalText(0).flatMap { RawJSON(stored: .text($0))?.value } }
        let days = found.map { object in
            let root = type == .overige ? object?["overigeData"] : object
            return root.flatMap { Bron.text(at: rule.datumkenmerk, in: $0) }.flatMap(Bron.day)
        }
        guard let last = days.compactMap(\.self).max(), !days.contains(nil) else {
            return .impossible("Geen object van het type ‘\(type.rawValue)’ met een datum in ‘\(rule.datumkenmerk)’.")
        }
        return .day(last)
    }

    /// Zaken of another house are not asked when they ended: then somebody must give the date by hand.
    private func ofRelated(_ zaak: Record<Zaak>) throws -> Brondatum {
        guard !zaak.relevanteAndereZaken.isEmpty else { return .impossible("De zaak heeft geen gerelateerde zaak.") }
        let kept = ZaakStore.rows.kept(transaction)
        var days: [Day] = []
        for relation in zaak.relevanteAndereZaken {
            guard let id = relation.url.identifier,
                let other = try kept.first(where: [kept.identity(id)], in: transaction)?.record
            else { return .later }
            guard let end = other.einddatum else { return .impossible("Een gerelateerde zaak loopt nog.") }
            days.append(end)
        }
        return Bron.latest(days, none: .later)
    }

    private func decisions(of id: Identifier) throws -> [BesluitFacts] {
        let texts = try transaction.all(
            "SELECT besluit FROM zaakbesluit WHERE chain = $1 ORDER BY uuid",
            [id.stored]
        ) { Value.text($0.text(0)) }
        return try texts.compactMap { text in
            try Reference<Elsewhere.Besluit>(stored: text).flatMap { try zaken.neighbours.besluit($0, transaction) }
        }
    }
}

extension ZaakStore {
    /// Finds the archive dates of a closed zaak anew after something changed that they follow from; running zaken and
    /// those that are archived stay as they are. Safe to repeat: nothing is written when nothing changes.
    ///
    /// - Parameter sources: only if its dates come about in one of these ways; a date that was set by hand stays.
    /// - Returns: whether the zaak changed.
    @discardableResult
    public func rederive(
        _ id: Identifier,
        when sources: Set<Afleidingswijze> = Set(Afleidingswijze.allCases).subtracting([.ander_datumkenmerk]),
        _ change: Change
    ) throws -> Bool {
        try change.lock([id])
        let kept = Self.rows.kept(change.transaction)
        let archive = Archive(zaken: self, transaction: change.transaction)
        guard let zaak = try kept.first(where: [kept.identity(id)], in: change.transaction)?.record,
            zaak.einddatum != nil, zaak.archiefstatus == .nog_te_archiveren,
            let type = try archive.resultaattype(of: zaak), let rule = type.brondatum,
            sources.contains(rule.afleidingswijze)
        else { return false }
        let hoofdzaak = try hoofdzaak(of: zaak, in: change.transaction)
        var bare = zaak
        (bare.archiefactiedatum, bare.startdatumBewaartermijn) = (nil, nil)
        let derived = try archive.derive(bare, type, hoofdzaak: hoofdzaak)
        guard derived != zaak else { return false }
        try replace(derived, as: ZakenModule.Kinds.archiefAfgeleid, change)
        return true
    }
}
