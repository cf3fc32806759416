public import Database
public import Kernel
import Synchronization

/// Hands out the numbers of decisions: `B2026-000123`, unique within an organisation and never given twice.
///
/// A block is taken in a short transaction of its own, so that decisions made at once do not wait for one row. What is
/// left of a block when the program stops is never used: gaps are allowed.
public final class BesluitNumbers: Sendable {
    private struct Series: Hashable {
        let organisation: String
        let year: Int
    }

    private let database: Database
    private let settings: BesluitSettings
    private let blocks = Mutex<[Series: Range<Int64>]>([:])

    /// Numbers taken at once.
    private static let block: Int64 = 20
    /// Series of which a rest is remembered; beyond that the rests are dropped.
    private static let seriesMax = 1_000

    public init(database: Database, settings: BesluitSettings) {
        (self.database, self.settings) = (database, settings)
    }

    /// The next number of an organisation, on a day of the year that stands in it; nil for an organisation whose code
    /// is refused in any case.
    public func next(of organisation: String, on day: Day) async throws -> String? {
        guard settings.organisationFault(organisation) == nil else { return nil }
        let series = Series(organisation: organisation, year: day.year)
        if let number = blocks.withLock({ $0[series].take() }) {
            return BesluitNumberStore.text(number, of: organisation, in: day.year, settings)
        }
        let fresh = try await database.write { transaction in
            try BesluitNumberStore.take(Self.block, of: organisation, in: series.year, transaction)
        }
        blocks.withLock { blocks in
            if blocks.count >= Self.seriesMax { blocks.removeAll() }
            // Who comes in between leaves a block as well; the later one stays, and the rest of the other is a gap.
            blocks[series] = fresh.dropFirst()
        }
        return BesluitNumberStore.text(fresh.lowerBound, of: organisation, in: day.year, settings)
    }
}

extension Range<Int64>? {
    fileprivate mutating func take() -> Int64? {
        guard let block = self, let number = block.first else { return nil }
        self = block.dropFirst()
        return number
    }
}
