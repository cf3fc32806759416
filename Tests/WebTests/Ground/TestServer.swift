import HTTPTypes
import Kernel
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Testing

@testable import Web

/// A server of its own for one test, on a free port, stopped when the test is done.
enum TestServer {
    static func run<Result: Sendable>(
        _ routes: [Route] = TestServer.routes,
        limits: Limits = .but(),
        admission: Admission = Admission(),
        proxies: TrustedProxies = TrustedProxies(),
        publicURL: String? = nil,
        logger: Logger = .silent,
        _ test: @Sendable (_ port: Int) async throws -> Result
    ) async throws -> Result {
        try await start(
            routes,
            limits: limits,
            admission: admission,
            proxies: proxies,
            publicURL: publicURL,
            logger: logger
        ) { port, _ in try await test(port) }
    }

    /// The same, for tests that stop the server themselves.
    static func start<Result: Sendable>(
        _ routes: [Route] = TestServer.routes,
        limits: Limits = .but(),
        admission: Admission = Admission(),
        proxies: TrustedProxies = TrustedProxies(),
        publicURL: String? = nil,
        logger: Logger = .silent,
        _ test: @Sendable (_ port: Int, _ house: ServiceGroup) async throws -> Result
    ) async throws -> Result {
        let forms = try forms()
        let settings = ServerSettings(port: 0, publicURL: publicURL, proxies: proxies, limits: limits, forms: forms)
        let (ports, whenListening) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            try Composition([Module(name: "Proef", routes: routes), Health.module { true }]),
            admission: admission,
            settings: settings,
            surroundings: .live,
            logger: logger,
            whenListening: { whenListening.yield($0) }
        )
        let house = ServiceGroup(services: [server], logger: .silent)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await house.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let result: Result
            do {
                result = try await test(port, house)
            } catch {
                group.cancelAll()
                throw error
            }
            await house.triggerGracefulShutdown()
            try await group.waitForAll()
            return result
        }
    }

    static func forms() throws -> FormTokens {
        try FormTokens(key: Array(repeating: 7, count: 32), surroundings: .live)
    }

    static let routes: [Route] = [
        .get("/hallo", policy: .everyone) { _, _ in .text("hallo") },
        .get("/groet/{naam}", policy: .everyone) { request, _ in .text(try request.parameter("naam")) },
        .get("/zaken/{uuid}", policy: .everyone) { request, _ in .text("\(try request.identifier("uuid"))") },
        .post("/echo", policy: .everyone, bodyMax: 1 << 20) { request, _ in
            Answer(headers: [.contentType: "application/x-echo"], body: .bytes(try await request.body.collect()))
        },
        .post("/doof", policy: .everyone) { _, _ in .text("niet gelezen") },
        .get("/veel", policy: .everyone, deadline: .never) { _, _ in
            Answer(
                body: .stream(length: nil) { writer in
                    for _ in 0..<2_000 { try await writer.write(Array(repeating: 65, count: 64 * 1024)) }
                }
            )
        },
        .get("/stuk", policy: .everyone) { _, _ in throw Broken() },
        .get("/geheim", policy: .official) { _, _ in .text("geheim") },
    ]

    struct Broken: Error {
        let secret = "Marieke Peeters"
    }
}

extension Limits {
    /// The defaults, but for the rule that a test is about; so a busy machine breaks no other rule.
    static func but(_ change: (inout Limits) -> Void = { _ in }) -> Limits {
        var limits = Limits()
        limits.drainWait = .milliseconds(300)
        limits.tick = .milliseconds(10)
        change(&limits)
        return limits
    }
}

extension Logger {
    static let silent = Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
}
