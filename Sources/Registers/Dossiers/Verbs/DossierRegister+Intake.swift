public import Access
import Database
public import Kernel
public import Ledger
import Zaken

/// A request that is complete and comes in.
public struct NewDossier: Sendable {
    public var type: PublishedType
    /// The answers that count; files in them still lie where `chain` opens them.
    public var answers: Answers
    public var fee: Amount
    public var applicant: Applicant
    /// The pseudonym of the applicant: whoever comes in as this subject sees the dossier as their own.
    public var subject: Identifier
    public var channel: DossierType.Channel
    /// When it reached the town: at the desk, not when it was typed in.
    public var received: Instant
    /// The official who took it in for somebody else.
    public var takenInBy: Identifier?
    /// The form that it was, whose key still opens the files.
    public var form: Identifier

    public init(
        type: PublishedType,
        answers: Answers,
        fee: Amount,
        applicant: Applicant,
        subject: Identifier,
        channel: DossierType.Channel,
        received: Instant,
        takenInBy: Identifier? = nil,
        form: Identifier
    ) {
        (self.type, self.answers, self.fee, self.applicant) = (type, answers, fee, applicant)
        (self.subject, self.channel, self.received) = (subject, channel, received)
        (self.takenInBy, self.form) = (takenInBy, form)
    }
}

/// What came of a request.
public struct Registered: Sendable {
    public let dossier: Identifier
    public let number: String
    /// Where the receipt's entry stands; `Journal.receipt(of:)` gives its proof within a second.
    public let receipt: EntryPlace
    /// What the applicant reads.
    public let sentence: String
}

extension DossierRegister {
    /// Takes a request in: zaak, applicant, papers, receipt and first message, all in one change.
    ///
    /// Sent twice it is one dossier: the second time throws `Problem(.conflict)`, and the form says which it became.
    public func takeIn(_ new: NewDossier, by visitor: Visitor, request: Identifier) async throws -> Registered {
        let intake = Intake(journal: journal, numbers: numbers, zaken: zaken, surroundings: surroundings)
        return try await intake.register(
            zaak(for: new),
            Self.house,
            by: visitor.author,
            request: request
        ) { zaak, change in try self.takeIn(new, as: zaak.record, by: visitor, change) }
    }

    private func zaak(for new: NewDossier) -> Draft<Zaak> {
        var draft = Draft<Zaak>()
        draft.zaaktype = .own(new.type.zaaktype)
        draft.bronorganisatie = settings.organisation
        draft.verantwoordelijkeOrganisatie = settings.organisation
        draft.startdatum = BrusselsTime.day(of: new.received)
        draft.omschrijving = new.type.type.title.nl.shortened(to: 80)
        draft.vertrouwelijkheidaanduiding = Zaken.Vertrouwelijkheidaanduiding(
            rawValue: new.type.type.confidentiality.rawValue
        )
        let area = new.answers.values.sorted { $0.key < $1.key }.lazy.compactMap { answer -> Area? in
            if case .area(let area) = answer.value { area } else { nil }
        }.first
        if let area { draft.zaakgeometrie = .some(RawJSON(area.geoJSON)) }
        return draft
    }

    private func takeIn(_ new: NewDossier, as zaak: Record<Zaak>, by visitor: Visitor, _ change: Change) throws
        -> Registered
    {
        let id = zaak.identifier
        try forms.sent(new.form, as: id, in: change.transaction)
        let taken = try takePapers(new, of: id, change)
        try forms.forget(new.form, in: change.transaction)
        try addApplicant(new, to: id, change)
        let dossier = try addDossier(new, answers: taken.answers, to: id, change)
        let effect = try Flow.begin(
            new.type.type,
            answers: taken.answers,
            papers: taken.papers.map { ($0.paper.document, $0.kind) },
            channel: new.channel,
            by: Actor((new.takenInBy ?? new.subject).description, .applicant),
            received: new.received,
            fee: new.fee
        )
        let before = try opened(zaak, dossier, in: change.transaction)
        let after = try write(
            effect,
            in: before,
            DossierActing(name: (new.takenInBy ?? new.subject).description),
            change
        )
        let place = try giveReceipt(after, taken.papers.map(\.paper), change)
        try tell(.receipt, about: after, reason: "", change)
        return Registered(
            dossier: id,
            number: zaak.identificatie,
            receipt: place,
            sentence: effect.forApplicant ?? ""
        )
    }
}

// MARK: - Its parts

extension DossierRegister {
    private typealias Taken = (answers: Answers, papers: [(paper: TakenPaper, kind: String)])

    /// Makes documents of the files, and lets the answers name those.
    private func takePapers(_ new: NewDossier, of zaak: Identifier, _ change: Change) throws -> Taken {
        var answers = new.answers
        var papers: [(paper: TakenPaper, kind: String)] = []
        for field in new.type.type.form.fields {
            guard case .files(let claims)? = answers.values[field.name], let kind = field.document else { continue }
            let taken = try claims.map { claim in
                try takePaper(claim, kind, from: new.form, new.type, zaak, by: new.applicant.name, new.received, change)
            }
            papers += taken.map { ($0, kind) }
            answers.values[field.name] = .files(
                zip(claims, taken).map { claim, paper in
                    FileClaim(
                        document: paper.document,
                        name: claim.name,
                        mediaType: claim.mediaType,
                        bytes: claim.bytes
                    )
                }
            )
        }
        return (answers, papers)
    }

    /// Makes a document of a file that lies in the vault.
    func takePaper(
        _ claim: FileClaim,
        _ kind: String,
        from chain: Identifier,
        _ published: PublishedType,
        _ zaak: Identifier,
        by author: String,
        _ received: Instant,
        _ change: Change
    ) throws -> TakenPaper {
        guard let type = published.key(.documentsoort, kind) else {
            throw Invalid(kind, "unknown", "Dit soort document hoort niet bij dit dossier.")
        }
        let declared = published.type.documentKinds.first { $0.name == kind }
        let closed = declared?.confidentiality ?? published.type.confidentiality
        return try neighbours.takePaper(
            NewPaper(
                zaak: zaak,
                content: claim.document,
                chain: chain,
                name: claim.name,
                title: declared?.title.nl ?? claim.name,
                kind: type,
                author: author,
                receivedOn: BrusselsTime.day(of: received),
                confidentiality: closed.rawValue
            ),
            change
        )
    }

    private func addApplicant(_ new: NewDossier, to zaak: Identifier, _ change: Change) throws {
        try GrantStore.add(
            Relation(object: zaak, subject: new.subject, role: .initiator),
            in: change.transaction
        )
        guard let roltype = new.type.key(.rol, TypePart.applicant) else { return }
        var rol = Draft<Rol>()
        (rol.zaak, rol.roltype) = (.own(zaak), .own(roltype))
        (rol.betrokkeneType, rol.roltoelichting) = (.natuurlijk_persoon, "Aanvrager")
        rol.afwijkendeNaamBetrokkene = new.applicant.name
        rol.betrokkeneIdentificatie = .some(
            RawJSON(.object([.init("geslachtsnaam", .text(new.applicant.name.shortened(to: 200)))]))
        )
        if !new.applicant.mail.isEmpty || !new.applicant.phone.isEmpty {
            var contact = Draft<ContactpersoonRol>()
            contact.naam = new.applicant.name.shortened(to: 40)
            (contact.emailadres, contact.telefoonnummer) = (new.applicant.mail, new.applicant.phone.shortened(to: 20))
            rol.contactpersoonRol = .some(try contact.record())
        }
        _ = try RolStore(zaken: zaken).add(rol, Self.house, change)
    }

    private func addDossier(
        _ new: NewDossier,
        answers: Answers,
        to id: Identifier,
        _ change: Change
    ) throws -> Record<Dossier> {
        let parts = try split(answers, of: new.type.type, chain: id, in: change.transaction)
        var draft = Draft<Dossier>()
        (draft.uuid, draft.zaak) = (change.identifier(), id)
        (draft.dossiertype, draft.kanaal) = (new.type.id, new.channel.rawValue)
        (draft.ontvangen, draft.ingevoerd) = (new.received, change.now)
        (draft.antwoorden, draft.geheim, draft.bedrag) = (parts.clear, parts.sealed, new.fee.description)
        (draft.aanvrager, draft.naam, draft.mail) = (new.subject, new.applicant.name, new.applicant.mail)
        (draft.telefoon, draft.postadres) = (new.applicant.phone, new.applicant.address)
        draft.taal = new.applicant.language.rawValue
        draft.ingevoerdDoor = .some(new.takenInBy)
        return try DossierRowsStore.dossiers.add(draft.record(), to: id, change).record
    }

    /// The entry that the applicant takes home as proof.
    private func giveReceipt(_ dossier: OpenDossier, _ papers: [TakenPaper], _ change: Change) throws -> EntryPlace {
        let documents = papers.map { paper in
            JSONValue.object([.init("naam", .text(paper.name)), .init("sha256", .text(paper.sha256))])
        }
        var members: [JSONValue.Member] = [
            .init("nummer", .text(dossier.number)), .init("tijd", .text(dossier.dossier.ontvangen.description)),
            .init("documenten", .array(documents)), .init("onderwerp", .text(dossier.type.title.nl)),
            .init("gemeente", .text(settings.town)),
        ]
        if let day = dossier.flow.lastDay { members.append(.init("uitersteDag", .text(day.description))) }
        let place = try change.append(
            DossiersModule.Kinds.receipt,
            chain: dossier.id,
            resource: change.identifier(),
            state: .zero,
            clear: JSONValue.object(members).bytes
        )
        try StandStore.keep(receipt: place, of: dossier.id, in: change.transaction)
        return place
    }
}
