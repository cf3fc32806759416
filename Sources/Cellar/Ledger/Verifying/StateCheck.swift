import Database
import Kernel

/// Compares the rows of registers with what the last entries say of them.
struct StateCheck {
    private(set) var findings: [Finding] = []
    private(set) var rows = 0
    private var expected: [Identifier: [Identifier: Digest]]

    /// - Parameter states: for each chain, each resource with its state hash, from `ChainCheck`.
    init(_ states: [Identifier: [Identifier: Digest]]) {
        expected = states
    }

    mutating func check(_ kept: KeptState, _ range: ChainRange, in transaction: Transaction) throws {
        var (found, notes): (Int, [Finding]) = (0, [])
        var left = expected
        try kept.rows(transaction, range) { row in
            found += 1
            let place = "table \(kept.table), row \(row.resource)"
            if let state = left[row.chain]?.removeValue(forKey: row.resource) {
                if state != row.state { notes.append(Finding(place: place, reason: "it was changed")) }
            } else {
                notes.append(Finding(place: place, reason: "no entry says that it exists"))
            }
        }
        expected = left
        rows += found
        findings += notes
    }

    /// What an entry says exists, and no table has.
    mutating func finish() {
        for (chain, resources) in expected.sorted(by: { $0.key < $1.key }) {
            for resource in resources.keys.sorted() {
                findings.append(Finding(place: "chain \(chain), resource \(resource)", reason: "its row is missing"))
            }
        }
    }
}
