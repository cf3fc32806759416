import Kernel

/// Walks the entries of one chain after another and remembers what each says of its resources.
struct ChainCheck {
    private(set) var findings: [Finding] = []
    private(set) var entries = 0
    /// For each chain, each resource with the state hash of its last entry; a removed resource is not in it.
    private(set) var states: [Identifier: [Identifier: Digest]] = [:]
    private var heads: [[UInt8]: VerifyStore.Head]
    private var chain: [UInt8] = []
    private var last: (entry: Entry, hash: Digest, position: Int64?)?
    private var expected: UInt64 = 0

    init(heads: [VerifyStore.Head]) {
        self.heads = Dictionary(heads.map { ($0.chain.bytes, $0) }) { first, _ in first }
    }

    mutating func add(_ stored: VerifyStore.Stored) {
        if stored.chain != chain { begin(stored.chain) }
        entries += 1
        let place = Self.place(stored.chain, stored.sequence)
        guard let entry = try? Entry(bytes: stored.bytes) else {
            return note(place, "its bytes are not those of an entry")
        }
        if UInt64(exactly: stored.sequence) != expected {
            note(Self.place(stored.chain, Int64(clamping: expected)), "it is missing")
        }
        expected = UInt64(clamping: stored.sequence) &+ 1
        checkSelf(entry, stored, place)
        checkLink(entry, stored, place)
        remember(entry)
        last = (entry, entry.hash, stored.position ?? last?.position)
    }

    /// Closes the last chain; heads that are left have no entries at all.
    mutating func finish() {
        end()
        for head in heads.values.sorted(by: { $0.chain < $1.chain }) {
            note("chain \(head.chain)", "its entries are missing")
        }
    }

    private mutating func begin(_ next: [UInt8]) {
        end()
        (chain, last, expected) = (next, nil, 0)
    }

    private mutating func end() {
        defer { last = nil }
        guard let last else { return }
        let place = Self.place(chain, Int64(clamping: last.entry.sequence))
        guard let head = heads.removeValue(forKey: chain) else {
            return note(place, "the chain has no head")
        }
        if head.sequence != Int64(clamping: last.entry.sequence) {
            note(Self.place(chain, head.sequence), "it is the chain's last one by its head, but another is")
        } else if head.hash != last.hash.bytes {
            note(place, "it is not what the chain's head says")
        }
        if head.time != last.entry.time.milliseconds { note("chain \(head.chain)", "the time of its head is wrong") }
        if !head.hasKey, last.entry.kind != EntryKind.vernietigd.rawValue {
            note("chain \(head.chain)", "its key is missing, and no entry says that it was destroyed")
        }
    }

    private mutating func checkSelf(_ entry: Entry, _ stored: VerifyStore.Stored, _ place: String) {
        if entry.chain.bytes != stored.chain || Int64(clamping: entry.sequence) != stored.sequence {
            note(place, "it belongs elsewhere: chain \(entry.chain), entry \(entry.sequence)")
        }
        if entry.payloadHash != stored.payload { note(place, "its payload was changed") }
        if stored.position == nil, !stored.isWaiting { note(place, "it has no position and does not wait for one") }
    }

    private mutating func checkLink(_ entry: Entry, _ stored: VerifyStore.Stored, _ place: String) {
        guard let last else {
            if entry.previous != .zero { note(place, "it begins the chain, but names an entry before it") }
            return
        }
        if entry.previous != last.hash {
            note(Self.place(chain, Int64(clamping: last.entry.sequence)), "it is not what the next entry says")
        }
        if entry.time < last.entry.time { note(place, "it is older than the entry before it") }
        if let position = stored.position, let before = last.position, position <= before {
            note(place, "its position is before that of the entry before it")
        }
    }

    private mutating func remember(_ entry: Entry) {
        if entry.kind == EntryKind.vernietigd.rawValue {
            states[entry.chain] = nil
        } else if entry.stateHash == .zero {
            states[entry.chain]?[entry.resource] = nil
        } else {
            states[entry.chain, default: [:]][entry.resource] = entry.stateHash
        }
    }

    private mutating func note(_ place: String, _ reason: String) {
        findings.append(Finding(place: place, reason: reason))
    }

    static func place(_ chain: [UInt8], _ sequence: Int64) -> String {
        "chain \(Identifier(bytes: chain)?.description ?? Hexadecimal.text(of: chain)), entry \(sequence)"
    }
}
