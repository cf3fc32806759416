import Database
import Kernel
import Ledger

/// A zaak, its parts and its whole, read under their locks.
struct Family {
    let zaak: Record<Zaak>
    let deelzaken: [Record<Zaak>]
    let hoofdzaak: Record<Zaak>?
}

/// What ends a zaak, and what undoes that.
struct Closing {
    let zaken: ZaakStore
    let family: Family
    let change: Change

    /// Closes the zaak, or says why it cannot be closed (zrc-007, zrc-021).
    func close(on day: Day) throws {
        try checkDocuments()
        try checkDeelzaken()
        let archive = Archive(zaken: zaken, transaction: change.transaction)
        guard let type = try archive.resultaattype(of: family.zaak) else {
            throw Invalid(Fault.whole, "resultaat-does-not-exist", "De zaak heeft nog geen resultaat.")
        }
        // A second end counts from itself, and not from what the first one left.
        var zaak = family.zaak.einddatum == nil ? family.zaak : family.zaak.reopened()
        zaak.einddatum = day
        try zaken.replace(
            try archive.derive(zaak, type, hoofdzaak: family.hoofdzaak),
            as: ZakenModule.Kinds.zaakGesloten,
            change
        )
        for deelzaak in family.deelzaken { try dateWith(deelzaak, hoofdzaak: zaak, archive) }
    }

    /// Makes the zaak run again (zrc-008).
    func reopen() throws {
        guard family.hoofdzaak?.einddatum == nil else {
            throw Invalid(Fault.whole, "hoofdzaak-closed", "De hoofdzaak is gesloten; heropen die eerst.")
        }
        try zaken.replace(family.zaak.reopened(), as: ZakenModule.Kinds.zaakHeropend, change)
        let archive = Archive(zaken: zaken, transaction: change.transaction)
        for deelzaak in family.deelzaken where try archive.followsHoofdzaak(deelzaak) {
            try zaken.replace(deelzaak.unarchived(), as: ZakenModule.Kinds.archiefAfgeleid, change)
        }
    }

    private func checkDocuments() throws {
        let documents = try zaken.documents(of: family.zaak.identifier, in: change.transaction)
        guard documents.allSatisfy({ !$0.isLocked }) else {
            throw Invalid(Fault.whole, "informatieobject-locked", "Aan een document van de zaak wordt nog gewerkt.")
        }
        guard documents.allSatisfy({ $0.indicatieGebruiksrecht != nil }) else {
            throw Invalid(
                Fault.whole,
                "indicatiegebruiksrecht-unset",
                "Van een document van de zaak is niet gezegd of er gebruiksrechten op rusten."
            )
        }
    }

    private func checkDeelzaken() throws {
        guard family.deelzaken.allSatisfy({ $0.einddatum != nil }) else {
            throw Invalid(Fault.whole, "deelzaken-not-closed", "Een deelzaak loopt nog.")
        }
        guard family.deelzaken.allSatisfy({ $0.resultaat != nil }) else {
            throw Invalid(Fault.whole, "deelzaak-resultaat-does-not-exist", "Een deelzaak heeft geen resultaat.")
        }
    }

    /// Parts whose term counts from the end of the whole get their date now.
    private func dateWith(_ deelzaak: Record<Zaak>, hoofdzaak: Record<Zaak>, _ archive: Archive) throws {
        guard try archive.followsHoofdzaak(deelzaak), let type = try archive.resultaattype(of: deelzaak) else { return }
        try zaken.replace(
            try archive.derive(deelzaak, type, hoofdzaak: hoofdzaak),
            as: ZakenModule.Kinds.archiefAfgeleid,
            change
        )
    }
}
