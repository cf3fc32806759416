import Kernel

/// The daemon of ClamAV, which looks at a stream of bytes: one connection for each scan.
///
/// Its configuration must say `AlertExceedsMax yes` and `AlertEncrypted yes`; without these it calls clean what it did
/// not look into. Source: clamd(8), command INSTREAM.
public struct ClamAV: Sendable {
    /// Where the daemon listens.
    public let address: ScannerAddress
    /// Bytes of a content at most: no more than the daemon's own `StreamMaxLength`, `MaxFileSize` and `MaxScanSize`.
    public var sizeMax: Int64 = 100 << 20
    /// Seconds that one scan may take.
    public var deadlineSeconds = 120

    /// Takes the address; connects only when there is something to scan.
    public init(_ address: ScannerAddress) { self.address = address }

    /// Bytes sent at a time.
    private static let partSize: Int64 = 256 << 10

    /// Has a content scanned, and says what came of it. Blocks; throws what reading the content throws.
    func scan(
        size: Int64,
        _ surroundings: Surroundings,
        stop: StopFlag,
        read: (Range<Int64>) throws -> [UInt8]
    ) throws -> ScanAnswer {
        guard size <= sizeMax else { return .cannot("larger than \(sizeMax) bytes") }
        do {
            let deadline = Deadline(seconds: deadlineSeconds, surroundings, stop: stop)
            let socket = try ScanSocket(address, deadline: deadline)
            try send(size, on: socket, read)
            return ScanAnswer(reply: try socket.reply())
        } catch let failure as ScanFailure {
            return failure.isDown ? .down(failure.reason) : .failed(failure.reason)
        }
    }

    /// Sends the command and the content in parts, each after its length; an empty part ends it.
    private func send(_ size: Int64, on socket: ScanSocket, _ read: (Range<Int64>) throws -> [UInt8]) throws {
        guard try socket.send(Array("zINSTREAM\0".utf8)) else { return }
        var position: Int64 = 0
        while position < size {
            let end = min(size, position + Self.partSize)
            let part = try read(position..<end)
            guard try socket.send(Self.length(part.count) + part) else { return }
            position = end
        }
        _ = try socket.send(Self.length(0))
    }

    private static func length(_ count: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
    }
}
