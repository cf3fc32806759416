import Glibc

/// Why a conversation with the scanner ended early.
struct ScanFailure: Error {
    let reason: String
    /// Nobody was there, so it says nothing about the content.
    var isDown = false
}

/// One connection to the scanner, used by one thread, with one deadline for all of it.
final class ScanSocket {
    private let socket: Int32
    private let deadline: Deadline

    /// Connects, or throws a failure that is `isDown`.
    init(_ address: ScannerAddress, deadline: Deadline) throws {
        self.deadline = deadline
        for candidate in Self.candidates(address) {
            guard let connected = Self.connected(candidate, deadline) else { continue }
            socket = connected
            return
        }
        throw ScanFailure(reason: "no scanner answers at its address", isDown: true)
    }

    deinit { close(socket) }

    /// Sends all of the bytes; false when the scanner answered before it had them.
    func send(_ bytes: [UInt8]) throws -> Bool {
        var done = 0
        while done < bytes.count {
            let ready = try wait(for: POLLIN | POLLOUT)
            if ready & POLLIN != 0 { return false }
            let put = bytes.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress.map { $0 + done }, bytes.count - done, Int32(MSG_NOSIGNAL))
            }
            if put < 0, errno == EINTR || errno == EAGAIN { continue }
            // It closed its end: it may have said why.
            guard put > 0 else { return false }
            done += put
        }
        return true
    }

    /// The reply: all until the scanner closes its end, or a zero.
    func reply() throws -> [UInt8] {
        var reply: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 512)
        while reply.count < Self.replyMax, reply.last != 0 {
            _ = try wait(for: POLLIN)
            let got = recv(socket, &buffer, buffer.count, 0)
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else { break }
            reply += buffer.prefix(got)
        }
        return reply
    }

    /// Bytes of a reply at most.
    private static let replyMax = 4_096

    private func wait(for events: Int32) throws -> Int32 { try Self.wait(socket, for: events, deadline) }

    /// Waits in short turns, so that a stop is seen.
    private static func wait(_ socket: Int32, for events: Int32, _ deadline: Deadline) throws -> Int32 {
        while true {
            let milliseconds = try deadline.turn()
            var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
            let count = poll(&entry, 1, milliseconds)
            if count < 0, errno != EINTR { throw ScanFailure(reason: "waiting for the scanner failed") }
            if count > 0 { return Int32(entry.revents) }
        }
    }
}

// MARK: - Connecting

extension ScanSocket {
    /// An address as the system wants it.
    private struct Candidate {
        let family: Int32
        let bytes: [UInt8]
    }

    private static func connected(_ candidate: Candidate, _ deadline: Deadline) -> Int32? {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let socket = Glibc.socket(candidate.family, kind, 0)
        guard socket >= 0 else { return nil }
        if connect(socket, to: candidate, deadline) { return socket }
        close(socket)
        return nil
    }

    private static func connect(_ socket: Int32, to candidate: Candidate, _ deadline: Deadline) -> Bool {
        let code = candidate.bytes.withUnsafeBytes { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map {
                Glibc.connect(socket, $0, socklen_t(bytes.count))
            }
        }
        if code == 0 { return true }
        guard errno == EINPROGRESS, (try? wait(socket, for: POLLOUT, deadline.atMost(seconds: 5))) != nil else {
            return false
        }
        var (fault, length) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
        return getsockopt(socket, SOL_SOCKET, SO_ERROR, &fault, &length) == 0 && fault == 0
    }

    private static func candidates(_ address: ScannerAddress) -> [Candidate] {
        switch address {
        case .socket(let path): local(path).map { [$0] } ?? []
        case .tcp(let host, let port): remote(host, port)
        }
    }

    private static func local(_ path: String) -> Candidate? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard path.utf8.count < place.count else { return false }
            place.copyBytes(from: path.utf8)
            return true
        }
        return fits ? Candidate(family: AF_UNIX, bytes: withUnsafeBytes(of: &address) { Array($0) }) : nil
    }

    private static func remote(_ host: String, _ port: UInt16) -> [Candidate] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var candidates: [Candidate] = []
        var next = list
        while let entry = next {
            let bytes = UnsafeRawBufferPointer(start: entry.pointee.ai_addr, count: Int(entry.pointee.ai_addrlen))
            candidates.append(Candidate(family: entry.pointee.ai_family, bytes: Array(bytes)))
            next = entry.pointee.ai_next
        }
        return candidates
    }
}
