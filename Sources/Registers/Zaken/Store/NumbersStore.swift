public import Database
public import Kernel
import Synchronization

/// Hands out the numbers of zaken: `2026-001234`, unique within an organisation and never given twice.
///
/// A block of numbers is taken in a short transaction of its own, so that zaken made at once do not wait for one row.
/// What is left of a block when the program stops is never used: gaps are allowed.
public final class Numbers: Sendable {
    private struct Series: Hashable {
        let bronorganisatie: String
        let year: Int
    }

    private let database: Database
    private let settings: Settings
    /// What is left of the blocks that were taken, the oldest first.
    private let blocks = Mutex<[Series: [Range<Int64>]]>([:])

    /// Numbers taken at once.
    static let block = 50
    /// Series of which a rest is remembered; beyond that the rests are dropped.
    static let seriesMax = 1_000
    /// Blocks of one series of which a rest is remembered; only a burst of zaken takes several at once.
    static let blocksMax = 100
    /// Numbers reserved in one request at most.
    public static let reservedMax = 500

    public init(database: Database, settings: Settings = Settings()) {
        (self.database, self.settings) = (database, settings)
    }

    /// The next number of an organisation, on a day of the year that stands in it.
    public func next(of bronorganisatie: String, on day: Day) async throws -> String {
        let series = Series(bronorganisatie: bronorganisatie, year: day.year)
        if let number = blocks.withLock({ $0[series]?.popFirst() }) { return text(number, series) }
        let fresh = try await take(Self.block, series)
        blocks.withLock { blocks in
            if blocks.count >= Self.seriesMax { blocks.removeAll() }
            // Others may have taken a block in the meantime; theirs is used up too, up to a limit.
            guard blocks[series, default: []].count < Self.blocksMax else { return }
            blocks[series, default: []].append(fresh.lowerBound + 1..<fresh.upperBound)
        }
        return text(fresh.lowerBound, series)
    }

    /// Several numbers for whoever makes zaken later; each can be used once, as any identificatie.
    ///
    /// - Parameter count: 1 to `reservedMax`.
    public func reserve(_ count: Int, of bronorganisatie: String, on day: Day) async throws -> [String] {
        guard (1...Self.reservedMax).contains(count) else { throw Invalid("aantal", "max_value") }
        if let fault = settings.organisations.fault(bronorganisatie) { throw Invalid("bronorganisatie", fault) }
        let series = Series(bronorganisatie: bronorganisatie, year: day.year)
        return try await take(count, series).map { text($0, series) }
    }

    private func take(_ count: Int, _ series: Series) async throws -> Range<Int64> {
        try await database.write { transaction in
            try NumberStore.take(count, of: series.bronorganisatie, in: series.year, transaction)
        }
    }

    private func text(_ number: Int64, _ series: Series) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 6 - digits.count))
        return "\(settings.prefix(series.bronorganisatie))\(series.year)-\(padding)\(digits)"
    }
}

extension [Range<Int64>] {
    fileprivate mutating func popFirst() -> Int64? {
        guard let block = first, let number = block.first else { return nil }
        self[0] = number + 1..<block.upperBound
        if self[0].isEmpty { removeFirst() }
        return number
    }
}
