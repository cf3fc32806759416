public import Kernel

/// What the vault knows about a content besides its bytes: one row of `vault_content`.
public struct Content: Equatable, Sendable {
    /// How far the look for viruses has come.
    public enum State: Int64, CaseIterable, Sendable {
        /// Stored, and waiting to be scanned.
        case received = 0
        /// The scanner read all of it and found nothing.
        case clean = 1
        /// The scanner found something; nobody may read it.
        case infected = 2
        /// The scanner could not look into it: too large, encrypted, or it failed time after time.
        case notScanned = 3
    }

    /// Names its row and its file.
    public let id: Identifier
    /// The chain whose key opens it.
    public let chain: Identifier
    /// Bytes in clear.
    public let size: Int64
    /// SHA-256 of the bytes in clear.
    public let hash: [UInt8]
    /// What its bytes are.
    public let kind: MediaKind
    /// What stands out in it.
    public let marks: Marks
    /// How far the look for viruses has come.
    public let state: State
    /// What the scanner said, or why it could not; empty when there is nothing to say.
    public let note: String
    /// When it was received.
    public let made: Instant
    /// Whether something in the registers refers to it. What nothing refers to is swept after the days of grace.
    public let isReferred: Bool
}

/// A content that lies durably in the folder and has no row yet: `Contents.put` gives it one.
///
/// It holds the key in memory only. Dropped without a row, it can never be read again and its file is swept.
public struct ReceivedContent: Sendable {
    /// Names its row and its file.
    public let id: Identifier
    /// Bytes in clear.
    public let size: Int64
    /// SHA-256 of the bytes in clear.
    public let hash: [UInt8]
    /// What its bytes are.
    public let kind: MediaKind
    /// What stands out in it.
    public let marks: Marks
    /// When it was received.
    public let made: Instant

    let sealedHash: [UInt8]
    let key: ContentKey
}

/// For whom a content is opened; decides in which states it may be.
public enum ContentReader: Sendable {
    /// Anybody who may see the document: only what was scanned and is clean.
    case anyone
    /// Whoever sent it: also while it waits, or when it could not be scanned. Infected never.
    case uploader
    /// A reader in a house that declared that it has no scanner: as `uploader`. Infected never.
    case houseWithoutScanner

    func mayRead(_ state: Content.State) -> Bool {
        switch self {
        case .anyone: state == .clean
        case .uploader, .houseWithoutScanner: state != .infected
        }
    }
}
