import Database
import Kernel
import Ledger
import Vault

/// What is known of a content that becomes a document's.
struct KnownContent {
    let id: Identifier
    let size: Int64
    let hash: [UInt8]
    let kind: MediaKind
}

extension DocumentStore {
    static let otherSize = Invalid(
        Fault.whole,
        "file-size",
        "Het aantal bytes van de inhoud is niet wat bestandsomvang zegt."
    )

    /// Throws for a content that no document may have.
    func known(_ content: PreparedContent, _ change: Change) throws -> KnownContent {
        switch content {
        case .received(let received):
            return KnownContent(id: received.id, size: received.size, hash: received.hash, kind: received.kind)
        case .lying(let id, let chain):
            guard let found = try contents.content(id, change.transaction), found.chain == chain else {
                throw VaultError(.missing, "there is no content \(id) of that chain")
            }
            guard found.state != .infected else {
                throw Invalid("inhoud", "infected", "In dit bestand werd een virus gevonden.")
            }
            return KnownContent(id: found.id, size: found.size, hash: found.hash, kind: found.kind)
        }
    }

    /// Says of the document what its content is.
    static func take(_ known: KnownContent?, into draft: inout Draft<EnkelvoudigInformatieObject>) {
        guard let known else { return }
        if let declared = draft.bestandsomvang ?? nil, Int64(declared) != known.size {
            otherSize.faults.forEach { draft.add($0) }
        }
        draft.bestandsomvang = .some(Int(known.size))
        draft.inhoudId = .some(known.id)
        (draft.sha256, draft.soort) = (Hexadecimal.text(of: known.hash), known.kind.rawValue)
    }

    /// The document with what was sent in parts.
    func taking(
        _ content: PreparedContent,
        _ document: Record<EnkelvoudigInformatieObject>,
        _ change: Change
    ) throws -> Record<EnkelvoudigInformatieObject> {
        let known = try known(content, change)
        guard document.bestandsomvang.map(Int64.init) == known.size else { throw Self.otherSize }
        var document = document
        document.inhoudId = known.id
        (document.sha256, document.soort) = (Hexadecimal.text(of: known.hash), known.kind.rawValue)
        var check = Check()
        Self.checkIntegrity(document, &check)
        try check.done()
        return document
    }

    /// Puts a content under the key of the document's chain.
    func lay(_ content: PreparedContent, in chain: Identifier, _ change: Change) throws {
        switch content {
        case .received(let received):
            try contents.put(received, in: chain, change.transaction)
            try contents.refer(received.id, change.transaction)
        case .lying(let id, let old):
            if old != chain { try contents.rewrap(id, from: old, to: chain, change.transaction) }
            try contents.refer(id, change.transaction)
        }
    }

    /// Does with contents and parts what a new version means for them.
    func settle(
        _ content: ContentChange,
        _ document: Record<EnkelvoudigInformatieObject>,
        _ change: Change
    ) throws {
        let id = document.identifier
        switch content {
        case .keep: return
        case .set(let content):
            try lay(content, in: id, change)
            try dropParts(of: id, keeping: content, change)
        case .clear:
            try dropParts(of: id, keeping: nil, change)
            if let size = document.bestandsomvang, size > 0 { try plan(size, of: id, change) }
        }
    }

    /// Makes room for the parts of a content of so many bytes.
    func plan(_ size: Int, of document: Identifier, _ change: Change) throws {
        guard Int64(size) <= settings.sizeMax else {
            throw Invalid("bestandsomvang", "max_value", "Hoogstens \(settings.sizeMax) bytes.")
        }
        var (start, number) = (Int64(0), 1)
        while start < Int64(size) {
            let part = min(settings.partSize, Int64(size) - start)
            try DocumentPartStore.add(change.identifier(), number, part, of: document, in: change.transaction)
            (start, number) = (start + part, number + 1)
        }
    }

    /// Removes parts and what was sent of them, except a part that became the content itself.
    ///
    /// The files of what is destroyed here are swept, or removed by whoever runs the change.
    func dropParts(of document: Identifier, keeping content: PreparedContent?, _ change: Change) throws {
        var kept: Identifier?
        if case .lying(let id, _) = content { kept = id }
        for part in try DocumentPartStore.parts(of: document, in: change.transaction) {
            if let content = part.content, content != kept { try contents.destroy(content, change.transaction) }
        }
        try DocumentPartStore.removeAll(of: document, in: change.transaction)
    }

    /// What was merged, if it was made of the parts as they are now.
    static func whole(_ parts: [DocumentPart], _ merged: MergedParts?) throws -> MergedParts {
        guard parts.contains(where: { $0.content != nil }) else {
            throw Invalid(Fault.whole, "file-size", "Er is nog niets van de inhoud gestuurd.")
        }
        guard parts.allSatisfy({ $0.content != nil }) else {
            throw Invalid(Fault.whole, "incomplete-upload", "Nog niet alle bestandsdelen zijn gestuurd.")
        }
        guard let merged, merged.parts == parts.compactMap(\.content) else { throw Problem(.conflict) }
        return merged
    }
}

extension Record where F == EnkelvoudigInformatieObject {
    /// drc-009: who writes must hold the lock.
    func mustOpen(with lock: String?) throws(Invalid) {
        guard let slot = self.slot else {
            throw Invalid(Fault.whole, "unlocked", "Vergrendel het document voor je het wijzigt.")
        }
        guard let lock, !lock.isEmpty else {
            throw Invalid(Fault.whole, "missing-lock-id", "Geef aan waarmee het document vergrendeld is.")
        }
        // Compared whole, so that the time it takes says nothing about the first letters.
        let (given, right) = (Array(lock.utf8), Array(slot.utf8))
        let difference = zip(given, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard given.count == right.count, difference == 0 else {
            throw Invalid(Fault.whole, "incorrect-lock-id", "Het document is met iets anders vergrendeld.")
        }
    }

    /// Groups of which nothing is filled in are not there.
    mutating func dropEmptyGroups() {
        if let signed = self.ondertekening, signed.soort == nil, signed.datum == nil { self.ondertekening = nil }
        if let claim = self.integriteit, claim.algoritme == nil, claim.waarde.isEmpty, claim.datum == nil {
            self.integriteit = nil
        }
    }

    mutating func forgetContent() {
        self.inhoudId = nil
        (self.sha256, self.soort) = ("", "")
    }
}
