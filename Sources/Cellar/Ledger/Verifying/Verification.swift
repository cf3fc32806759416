public import Database
import Kernel

/// Compares everything that the ledger says with everything that is stored; needs no keys and writes nothing.
///
/// It shares with the writer the format of an entry and the hash functions, no more. While others write it looks at
/// one consistent moment for each part.
public struct Verification: Sendable {
    private let database: Database
    private let verifierKey: VerifierKey
    private let states: [KeptState]

    /// Chains looked at in one reading of the database.
    private static let chains = 500
    /// Findings after which it stops: what is then wrong is not one row.
    public static let findingsMax = 1_000

    public init(database: Database, verifierKey: VerifierKey, states: [KeptState]) {
        (self.database, self.verifierKey, self.states) = (database, verifierKey, states)
    }

    /// Runs to the end, or to `findingsMax`; hands over each finding as soon as it is made.
    public func run(_ report: (Finding) -> Void) async throws -> VerifiedCounts {
        var (counts, found) = (VerifiedCounts(), 0)
        var after: Identifier?
        var isMore = true
        while isMore, found < Self.findingsMax {
            let part = try await chains(after: after)
            part.findings.forEach(report)
            found += part.findings.count
            counts.chains += part.counts.chains
            counts.entries += part.counts.entries
            counts.rows += part.counts.rows
            (after, isMore) = (part.through, part.through != nil)
        }
        var tree = TreeCheck(verifierKey: verifierKey)
        isMore = found < Self.findingsMax
        while isMore {
            let before = tree
            (tree, isMore) = try await database.snapshot { transaction in
                var tree = before
                let isMore = try tree.step(in: transaction)
                return (tree, isMore)
            }
        }
        tree.findings.prefix(max(0, Self.findingsMax - found)).forEach(report)
        counts.positions = Int(clamping: tree.frontier.size)
        counts.checkpoints = tree.checkpoints
        return counts
    }

    private struct Part: Sendable {
        var findings: [Finding]
        var counts: VerifiedCounts
        /// The last chain looked at; nil when all are done.
        var through: Identifier?
    }

    private func chains(after: Identifier?) async throws -> Part {
        let states = states
        return try await database.snapshot { transaction in
            let store = VerifyStore(transaction: transaction)
            let heads = try store.heads(after: after, atMost: Self.chains)
            let range = ChainRange(after: after, through: heads.count == Self.chains ? heads.last?.chain : nil)
            var check = ChainCheck(heads: heads)
            try store.entries(range) { check.add($0) }
            check.finish()
            var rows = StateCheck(check.states)
            for kept in states { try rows.check(kept, range, in: transaction) }
            rows.finish()
            var counts = VerifiedCounts()
            (counts.chains, counts.entries, counts.rows) = (heads.count, check.entries, rows.rows)
            return Part(findings: check.findings + rows.findings, counts: counts, through: range.through)
        }
    }
}
