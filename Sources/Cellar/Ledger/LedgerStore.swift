public import Database

/// The ledger's own tables. Entries and positions are only ever added.
public enum LedgerStore {
    public static let migrations = [
        Migration(
            "ledger: make chains and entries",
            """
            CREATE TABLE ledger_chain (
                chain BYTEA PRIMARY KEY NOT NULL,
                sequence BIGINT NOT NULL CHECK (sequence >= 0),
                time BIGINT NOT NULL,
                hash BYTEA NOT NULL
            );
            CREATE TABLE ledger_entry (
                chain BYTEA NOT NULL,
                sequence BIGINT NOT NULL CHECK (sequence >= 0),
                entry BYTEA NOT NULL,
                payload BYTEA NOT NULL,
                PRIMARY KEY (chain, sequence)
            );
            CREATE TABLE ledger_waiting (
                time BIGINT NOT NULL,
                chain BYTEA NOT NULL,
                sequence BIGINT NOT NULL,
                PRIMARY KEY (time, chain, sequence)
            );
            """
        ),
        Migration(
            "ledger: make the tree",
            """
            CREATE TABLE ledger_position (
                position BIGINT PRIMARY KEY NOT NULL CHECK (position >= 0),
                chain BYTEA NOT NULL,
                sequence BIGINT NOT NULL,
                UNIQUE (chain, sequence)
            );
            CREATE TABLE ledger_tree (
                id BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
                frontier BYTEA NOT NULL
            );
            CREATE TABLE ledger_tile (
                level BIGINT NOT NULL,
                number BIGINT NOT NULL,
                hashes BYTEA NOT NULL,
                PRIMARY KEY (level, number)
            );
            CREATE TABLE ledger_checkpoint (
                size BIGINT PRIMARY KEY NOT NULL,
                time BIGINT NOT NULL,
                note TEXT NOT NULL
            );
            CREATE TABLE lease (
                name TEXT PRIMARY KEY NOT NULL,
                holder BYTEA NOT NULL,
                token BIGINT NOT NULL,
                until BIGINT NOT NULL
            );
            """
        ),
        Migration(
            "ledger: make readers",
            """
            CREATE TABLE ledger_reader (
                name TEXT PRIMARY KEY NOT NULL,
                position BIGINT NOT NULL,
                tries BIGINT NOT NULL
            );
            CREATE TABLE ledger_parked (
                reader TEXT NOT NULL,
                position BIGINT NOT NULL,
                time BIGINT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (reader, position)
            );
            """
        ),
    ]
}
