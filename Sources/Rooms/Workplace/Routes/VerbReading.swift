import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Typesetting
import Vault
import Web

extension WorkDesk {
    /// Reads a form with its file; also what is wrong with the file, by field.
    func read(_ turn: VerbTurn) async throws -> (VerbInput, refused: [String: String]) {
        var (input, refused, isChecked) = (VerbInput(), [String: String](), false)
        let names = Set(VerbFields(view: turn.view, kind: turn.kind, input: input, faults: [:]).names)
        var earlier: (content: Identifier?, name: String) = (nil, "")
        for try await part in try turn.request.parts() {
            if let fileName = part.fileName {
                // The token is the first field: nothing is stored for a forged form.
                guard isChecked else { throw Refusal.forbidden }
                guard !fileName.isEmpty, part.name == "bestand", turn.kind == .receive, input.file == nil else {
                    continue
                }
                do {
                    input.file = try await receive(part, named: fileName, as: input.text("soort"), in: turn.view)
                } catch let error as VaultError {
                    guard let sentence = error.sentence else { throw error }
                    refused["bestand"] = sentence
                }
                continue
            }
            let text = try await part.text(bytesMax: 128 * 1_024)
            switch part.name {
            case Frame.field:
                try frame.check(text, turn.request, turn.caller)
                isChecked = true
            case "gezien": input.seen = Int(text)
            case "stap": input.stage = VerbInput.Stage(rawValue: text) ?? .check
            case "inhoud": earlier.content = Identifier(text)
            case "bestandsnaam": earlier.name = text
            default: if names.contains(part.name) { input.values[part.name, default: []].append(text) }
            }
        }
        guard isChecked else { throw Refusal.forbidden }
        if input.file == nil, let content = earlier.content {
            input.file = try await waiting(content, named: earlier.name, in: turn.view.open.id)
        }
        if let file = input.file, !turn.view.open.type.takes(file, as: input.text("soort")) {
            (input.file, refused["bestand"]) = (nil, VaultError(.kind, "").sentence)
        }
        return (input, refused)
    }

    /// Streams a file into the vault, under the dossier's key; until it is a document nothing refers to it, and what
    /// is never sent is swept.
    private func receive(_ part: Part, named name: String, as kind: String, in view: DossierView) async throws
        -> FileClaim
    {
        let kinds = view.open.type.documentKinds
        let kind = kinds.first { $0.name == kind }
        let types = kind.map(\.mediaTypes) ?? kinds.flatMap(\.mediaTypes)
        let received = try await contents.receive(part, name: name, allowed: Set(types.map(\.kind)))
        let megabytes = kind?.megabytes ?? kinds.map(\.megabytes).max() ?? 0
        guard received.size <= Int64(megabytes) * 1_000_000 else {
            throw VaultError(.tooLarge, "more than this kind of document may have")
        }
        let (contents, id) = (contents, view.open.id)
        try await database.write { try contents.put(received, in: id, $0) }
        return FileClaim(
            document: received.id,
            name: FileName(name).text,
            mediaType: received.kind.mediaType,
            bytes: Int(received.size)
        )
    }

    /// A file that came with an earlier step: it must lie under this dossier's key, and be nobody's document yet.
    private func waiting(_ id: Identifier, named name: String, in dossier: Identifier) async throws -> FileClaim? {
        let contents = contents
        let content = try await database.read { try contents.content(id, $0) }
        guard let content, content.chain == dossier, !content.isReferred else { return nil }
        return FileClaim(
            document: id,
            name: FileName(name).text,
            mediaType: content.kind.mediaType,
            bytes: Int(content.size)
        )
    }
}

// MARK: - The PDF of a decision

extension WorkDesk {
    /// The file that goes with a verb: the paper that came in, or the PDF of a decision, made before the transaction.
    func file(
        for verb: Verb,
        _ input: VerbInput,
        _ foreseen: Foreseen,
        _ view: DossierView
    ) async throws -> (claim: FileClaim, chain: Identifier)? {
        let id = view.open.id
        guard case .draft(let draft) = verb else { return input.file.map { ($0, id) } }
        guard let decision = foreseen.decision,
            let text = view.open.type.decisions.first(where: { $0.name == draft.text }), text.isPDF
        else { return nil }
        let bytes = try await typesetter.pdf(decisionSheet(decision, text, view).page)
        let name = "\(view.open.number)-beslissing.pdf"
        let received = try await contents.receive(
            Once(bytes: bytes),
            name: name,
            allowed: [.pdf],
            declared: Int64(bytes.count)
        )
        let contents = contents
        try await database.write { try contents.put(received, in: id, $0) }
        let claim = FileClaim(
            document: received.id,
            name: name,
            mediaType: MediaKind.pdf.mediaType,
            bytes: Int(received.size)
        )
        return (claim, id)
    }

    private func decisionSheet(_ decision: WrittenLetter, _ text: DecisionText, _ view: DossierView) -> LetterSheet {
        let brand = frame.brand
        return LetterSheet(
            head: Letterhead(
                kind: brand.kind.nl,
                name: brand.name,
                address: brand.address,
                phone: brand.phone,
                mail: brand.mail
            ),
            reference: view.open.number,
            date: register.today,
            subject: decision.subject,
            parts: decision.sheetParts,
            closing: "Namens",
            signers: [LetterSheet.Signer(text.body.nl, function: "")]
        )
    }
}

/// Bytes that are there already, as a stream of one part.
private struct Once: AsyncSequence, Sendable {
    let bytes: [UInt8]

    struct AsyncIterator: AsyncIteratorProtocol {
        var bytes: [UInt8]?

        mutating func next() async -> [UInt8]? {
            defer { bytes = nil }
            return bytes
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(bytes: bytes) }
}

extension WrittenLetter {
    /// Its parts as they are typeset; points that follow each other are one list.
    fileprivate var sheetParts: [LetterSheet.Part] {
        parts.reduce(into: []) { sheet, part in
            switch part.kind {
            case .heading: sheet.append(.heading(part.text))
            case .paragraph: sheet.append(.paragraph(part.text))
            case .point:
                guard case .points(let points)? = sheet.last else { return sheet.append(.points([part.text])) }
                sheet[sheet.count - 1] = .points(points + [part.text])
            }
        }
    }
}

extension DossierType {
    /// Whether a file may be a document of that kind; somebody may choose another kind after the file came in.
    fileprivate func takes(_ file: FileClaim, as name: String) -> Bool {
        guard let kind = documentKinds.first(where: { $0.name == name }) else { return true }
        return kind.mediaTypes.contains { $0.kind.mediaType == file.mediaType }
            && file.bytes <= kind.megabytes * 1_000_000
    }
}

extension DocumentKind.MediaType {
    /// The same kind as the vault finds it in the bytes.
    fileprivate var kind: MediaKind {
        switch self {
        case .pdf: .pdf
        case .jpeg: .jpeg
        case .png: .png
        case .docx: .docx
        case .xlsx: .xlsx
        case .odt: .odt
        case .csv: .csv
        }
    }
}

extension VaultError {
    /// What whoever sent a file can do about it; nil where it is our affair.
    var sentence: String? {
        switch code {
        case .kind:
            "Dit soort bestand past hier niet, of de naam zegt iets anders dan de inhoud. Kies een ander bestand."
        case .tooLarge: "Dit bestand is te groot."
        case .tooShort: "Het bestand kwam niet helemaal door. Kies het opnieuw."
        case .expired: "Het bestand wachtte te lang. Kies het opnieuw."
        default: nil
        }
    }
}
