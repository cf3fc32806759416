import Dossiers
import Logging
import ServiceLifecycle

/// Looks every minute whether time alone brought something to a dossier: a reminder, an advice that stayed out.
struct DossierClock: Service {
    let register: DossierRegister
    let logger: Logger

    /// Pages of dossiers looked at in one minute at most.
    private static let pagesMax = 200

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    // Several pages of dossiers may be due after a weekend; none waits for the next minute.
                    for _ in 0..<Self.pagesMax {
                        guard try await register.tick() > 0, !Task.isCancelled else { break }
                    }
                } catch {
                    // The kind of error only: its text could name a person.
                    logger.error("dossier clock", metadata: ["error": "\(type(of: error))"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
}
