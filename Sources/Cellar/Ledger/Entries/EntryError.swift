/// What can be wrong with an entry's bytes or its sealed payload. The check that failed first is the one named.
public enum EntryError: Error, Hashable {
    /// An entry has `Entry.length` bytes, and these are so many.
    case length(Int)
    /// An entry of a version that this program does not know.
    case version(UInt8)
    /// A sequence number that does not fit in a signed column.
    case sequence(UInt64)
    /// Milliseconds outside the years 1 to 9999.
    case time(Int64)
    /// A payload larger than `Entry.clearMax` or shorter than its nonces and tag.
    case payloadSize(Int)
    /// The source of randomness gave fewer bytes than it was asked for.
    case randomness
    /// The sealed payload is not the one that the entry names.
    case payloadHash
    /// The key is not the one with which this entry was sealed.
    case keyCommitment
    /// The seal does not open: the payload does not belong to this entry's clear fields.
    case seal
    /// What the seal held is not what the entry committed to.
    case clearCommitment
}
