import Database
import Kernel

extension Kept {
    /// The table for `Verification`: each row with its state hash as it is stored now.
    public var state: KeptState {
        let (table, identity) = (table, columns.firstIndex(of: key) ?? 0)
        let stored = columns.map { "\(table).\($0)" }
        let nothing = R.declaration.derivedColumns.map { _ in "NULL" }
        let list = (["\(table).chain", "\(table).salt"] + stored + nothing).joined(separator: ", ")
        return KeptState(table: table) { transaction, range, body in
            try transaction.each(
                """
                SELECT \(name: list) FROM \(name: table)
                WHERE \(name: table).chain > \(.text(range.texts.after))
                    AND \(name: table).chain <= \(.text(range.texts.through))
                """ as Clause
            ) { row in
                // What does not read was changed: it has no id or no state that an entry could have told of.
                let record = try? Record<R>(row, from: 2)
                try body(
                    KeptRow(
                        chain: Self.id(row, 0),
                        resource: Self.id(row, 2 + identity),
                        state: record.map { StateHash.of(salt: row.bytes(1), fields: $0.stateBytes()) } ?? .zero
                    )
                )
            }
        }
    }

    private static func id(_ row: Row, _ column: Int) -> Identifier {
        row.withText(column) { Identifier(utf8: $0) } ?? Identifier(high: 0, low: 0)
    }
}
