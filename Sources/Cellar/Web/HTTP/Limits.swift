/// How long and how much the server puts up with: every rule of a connection, so that tests can shorten it.
///
/// The defaults are those of docs/http.md. Sizes are in bytes.
public struct Limits: Sendable {
    /// From the first byte of a head to its last, counted while the server waits for the visitor.
    public var headWait: Duration = .seconds(10)
    /// The fields of a head, trailers included.
    public var headFields = 100
    /// Target, names and values of a head together.
    public var headBytes = 32 * 1024
    /// The request target: path and query as they were sent.
    public var targetBytes = 8 * 1024
    /// Requests that a visitor may send ahead of their answers.
    public var pipelined = 64

    /// What a body may take before its rate counts.
    public var bodyGrace: Duration = .seconds(5)
    /// Over how long the rate of a body is averaged.
    public var bodyWindow: Duration = .seconds(15)
    /// The slowest rate of a body, in bytes a second.
    public var bodyRate = 1024
    /// The largest body of a route that does not name its own.
    public var body = 2 * 1024 * 1024
    /// From head to the last byte of the answer, for a route that does not name its own.
    public var deadline: Duration = .seconds(60)

    /// How long an answer may wait for a visitor who does not read.
    public var writeWait: Duration = .seconds(30)
    /// What such a visitor must at least take in that time, if so much waits; less is no progress.
    public var writeProgress = 32 * 1024
    /// What is still read, and thrown away, after the last answer of a connection.
    public var drainBytes = 64 * 1024
    /// How long that may take.
    public var drainWait: Duration = .seconds(2)
    /// How long a connection may be silent between two requests.
    public var idle: Duration = .seconds(60)
    /// How often a connection with a request in hand looks at its deadlines.
    public var tick: Duration = .seconds(1)

    /// Connections in all.
    public var connections = 10_000
    /// Connections of one address: an IPv4 address, or an IPv6 network of 64 bits.
    public var connectionsPerAddress = 64
    /// The part of `connections` that is kept for this machine itself, so that health checks get through; in percent.
    public var reservePercent = 10
    /// Whether `connectionsPerAddress` holds for loopback too, where a proxy in front or a load test would meet it.
    public var capsLoopback = false

    /// What requests in hand get when the server stops.
    public var shutdown: Duration = .seconds(20)
    /// How often a silent event stream says that it lives.
    public var heartbeat: Duration = .seconds(15)
    /// Events that may wait for one reader; a reader who falls further behind is cut and comes back by its cursor.
    public var eventQueue = 256

    /// The defaults.
    public init() {}
}
