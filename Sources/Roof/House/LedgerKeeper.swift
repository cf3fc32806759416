import Database
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
                logger.error("ledger", metadata: ["error": "\(Self.words(error))"])
            }
        }
    }

    /// The sentence where it is known to hold no values of rows, else only the kind of error.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: error.description
        case let error as LedgerError: error.description
        default: "\(type(of: error))"
        }
    }
}
