import Database
import Kernel
import Ledger

extension ZaakStore {
    /// Applies the rules that need more than the zaak's own fields; answers the zaak as it is to be kept.
    func check(
        _ zaak: Record<Zaak>,
        _ draft: Draft<Zaak>,
        old: Record<Zaak>?,
        _ type: ZaaktypeFacts?,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> Record<Zaak> {
        var (zaak, check) = (zaak, Check())
        let transaction = change.transaction
        if old?.zaaktype != zaak.zaaktype { Self.checkType(type, change.now, &check) }
        checkOrganisations(zaak, &check)
        Self.checkPayment(&zaak, draft, change.now, &check)
        if let type { Self.checkProducts(zaak, old, type, &check) }
        if old == nil { try Self.checkNumber(zaak, &check, transaction) }
        if zaak.hoofdzaak != old?.hoofdzaak || old?.zaaktype != zaak.zaaktype {
            try checkHoofdzaak(zaak, mandate, &check, transaction)
        }
        if zaak.relevanteAndereZaken != old?.relevanteAndereZaken {
            try Self.checkRelations(zaak, mandate, &check, transaction)
        }
        try checkArchive(zaak, &check, transaction)
        try check.done()
        return zaak
    }

    /// A version whose first day is still to come can be published, not used (zrc-001). One that ended still can, since
    /// other systems' old zaken come in later.
    private static func checkType(_ type: ZaaktypeFacts?, _ now: Instant, _ check: inout Check) {
        guard check.that(type != nil, "zaaktype", "bad-url"), let type else { return }
        guard check.that(type.isPublished, "zaaktype", "not-published") else { return }
        check.that(
            type.beginGeldigheid <= BrusselsTime.day(of: now),
            "zaaktype",
            "not-valid",
            "Dit zaaktype geldt pas vanaf \(type.beginGeldigheid)."
        )
    }

    private func checkOrganisations(_ zaak: Record<Zaak>, _ check: inout Check) {
        let codes = [
            ("bronorganisatie", zaak.bronorganisatie),
            ("verantwoordelijkeOrganisatie", zaak.verantwoordelijkeOrganisatie),
            ("opdrachtgevendeOrganisatie", zaak.opdrachtgevendeOrganisatie),
        ]
        for (name, code) in codes where !code.isEmpty {
            if let fault = settings.organisations.fault(code) { check.add(Fault(name, fault)) }
        }
    }

    /// zrc-014: nothing was paid where nothing is to be paid, and nothing tomorrow.
    private static func checkPayment(
        _ zaak: inout Record<Zaak>,
        _ draft: Draft<Zaak>,
        _ now: Instant,
        _ check: inout Check
    ) {
        let latest = now.adding(milliseconds: Settings.clockLeeway) ?? .latest
        if let paid = zaak.laatsteBetaaldatum, paid > latest {
            check.add(Fault("laatsteBetaaldatum", "future_not_allowed"))
        }
        guard zaak.betalingsindicatie == .nvt else { return }
        let isGiven = (draft.laatsteBetaaldatum ?? nil) != nil
        check.that(!isGiven, "laatsteBetaaldatum", "betaling-nvt", "Er valt niets te betalen, dus ook geen datum.")
        zaak.laatsteBetaaldatum = nil
    }

    /// zrc-015.
    private static func checkProducts(
        _ zaak: Record<Zaak>,
        _ old: Record<Zaak>?,
        _ type: ZaaktypeFacts,
        _ check: inout Check
    ) {
        guard zaak.productenOfDiensten != old?.productenOfDiensten || zaak.zaaktype != old?.zaaktype else { return }
        check.that(
            Set(zaak.productenOfDiensten).isSubset(of: type.productenOfDiensten),
            "productenOfDiensten",
            "invalid-products-services",
            "Het zaaktype kent niet al deze producten of diensten."
        )
    }

    /// zrc-002; the index decides when two come at once.
    private static func checkNumber(_ zaak: Record<Zaak>, _ check: inout Check, _ transaction: Transaction) throws {
        let isTaken = try transaction.exists(
            "SELECT 1 FROM zaak WHERE bronorganisatie = $1 AND identificatie = $2",
            [.text(zaak.bronorganisatie), .text(zaak.identificatie)]
        )
        check.that(!isTaken, "identificatie", "identificatie-niet-uniek")
    }

    /// zrc-013: a part has a whole that is no part, and is none itself.
    private func checkHoofdzaak(
        _ zaak: Record<Zaak>,
        _ mandate: Mandate,
        _ check: inout Check,
        _ transaction: Transaction
    ) throws {
        guard let id = zaak.hoofdzaak?.identifier else { return }
        guard check.that(id != zaak.identifier, "hoofdzaak", "self-forbidden", "Een zaak is geen deel van zichzelf.")
        else { return }
        let kept = Self.rows.kept(transaction)
        guard let hoofdzaak = try kept.first(where: [kept.identity(id), mandate.zaken], in: transaction)?.record else {
            check.add(Fault("hoofdzaak", "does_not_exist"))
            return
        }
        let isDeep = try hoofdzaak.hoofdzaak != nil || !Self.deelzaken(of: zaak.identifier, in: transaction).isEmpty
        check.that(!isDeep, "hoofdzaak", "deelzaak-als-hoofdzaak", "Een deelzaak heeft zelf geen deelzaken.")
        guard let type = try neighbours.zaaktype(hoofdzaak.zaaktype, transaction) else { return }
        check.that(
            type.deelzaaktypen.contains(zaak.zaaktype),
            "hoofdzaak",
            "invalid-deelzaaktype",
            "Het zaaktype van de hoofdzaak noemt dit zaaktype niet als deelzaaktype."
        )
    }

    /// zrc-011 for zaken of this house: they exist, and whoever ties them may see them.
    private static func checkRelations(
        _ zaak: Record<Zaak>,
        _ mandate: Mandate,
        _ check: inout Check,
        _ transaction: Transaction
    ) throws {
        let kept = rows.kept(transaction)
        for (index, relation) in zaak.relevanteAndereZaken.enumerated() {
            guard let id = relation.url.identifier else { continue }
            let isThere = try kept.count(where: [kept.identity(id), mandate.zaken], in: transaction) == 1
            check.that(isThere, "relevanteAndereZaken.\(index).url", "bad-url")
        }
    }

    /// zrc-022. A zaak whose term is not known yet by its very archiefstatus needs no date.
    private func checkArchive(_ zaak: Record<Zaak>, _ check: inout Check, _ transaction: Transaction) throws {
        guard zaak.archiefstatus != .nog_te_archiveren else { return }
        check.that(zaak.archiefnominatie != nil, "archiefnominatie", "archiefnominatie-not-set")
        check.that(
            zaak.archiefactiedatum != nil || zaak.archiefstatus == .gearchiveerd_procestermijn_onbekend,
            "archiefactiedatum",
            "archiefactiedatum-not-set"
        )
        let isReady = try documents(of: zaak.identifier, in: transaction).allSatisfy(\.isGearchiveerd)
        check.that(
            isReady,
            "archiefstatus",
            "documents-not-archived",
            "Niet alle documenten van de zaak hebben de status ‘gearchiveerd’."
        )
    }
}

// MARK: - What belongs to a zaak

extension ZaakStore {
    /// The ids of its parts, in order.
    static func deelzaken(of id: Identifier, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            "SELECT uuid FROM zaak WHERE hoofdzaak = $1 ORDER BY uuid",
            [id.stored]
        ) { row in row.withText(0) { Identifier(utf8: $0) } }.compactMap(\.self)
    }

    /// The zaak of which it is a part.
    func hoofdzaak(of zaak: Record<Zaak>, in transaction: Transaction) throws -> Record<Zaak>? {
        let kept = Self.rows.kept(transaction)
        return try zaak.hoofdzaak?.identifier.flatMap {
            try kept.first(where: [kept.identity($0)], in: transaction)?.record
        }
    }

    /// What is known of its documents; those of other houses that nobody fetched are left out.
    func documents(of id: Identifier, in transaction: Transaction) throws -> [InformatieobjectFacts] {
        let texts = try transaction.all(
            "SELECT informatieobject FROM zaakinformatieobject WHERE zaak = $1 ORDER BY uuid",
            [id.stored]
        ) { Value.text($0.text(0)) }
        return try texts.compactMap { text in
            try Reference<Elsewhere.Informatieobject>(stored: text).flatMap {
                try neighbours.informatieobject($0, transaction)
            }
        }
    }

    /// Something of a zaak that is going to be changed: read again once the zaak is locked, so that of two who write at
    /// once the second starts from what the first left.
    func held<R: Resource>(
        _ rows: Rows<R>,
        _ id: Identifier,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> Record<R> {
        try change.lock([try rows.find(id, mandate.zaken, in: change.transaction).chain])
        return try rows.find(id, mandate.zaken, in: change.transaction).record
    }

    /// The zaak of something that is made or changed: locked, within the mandate, and open to change.
    func parent(
        _ reference: Reference<Zaak>,
        named name: String = "zaak",
        _ mandate: Mandate,
        _ change: Change
    ) throws -> Record<Zaak> {
        guard let id = reference.identifier else { throw Invalid(name, "no_match") }
        try change.lock([id])
        do {
            return try Self.rows.find(id, mandate.zaken, in: change.transaction).record
        } catch let problem as Problem where problem.kind == .notFound {
            throw Invalid(name, "does_not_exist")
        }
    }

    /// The same for what cannot be added to a closed zaak without force, nor to an archived one at all.
    func openParent(
        _ reference: Reference<Zaak>,
        named name: String = "zaak",
        _ mandate: Mandate,
        _ change: Change
    ) throws -> Record<Zaak> {
        let zaak = try parent(reference, named: name, mandate, change)
        try mandate.mayChange(zaak)
        try zaak.mustNotBeArchived()
        return zaak
    }
}

extension Record where F == Zaak {
    /// What belongs to an archived zaak is frozen, also with force.
    func mustNotBeArchived() throws(Invalid) {
        guard self.archiefstatus == .nog_te_archiveren else {
            throw Invalid(Fault.whole, "zaak-archiefstatus-invalid", "De zaak is gearchiveerd.")
        }
    }
}
