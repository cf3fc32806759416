import Database
import Dossiers
import Foyer
import Kernel
import Vault
import Web

/// What came in with one step of a form.
struct Arrival {
    /// What the visitor pressed.
    enum Action: Equatable {
        case goOn, keep
        case remove(field: String, file: Identifier)
    }

    var values: [String: [String]] = [:]
    /// Files that lie in the vault and have no row yet, with the question that they answer.
    var received: [(question: String, content: ReceivedContent, name: String)] = []
    /// Sentences about files that were not taken, by question.
    var refused: [String: String] = [:]
    var version = 0
    var action = Action.goOn

    var files: [String: [FileClaim]] {
        Dictionary(grouping: received, by: \.question).mapValues { list in
            list.map { FileClaim($0.content, named: $0.name) }
        }
    }

    /// Bytes of all answers of a form together; much more than any form of ours needs, and less than a form can hold.
    static let textMax = 400_000

    /// The names under which the answer to a question comes, in the notation of the register.
    static func names(of question: FormQuestion) -> Set<String> {
        let days = ["dag", "maand", "jaar"]
        let parts: [String] =
            switch question.kind {
            case .date: days
            case .period: ["van", "tot"] + ["van", "tot"].flatMap { end in days.map { "\(end).\($0)" } }
            case .address: ["straat", "nummer", "bus", "postcode", "gemeente"]
            default: []
            }
        return Set([question.name] + parts.map { "\(question.name).\($0)" })
    }
}

extension FileClaim {
    init(_ content: ReceivedContent, named name: String) {
        self.init(
            document: content.id,
            name: FileName(name).text,
            mediaType: content.kind.mediaType,
            bytes: Int(content.size)
        )
    }
}

extension CounterDesk {
    /// Reads a step as it comes; files are streamed into the vault. When it breaks off, nothing of it stays.
    func read(_ request: Request, _ caller: Caller, _ open: OpenForm, _ step: Step) async throws -> Arrival {
        var arrival = Arrival()
        do {
            try await read(request, caller, open, step, into: &arrival)
            return arrival
        } catch {
            try? await contents.removeObjects(arrival.received.map(\.content.id))
            throw error
        }
    }

    private func read(
        _ request: Request,
        _ caller: Caller,
        _ open: OpenForm,
        _ step: Step,
        into arrival: inout Arrival
    ) async throws {
        var (isChecked, room) = (false, Arrival.textMax)
        var limits = PartLimits()
        limits.parts = Self.partsMax
        for try await part in try request.parts(limits) {
            if let name = part.fileName {
                guard isChecked else { throw Refusal.forbidden }
                try await take(part, named: name, open, step, into: &arrival)
                continue
            }
            let text = try await part.text()
            room -= text.utf8.count
            guard room >= 0 else { throw Refusal.tooLarge(most: Arrival.textMax) }
            if part.name == Frame.field {
                try frame.check(text, request, caller)
                isChecked = true
            } else {
                arrival.take(part.name, text)
            }
        }
        guard isChecked else { throw Refusal.forbidden }
    }

    /// The most parts that a step of a form can send: thirty questions of six parts, or long lists of choices.
    private static let partsMax = 2_000

    private func take(
        _ part: Part,
        named name: String,
        _ open: OpenForm,
        _ step: Step,
        into arrival: inout Arrival
    ) async throws {
        let question = step.fields.first { $0.name == part.name && $0.kind == .files }
        let kinds = open.type.type.documentKinds
        guard !name.isEmpty, let question, let kind = kinds.first(where: { $0.name == question.document }) else {
            return
        }
        let there = open.form.content.submission.files[question.name]?.count ?? 0
        guard there + arrival.received.count(where: { $0.question == question.name }) < question.filesMost else {
            let most = question.filesMost == 1 ? "1 bestand" : "\(question.filesMost) bestanden"
            arrival.refused[question.name] = "Voeg hoogstens \(most) toe. ‘\(FileName(name).text)’ is er niet bij."
            return
        }
        do {
            arrival.received.append((question.name, try await receive(part, named: name, as: kind), name))
        } catch let error as VaultError {
            guard let sentence = error.sentence(kind, name: FileName(name).text) else { throw error }
            arrival.refused[question.name] = sentence
        }
    }

    /// Streams a file into the vault, no further than its kind of document may be large; it has no row yet.
    func receive(_ part: Part, named name: String, as kind: DocumentKind) async throws -> ReceivedContent {
        try await contents.receive(
            BoundedBytes(base: part, most: kind.megabytes * 1_000_000),
            name: name,
            allowed: Set(kind.mediaTypes.map(\.kind))
        )
    }
}

extension Arrival {
    fileprivate mutating func take(_ name: String, _ text: String) {
        switch name {
        case "versie": version = Int(text) ?? 0
        case "doe": action = text == "bewaar" ? .keep : .goOn
        case "verwijder":
            let parts = text.split(separator: ":").map(String.init)
            if parts.count == 2, let file = Identifier(parts[1]) { action = .remove(field: parts[0], file: file) }
        default: values[name.replacing("-", with: "."), default: []].append(text)
        }
    }
}

/// Bytes that end with `tooLarge` where there are more than may be.
private struct BoundedBytes: AsyncSequence, Sendable {
    let base: Part
    let most: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: Part.AsyncIterator
        var left: Int

        mutating func next() async throws -> [UInt8]? {
            guard let bytes = try await base.next() else { return nil }
            left -= bytes.count
            guard left >= 0 else { throw VaultError(.tooLarge, "more than this kind of document may have") }
            return bytes
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), left: most) }
}

extension DocumentKind.MediaType {
    /// The same kind as the vault finds it in the bytes.
    var kind: MediaKind {
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

extension DocumentKind {
    /// The files that it takes, in a sentence.
    var words: String {
        let words = mediaTypes.map(\.word)
        return words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " of " + (words.last ?? "")
    }
}

extension VaultError {
    /// What whoever sent a file can do about it; nil where it is our affair.
    func sentence(_ kind: DocumentKind, name: String) -> String? {
        switch code {
        case .kind: "‘\(name)’ kunnen we niet lezen. Gebruik \(kind.words)."
        case .tooLarge: "‘\(name)’ is te groot. Een bestand mag hoogstens \(kind.megabytes) MB zijn."
        case .tooShort: "‘\(name)’ kwam niet helemaal door. Kies het opnieuw."
        default: nil
        }
    }
}

extension Submission {
    /// Puts what came in for a step in the place of what stood there; files are added to those that are there.
    mutating func take(_ arrival: Arrival, of step: Step) {
        for question in step.fields {
            for name in Arrival.names(of: question) { values[name] = arrival.values[name] }
            if let text = values[question.name]?.first, question.kind == .area {
                values[question.name] = [DrawnArea.geoJSON(typed: text) ?? text]
            }
            if let added = arrival.files[question.name] { files[question.name, default: []] += added }
        }
        if case .remove(let field, let file) = arrival.action {
            files[field]?.removeAll { $0.document == file }
            if files[field]?.isEmpty == true { files[field] = nil }
        }
    }

    /// Bytes of all that was typed.
    var textBytes: Int { values.reduce(0) { $0 + $1.key.utf8.count + $1.value.reduce(0) { $0 + $1.utf8.count } } }
}
