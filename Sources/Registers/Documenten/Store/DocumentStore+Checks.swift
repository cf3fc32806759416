import Catalogi
import Database
import Kernel

extension DocumentStore {
    /// Applies the rules that need more than one field.
    func check(
        _ document: Record<EnkelvoudigInformatieObject>,
        old: Record<EnkelvoudigInformatieObject>?,
        _ type: DocumenttypeFacts?,
        _ transaction: Transaction
    ) throws {
        var check = Check()
        if old?.informatieobjecttype != document.informatieobjecttype {
            // drc-001
            if check.that(type != nil, "informatieobjecttype", "bad-url") {
                check.that(type?.isPublished ?? false, "informatieobjecttype", "not-published")
            }
        }
        if let fault = settings.organisations.fault(in: document.bronorganisatie) {
            check.add(Fault("bronorganisatie", fault))
        }
        if let size = document.bestandsomvang {
            check.that(Int64(size) <= settings.sizeMax, "bestandsomvang", "max_value")
        }
        Self.checkGroups(document, &check)
        Self.checkStatus(document, &check)
        Self.checkIntegrity(document, &check)
        let hasRights = try old.map { try Self.hasRights($0.identifier, in: transaction) } ?? false
        Self.checkUse(document, hasRights: hasRights, &check)
        try Self.checkNumber(document, &check, transaction)
        try check.done()
    }

    /// A group that is there is there whole.
    private static func checkGroups(_ document: Record<EnkelvoudigInformatieObject>, _ check: inout Check) {
        if let signed = document.ondertekening {
            check.that(signed.soort != nil, "ondertekening.soort", "required")
            check.that(signed.datum != nil, "ondertekening.datum", "required")
        }
        if let claim = document.integriteit {
            check.that(claim.algoritme != nil, "integriteit.algoritme", "required")
            check.that(!claim.waarde.isEmpty, "integriteit.waarde", "required")
            check.that(claim.datum != nil, "integriteit.datum", "required")
        }
    }

    /// drc-005, and nothing is signed while it is being written.
    private static func checkStatus(_ document: Record<EnkelvoudigInformatieObject>, _ check: inout Check) {
        guard let status = document.status, status.isDraft else { return }
        check.that(
            document.ontvangstdatum == nil,
            "status",
            "invalid_for_received",
            "Een ontvangen document is niet meer in bewerking of ter vaststelling."
        )
        check.that(
            document.ondertekening == nil,
            "ondertekening",
            "invalid",
            "Wat nog in bewerking of ter vaststelling is, is niet ondertekend."
        )
    }

    /// Where the vault knows the hash, what a client claims must agree.
    static func checkIntegrity(_ document: Record<EnkelvoudigInformatieObject>, _ check: inout Check) {
        guard let claim = document.integriteit, claim.algoritme == .sha_256, !document.sha256.isEmpty else { return }
        check.that(
            claim.waarde.lowercased() == document.sha256,
            "integriteit.waarde",
            "invalid",
            "De inhoud heeft een andere SHA-256."
        )
    }

    /// drc-006.
    private static func checkUse(
        _ document: Record<EnkelvoudigInformatieObject>,
        hasRights: Bool,
        _ check: inout Check
    ) {
        let name = "indicatieGebruiksrecht"
        let isRestricted = document.indicatieGebruiksrecht == true
        check.that(
            hasRights || !isRestricted,
            name,
            "missing-gebruiksrechten",
            "Voeg eerst gebruiksrechten toe; dan volgt dit vanzelf."
        )
        check.that(
            !hasRights || isRestricted,
            name,
            "existing-gebruiksrechten",
            "Het document heeft gebruiksrechten; verwijder die eerst."
        )
    }

    /// Unique over documents; the index decides when two come at once.
    private static func checkNumber(
        _ document: Record<EnkelvoudigInformatieObject>,
        _ check: inout Check,
        _ transaction: Transaction
    ) throws {
        let isTaken = try transaction.exists(
            """
            SELECT 1 FROM enkelvoudiginformatieobject
            WHERE bronorganisatie = $1 AND identificatie = $2 AND uuid <> $3
            """,
            [.text(document.bronorganisatie), .text(document.identificatie), document.identifier.stored]
        )
        check.that(!isTaken, "identificatie", "identificatie-niet-uniek")
    }

    static func hasRights(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM gebruiksrechten WHERE informatieobject = $1", [id.stored])
    }
}
