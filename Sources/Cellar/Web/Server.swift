internal import HummingbirdCore
public import Kernel
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle

/// The HTTP server: listens, hands requests to the modules' routes, and stops gracefully.
///
/// On a graceful shutdown it takes no more connections, closes those that are silent, ends streams of events, and gives
/// requests in hand `limits.shutdown` to finish. It prints nothing.
public struct Server: Service {
    private let composition: Composition
    private let admission: Admission
    private let settings: ServerSettings
    private let surroundings: Surroundings
    private let logger: Logger
    private let whenListening: @Sendable (_ port: Int) async -> Void

    /// A server that is not yet running; `whenListening` hears the port when visitors can come.
    public init(
        _ composition: Composition,
        admission: Admission,
        settings: ServerSettings,
        surroundings: Surroundings,
        logger: Logger,
        whenListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        (self.composition, self.admission, self.settings) = (composition, admission, settings)
        (self.surroundings, self.logger, self.whenListening) = (surroundings, logger, whenListening)
    }

    /// Serves until a graceful shutdown or cancellation.
    ///
    /// Throws when it cannot listen, or when the machine allows fewer open files than twice the connections.
    public func run() async throws {
        try OpenFiles.reserve(settings.limits.connections * 2)
        let service = listener()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            group.addTask { try await graceIsOver() }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func listener() -> any Service {
        let doorkeeper = Doorkeeper(limits: settings.limits, proxies: settings.proxies)
        return WebChannel(limits: settings.limits, doorkeeper: doorkeeper, reception: reception).server(
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                serverName: nil,
                backlog: 1024
            ),
            onServerRunning: { [whenListening] channel in
                // Without this an error of one accept, such as too many open files, would end the whole server.
                try? await channel.pipeline.addHandler(AcceptErrorHandler(), position: .first).get()
                await whenListening(channel.localAddress?.port ?? 0)
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        )
    }

    private var reception: Reception {
        Reception(
            composition: composition,
            admission: admission,
            settings: settings,
            surroundings: surroundings,
            logger: logger,
            dates: DateLine()
        )
    }

    /// Returns when a graceful shutdown has taken as long as it may.
    private func graceIsOver() async throws {
        try await gracefulShutdown()
        try await Task.sleep(for: settings.limits.shutdown)
    }
}

/// Keeps errors of single accepts from the listening channel's reader, which would take any error for the end.
private final class AcceptErrorHandler: ChannelInboundHandler, Sendable {
    typealias InboundIn = any Channel

    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}
