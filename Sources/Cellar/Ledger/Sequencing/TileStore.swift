import Database
import Kernel

/// The tree's stored hashes: one row a tile, which grows until it is full.
struct TileStore {
    let transaction: Transaction

    /// The hashes of a tile; it may have grown past the width that was asked for.
    func read(_ tile: Tile) throws -> [UInt8] {
        try transaction.first(
            "SELECT hashes FROM ledger_tile WHERE level = $1 AND number = $2",
            [.integer(Int64(tile.level)), .integer(Int64(tile.index))]
        ) { $0.bytes(0) } ?? []
    }

    func keep(_ filled: FilledTile) throws {
        try transaction.run(
            """
            INSERT INTO ledger_tile (level, number, hashes) VALUES ($1, $2, $3)
            ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
            """,
            [.integer(Int64(filled.tile.level)), .integer(Int64(filled.tile.index)), .bytes(filled.bytes)]
        )
    }
}
