/// A checkpoint with signatures that were checked.
public struct SignedCheckpoint: Hashable, Sendable {
    /// What the log says of itself.
    public let checkpoint: Checkpoint
    /// The log's own signature.
    public let log: VerifiedSignature
    /// The witnesses among the known keys, with the times at which they saw it.
    public let witnesses: [VerifiedSignature]

    /// Reads and checks a note; throws unless the log itself, named as its origin, has signed with one of the keys.
    public init(note: Note, keys: [VerifierKey]) throws(NoteError) {
        checkpoint = try Checkpoint(text: note.text)
        let verified = try note.verified(by: keys)
        let origin = checkpoint.origin
        let own = verified.first {
            $0.key.algorithm == .ed25519 && $0.key.name.utf8.elementsEqual(origin.utf8)
        }
        guard let own else { throw .unsignedByLog(origin: origin) }
        log = own
        witnesses = verified.filter { $0.key.algorithm == .cosignature }
    }
}
