import Catalogi
import Database
import Documenten
import Dossiers
import Kernel
import Ledger
import Zaken

extension TownHall {
    func documents(_ settings: Settings) -> DocumentStore {
        DocumentStore(contents: contents, settings: settings.documents)
    }

    /// A paper of a dossier: the document, and its tie to the zaak, in one change.
    static func take(
        _ new: NewPaper,
        _ documents: DocumentStore,
        _ zaken: ZaakStore,
        organisation: String,
        _ change: Change
    ) throws -> TakenPaper {
        let today = BrusselsTime.day(of: change.now)
        var draft = Draft<EnkelvoudigInformatieObject>()
        (draft.bronorganisatie, draft.titel, draft.auteur) = (organisation, new.title, new.author)
        (draft.creatiedatum, draft.taal) = (new.receivedOn ?? today, "dut")
        (draft.bestandsnaam, draft.status) = (new.name, .some(.definitief))
        draft.ontvangstdatum = .some(new.receivedOn)
        // Rights on papers of a dossier restrict nobody's use; without an answer the zaak could not be closed.
        draft.indicatieGebruiksrecht = .some(false)
        draft.informatieobjecttype = .own(new.kind)
        draft.vertrouwelijkheidaanduiding = Catalogi.Vertrouwelijkheidaanduiding(rawValue: new.confidentiality)
        let all = DocumentMandate(documenten: "1 = 1")
        let document = try documents.add(
            draft,
            content: .lying(new.content, in: new.chain),
            number: nil,
            all,
            change
        ).record
        var tie = Draft<ZaakInformatieObject>()
        (tie.informatieobject, tie.zaak) = (.own(document.identifier), .own(new.zaak))
        tie.titel = new.title
        let forced = Mandate(zaken: "1 = 1", .geforceerdBijwerken)
        _ = try ZaakInformatieObjectStore(zaken: zaken).add(tie, forced, change)
        let summary = try documents.summary(of: document.identifier, "1 = 1", in: change.transaction)
        guard let paper = summary.flatMap(TakenPaper.init(summary:)) else { throw Problem(.failure) }
        return paper
    }
}

extension TakenPaper {
    init?(summary: DocumentSummary) {
        self.init(
            document: summary.id,
            name: summary.bestandsnaam,
            title: summary.titel,
            mediaType: summary.formaat,
            bytes: Int64(summary.bestandsomvang ?? 0),
            sha256: summary.sha256,
            state: summary.scan.map { "\($0)" } ?? ""
        )
    }
}

extension InformatieobjectFacts {
    init(document: DocumentFacts) {
        self.init(
            informatieobjecttype: document.informatieobjecttype.elsewhere(),
            isGearchiveerd: document.isGearchiveerd,
            isLocked: document.isLocked,
            indicatieGebruiksrecht: document.indicatieGebruiksrecht
        )
    }
}

extension Settings {
    var documents: DocumentSettings { DocumentSettings(organisations: usesOVO ? .ovo : .rsin) }
}
