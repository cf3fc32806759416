import Foundation

/// One run of an outside program: bytes in, bytes out, and killed with all it started when it goes over a bound.
///
/// `run` blocks its thread. A shell sets the bounds of memory and time before it becomes the program; the text it runs
/// is a literal, and all that varies is handed to it as arguments.
struct Child {
    let program: String
    let arguments: [String]
    let environment: [String]
    let memoryBytesMax: Int
    let resultBytesMax: Int
    let deadline: Duration

    /// How long a cancelled task waits at most.
    private static let tick = Duration.milliseconds(100)
    private static let shell = "ulimit -c 0; ulimit -v \"$1\"; ulimit -t \"$2\"; cd / && shift 2 && exec \"$@\""

    func run(feeding input: [UInt8], until stop: () -> Bool) -> Result<[UInt8], TypesettingError> {
        guard let feed = Pair(), let result = Pair(), let complaint = Pair() else {
            return .failure(TypesettingError(.failed, "the system gives no more channels (\(errno))"))
        }
        guard let process = start(feed, result, complaint) else {
            return .failure(TypesettingError(.missing, "\(program) cannot be started"))
        }
        feed.closeTheirs()
        result.closeTheirs()
        complaint.closeTheirs()
        var exchange = Exchange(feed: feed, result: result, complaint: complaint, input: input)
        let failure = exchange.work(until: ContinuousClock.now + deadline, tick: Self.tick, stop: stop) {
            $0.count > resultBytesMax
        }
        let status = end(process, isForced: failure != nil)
        if let failure { return .failure(failure) }
        return verdict(status, exchange.output)
    }

    private func verdict(_ status: Int32, _ output: [UInt8]) -> Result<[UInt8], TypesettingError> {
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        switch code {
        case 0: return .success(output)
        case 126, 127: return .failure(TypesettingError(.missing, "\(program) cannot be run"))
        default: return .failure(TypesettingError(.failed, "\(program) ended with \(code)"))
        }
    }

    /// Waits for the process to end; one that has closed its channels is given a moment to do so.
    private func end(_ process: pid_t, isForced: Bool) -> Int32 {
        var status: Int32 = 0
        var patience = isForced ? 0 : 50
        while patience > 0 {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process || (ended < 0 && errno != EINTR) { break }
            usleep(20_000)
            patience -= 1
        }
        // The group first: what the program started may outlive it, and an empty group is no fault.
        kill(-process, SIGKILL)
        if patience == 0 { while waitpid(process, &status, 0) < 0, errno == EINTR {} }
        return status
    }

    private func start(_ feed: Pair, _ result: Pair, _ complaint: Pair) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Our files close by themselves when the program starts, but those of a library may not.
        for (place, pair) in [feed, result, complaint].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, pair.theirs, Int32(place))
        }
        for descriptor in Self.openFiles { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let seconds = max(1, deadline.components.seconds * 2)
        let words =
            ["sh", "-c", Self.shell, "sh", "\(memoryBytesMax / 1_024)", "\(seconds)", absolute(program)] + arguments
        var process: pid_t = 0
        let code = withWords(words) { words in
            withWords(environment) { posix_spawn(&process, "/bin/sh", &actions, &attributes, words, $0) }
        }
        return code == 0 ? process : nil
    }

    private static var openFiles: [Int32] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return (names ?? []).compactMap { Int32($0) }.filter { $0 > 2 }
    }

    /// The program runs in the root folder, so its path must not depend on ours.
    private func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    private func withWords<Answer>(
        _ words: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
    ) -> Answer {
        let copies = words.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}

/// Two ends of a channel, closed when nobody needs them. Sockets and not pipes: a write to a program that is gone is
/// then an error and not a signal to the whole house.
final class Pair {
    let ours: Int32
    private(set) var theirs: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        (ours, theirs) = (ends[0], ends[1])
    }

    deinit {
        close(ours)
        closeTheirs()
    }

    func closeTheirs() {
        guard theirs >= 0 else { return }
        close(theirs)
        theirs = -1
    }
}
