import Ledger
import Logging
import ServiceLifecycle

/// Gives entries their positions, signs checkpoints and moves readers along, as long as the house serves.
struct LedgerKeeper: Service {
    let journal: Journal
    let readers: [LedgerReader]
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await journal.run(readers: readers) { error in
                logger.error("ledger", metadata: ["error": "\(error)"])
            }
        }
        // What was written while the last round waited gets its place before the house closes.
        _ = try? await journal.sequence()
    }
}
