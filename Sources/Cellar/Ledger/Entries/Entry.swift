public import Kernel

/// One change as the ledger keeps it: 244 bytes in a fixed layout, each number with its most significant byte first.
///
/// Holds what may stay clear after a destruction (who as a pseudonym, when, what kind) and the hashes that tie it to
/// the entry before, its sealed payload and the table's row. docs/receipt.md has the layout.
@dynamicMemberLookup
public struct Entry: Hashable, Sendable {
    /// The first byte of every entry.
    public static let version: UInt8 = 1
    /// How many bytes an entry has.
    public static let length = 244

    /// The fields that say what happened; reached as if they were the entry's own.
    public let draft: Draft
    /// The hash of the bytes of the chain's entry before this one; `Digest.zero` for the first.
    public let previous: Digest
    /// SHA-256 of the sealed payload as stored.
    public let payloadHash: Digest
    /// Binds the seal to one key, which AES-GCM alone does not.
    public let keyCommitment: Digest
    /// Binds the entry to the clear payload, for somebody who is shown that and has no key.
    public let clearCommitment: Digest
    /// The hash of the row after the change.
    public let stateHash: Digest

    /// The fields of `draft`.
    public subscript<Field>(dynamicMember field: KeyPath<Draft, Field>) -> Field { draft[keyPath: field] }

    /// SHA-256 of the bytes: the next entry's `previous`.
    public var hash: Digest { .of(bytes) }

    /// The entry's leaf in the tree.
    public var leaf: Digest { .leaf(bytes) }

    /// Whether this entry comes straight after the other one in the same chain.
    public func follows(_ earlier: Entry) -> Bool {
        draft.chain == earlier.draft.chain && draft.sequence == earlier.draft.sequence &+ 1
            && previous == earlier.hash
    }
}

extension Entry {
    /// What happened, before it is sealed.
    public struct Draft: Hashable, Sendable {
        /// The main object to whose chain the entry belongs.
        public var chain: Identifier
        /// The place in that chain; at most 2^63 - 1.
        public var sequence: UInt64
        /// When.
        public var time: Instant
        /// The number of the kind of entry, from docs/ledger-kinds.md.
        public var kind: UInt16
        /// Who, as a pseudonym.
        public var actor: Identifier
        /// How sure it is that it was them.
        public var authenticationLevel: UInt8
        /// What changed.
        public var resource: Identifier
        /// The request in which it changed.
        public var request: Identifier

        /// Takes the fields as they are; `seal` judges the sequence number.
        public init(
            chain: Identifier,
            sequence: UInt64,
            time: Instant,
            kind: UInt16,
            actor: Identifier,
            authenticationLevel: UInt8,
            resource: Identifier,
            request: Identifier
        ) {
            (self.chain, self.sequence, self.time, self.kind) = (chain, sequence, time, kind)
            (self.actor, self.authenticationLevel) = (actor, authenticationLevel)
            (self.resource, self.request) = (resource, request)
        }
    }
}
