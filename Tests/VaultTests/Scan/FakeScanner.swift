import Foundation
import Synchronization

@testable import Vault

/// A server on a socket in a folder that reads what clamd would read, and answers what a test wants.
final class FakeScanner: Sendable {
    enum Manner: Sendable {
        /// Reads all and answers.
        case answers(String)
        /// Answers after the first bytes and closes.
        case answersEarly(String)
        /// Closes without a word: `true` before it has read all.
        case hangsUp(early: Bool)
        /// Reads all and says nothing until the other side closes.
        case isSilent
    }

    private struct State {
        var manners: [Manner]
        var streams: [[UInt8]] = []
        var open = 0
        var openMost = 0
        var isDone = false
    }

    let path: String
    private let listener: Int32
    private let state: Mutex<State>
    /// Connections served before the first one is answered, so that a test sees how many come at once.
    private let gate: Int

    /// The manners are used one after another, the last one for all that follow.
    convenience init(in folder: String, _ manners: Manner..., gate: Int = 1) {
        let path = folder + "/fake.sock"
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let listener = withUnsafeBytes(of: &address) { Self.listening(AF_UNIX, Array($0)) }
        self.init(path: path, listener, manners, gate: gate)
    }

    /// Listens on a port of the loopback that the system chooses.
    convenience init(port: inout UInt16, _ manners: Manner...) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let listener = withUnsafeBytes(of: &address) { Self.listening(AF_INET, Array($0)) }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutableBytes(of: &address) { bytes in
            _ = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map { getsockname(listener, $0, &length) }
        }
        port = UInt16(bigEndian: address.sin_port)
        self.init(path: "", listener, manners, gate: 1)
    }

    private init(path: String, _ listener: Int32, _ manners: [Manner], gate: Int) {
        (self.path, self.listener, self.gate) = (path, listener, gate)
        state = Mutex(State(manners: manners))
        Thread.detachNewThread { [self] in acceptAll() }
    }

    private static func listening(_ family: Int32, _ address: [UInt8]) -> Int32 {
        let listener = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        let bound = address.withUnsafeBytes { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map { bind(listener, $0, socklen_t(bytes.count)) }
        }
        precondition(bound == 0 && listen(listener, 16) == 0, "the fake scanner does not listen")
        return listener
    }

    /// What came in over each connection, without the lengths.
    var streams: [[UInt8]] { state.withLock { $0.streams } }

    /// Connections that were open at once, at most.
    var openMost: Int { state.withLock { $0.openMost } }

    /// Stops listening, so that it is down from now on; twice is harmless.
    func stop() {
        let isFirst = state.withLock { state in
            defer { state.isDone = true }
            return !state.isDone
        }
        guard isFirst else { return }
        // The thread that accepts closes the socket: its number must not become another file's before it is done.
        shutdown(listener, Int32(SHUT_RDWR))
        if !path.isEmpty { unlink(path) }
    }

    private func acceptAll() {
        while true {
            let connection = accept(listener, nil, nil)
            if connection < 0 {
                close(listener)
                return
            }
            let manner = state.withLock { state in
                state.open += 1
                state.openMost = max(state.openMost, state.open)
                return state.manners.count > 1 ? state.manners.removeFirst() : state.manners[0]
            }
            Thread.detachNewThread { [self] in
                serve(connection, manner)
                state.withLock { $0.open -= 1 }
                close(connection)
            }
        }
    }

    private func serve(_ connection: Int32, _ manner: Manner) {
        while state.withLock({ $0.openMost < gate && !$0.isDone }) { sched_yield() }
        let command = read(connection, 10)
        precondition(command == Array("zINSTREAM\0".utf8), "another command came")
        switch manner {
        case .hangsUp(early: true): return
        case .answersEarly(let text):
            _ = read(connection, 64)
            say(text, connection)
        case .answers(let text):
            readStream(connection)
            say(text, connection)
        case .hangsUp(early: false): readStream(connection)
        case .isSilent:
            readStream(connection)
            _ = read(connection, 1)
        }
    }

    private func readStream(_ connection: Int32) {
        var stream: [UInt8] = []
        while true {
            let length = read(connection, 4).reduce(0) { $0 << 8 | Int($1) }
            if length == 0 { break }
            stream += read(connection, length)
        }
        let whole = stream
        state.withLock { $0.streams.append(whole) }
    }

    private func read(_ connection: Int32, _ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                recv(connection, $0.baseAddress.map { $0 + done }, count - done, 0)
            }
            if got <= 0 { break }
            done += got
        }
        return Array(bytes.prefix(done))
    }

    private func say(_ text: String, _ connection: Int32) {
        let bytes = Array((text + "\0").utf8)
        _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }
}
