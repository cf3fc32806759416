import Logging

/// The program's log: structured lines on the standard error output.
enum Log {
    static let standardError = Logger(label: "belfort") { StreamLogHandler.standardError(label: $0) }
}
