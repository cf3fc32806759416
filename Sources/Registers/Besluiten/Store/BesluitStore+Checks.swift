import Database
import Kernel
import Ledger

extension BesluitStore {
    /// Applies the rules that need more than a new decision's own fields.
    func check(_ besluit: Record<Besluit>, _ mandate: BesluitMandate, _ change: Change) throws {
        var check = Check()
        let transaction = change.transaction
        if let fault = settings.organisationFault(besluit.verantwoordelijkeOrganisatie) {
            check.add(Fault("verantwoordelijkeOrganisatie", fault))
        }
        let type = try neighbours.besluittype(besluit.besluittype, transaction)
        if check.that(type != nil, "besluittype", "bad-url"), let type {
            check.that(type.isPublished, "besluittype", "not-published")
        }
        check.that(besluit.datum <= Self.today(change), "datum", "future_not_allowed")
        if type != nil { try checkZaak(of: besluit, mandate, &check, transaction) }
        if check.isClean { try Self.checkNumber(besluit, &check, transaction) }
        try check.done()
    }

    func checkDay(_ besluit: Record<Besluit>, _ change: Change) throws(Invalid) {
        guard besluit.datum <= Self.today(change) else { throw Invalid("datum", "future_not_allowed") }
    }

    private static func today(_ change: Change) -> Day { BrusselsTime.day(of: change.now) }

    /// brc-002; the index decides when two come at once.
    private static func checkNumber(
        _ besluit: Record<Besluit>,
        _ check: inout Check,
        _ transaction: Transaction
    ) throws {
        guard check.that(!besluit.identificatie.isEmpty, "identificatie", "required") else { return }
        let isTaken = try transaction.exists(
            "SELECT 1 FROM besluit WHERE verantwoordelijke_organisatie = $1 AND identificatie = $2",
            [.text(besluit.verantwoordelijkeOrganisatie), .text(besluit.identificatie)]
        )
        check.that(!isTaken, "identificatie", "identificatie-niet-uniek")
    }

    /// brc-007, and that the zaak is there, open, and one that the visitor may see.
    private func checkZaak(
        of besluit: Record<Besluit>,
        _ mandate: BesluitMandate,
        _ check: inout Check,
        _ transaction: Transaction
    ) throws {
        guard let reference = besluit.zaak else { return }
        guard let zaak = try neighbours.zaak(reference, mandate.zaken, transaction) else {
            return check.add(Fault("zaak", "bad-url"))
        }
        try mayChange(zaak, reference, mandate, transaction)
        try zaak.mustNotBeArchived()
        check.that(
            try neighbours.admits(zaak.zaaktype, besluit.besluittype, transaction),
            Fault.whole,
            "zaaktype-mismatch",
            "Het zaaktype van de zaak kent geen besluiten van dit type."
        )
    }

    /// A decision of a closed zaak is changed only with force; a zaak that is gone holds nothing back.
    func mustBeOpen(_ besluit: Record<Besluit>, _ mandate: BesluitMandate, _ change: Change) throws {
        // Whoever may change the decision need not see its zaak: only whether it ended is asked.
        _ = try changeableZaak(of: besluit, mandate, change)
    }

    /// The same for what is not to be added to an archived zaak, also with force.
    func mustTakeMore(_ besluit: Record<Besluit>, _ mandate: BesluitMandate, _ change: Change) throws {
        try changeableZaak(of: besluit, mandate, change)?.mustNotBeArchived()
    }

    private func changeableZaak(
        of besluit: Record<Besluit>,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> DecidedZaak? {
        guard let reference = besluit.zaak,
            let zaak = try neighbours.zaak(reference, "1 = 1", change.transaction)
        else { return nil }
        try mayChange(zaak, reference, mandate, change.transaction)
        return zaak
    }

    private func mayChange(
        _ zaak: DecidedZaak,
        _ reference: Reference<Besluit.Zaak>,
        _ mandate: BesluitMandate,
        _ transaction: Transaction
    ) throws {
        guard try !zaak.isClosed || neighbours.zaak(reference, mandate.forced, transaction) != nil else {
            throw Problem(.forbidden, detail: "De zaak is gesloten; wijzigen vraagt zaken.geforceerd-bijwerken.")
        }
    }
}

extension DecidedZaak {
    fileprivate func mustNotBeArchived() throws(Invalid) {
        guard !isArchived else {
            throw Invalid(Fault.whole, "zaak-archiefstatus-invalid", "De zaak is gearchiveerd.")
        }
    }
}
