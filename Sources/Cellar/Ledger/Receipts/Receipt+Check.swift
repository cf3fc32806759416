extension Receipt {
    /// Judges a file and the documents that somebody holds beside it, step by step, up to the first that fails.
    ///
    /// `keys` are the public keys that the reader trusts: the log's, and any witness's. A document is known by its
    /// hash alone; its name is the one inside the proof. Does no I/O and asks nobody.
    public static func check(_ file: [UInt8], keys: [VerifierKey], documents: [ReceiptDocument]) -> Verdict {
        var verdict = Verdict()
        do {
            try verdict.judge(file, keys: keys, documents: documents)
        } catch {
            verdict.refusal = error
        }
        return verdict
    }
}

extension Verdict {
    fileprivate mutating func judge(
        _ file: [UInt8],
        keys: [VerifierKey],
        documents: [ReceiptDocument]
    ) throws(Refusal) {
        let receipt = try read(file)
        let checkpoint = try checkSignature(of: receipt, keys: keys)
        guard receipt.isIncluded(in: checkpoint) else { throw .inclusion }
        holds.append(.inclusion)
        (entry, place) = (receipt.entry, receipt.index)
        guard receipt.isOpened else { throw .opening }
        holds.append(.opening)
        guard let read = ReceiptContent(json: receipt.opening.clear) else { throw .content }
        holds.append(.content)
        content = read
        try compare(documents, with: read)
    }

    private mutating func read(_ file: [UInt8]) throws(Refusal) -> Receipt {
        do {
            let receipt = try Receipt(bytes: file)
            holds.append(.form)
            return receipt
        } catch {
            throw .form(error)
        }
    }

    private mutating func checkSignature(of receipt: Receipt, keys: [VerifierKey]) throws(Refusal) -> Checkpoint {
        do {
            let signed = try SignedCheckpoint(note: receipt.note, keys: keys)
            holds.append(.signature)
            self.signed = signed
            return signed.checkpoint
        } catch {
            throw .signature(error)
        }
    }

    private mutating func compare(_ documents: [ReceiptDocument], with content: ReceiptContent) throws(Refusal) {
        guard !documents.isEmpty else { return }
        let known = Set(content.documenten.map(\.sha256))
        for document in documents where !known.contains(document.sha256) { throw .document(naam: document.naam) }
        holds.append(.documents)
    }
}
