import Database
public import Kernel

extension Contents {
    /// What a sweep removed.
    public struct Swept: Equatable, Sendable {
        /// Contents that had a row to which nothing referred.
        public var rows = 0
        /// Files without a row.
        public var files = 0
    }

    /// Removes what was received before a moment and never referred to: with a row or without one.
    ///
    /// The moment lies the days of grace back, and those are longer than a backup takes. What is younger than twice
    /// `Limits.waitMilliseconds` stays whatever the moment: its row may be on the way.
    public func sweep(before moment: Instant) async throws -> Swept {
        // A file is older than its content by the time that looking at it and flushing it took: hence twice.
        let youngest = surroundings.now().adding(milliseconds: -2 * limits.waitMilliseconds) ?? .earliest
        let moment = min(moment, youngest)
        var swept = Swept()
        var loose: [Identifier] = []
        repeat {
            loose = try await database.write { transaction in
                let ids = try ContentStore.loose(before: moment, atMost: Self.batch, in: transaction)
                return try ids.filter { try ContentStore.remove($0, in: transaction) }
            }
            try await removeObjects(loose)
            swept.rows += loose.count
        } while loose.count == Self.batch
        for first in UInt8.min...UInt8.max { swept.files += try await sweepFiles(first, before: moment) }
        return swept
    }

    private func sweepFiles(_ first: UInt8, before moment: Instant) async throws -> Int {
        let old = try await threads.run { [folder] in
            try folder.list(first).filter { id in folder.changed(id).map { $0 < moment } ?? false }
        }
        var count = 0
        for start in stride(from: 0, to: old.count, by: Self.batch) {
            let part = old[start..<min(old.count, start + Self.batch)]
            let known = try await database.read { try ContentListStore.known(part, in: $0) }
            let orphans = part.filter { !known.contains($0) }
            try await threads.run { [folder] in for id in orphans { try folder.remove(id) } }
            count += orphans.count
        }
        return count
    }
}
