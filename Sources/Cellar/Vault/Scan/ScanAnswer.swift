/// What became of one attempt to scan.
enum ScanAnswer: Equatable, Sendable {
    case clean
    /// The name of what was found.
    case infected(String)
    /// The scanner works, but cannot look into this content, now or later.
    case cannot(String)
    /// This attempt failed; another may not.
    case failed(String)
    /// Nobody answers at the scanner's address.
    case down(String)

    /// Bytes of a note at most.
    private static let noteMax = 200

    /// Reads the reply of clamd to INSTREAM. Only `stream: OK` is clean; what is not understood is a failure.
    ///
    /// Source: clamd(8), and the names of ClamAV's own heuristics.
    init(reply: some Sequence<UInt8>) {
        let text = Self.printable(reply)
        if text == "stream: OK" {
            self = .clean
        } else if text.hasPrefix("stream: "), text.hasSuffix(" FOUND") {
            let name = String(text.dropFirst(8).dropLast(6))
            let blind = ["Heuristics.Limits.Exceeded", "Heuristics.Encrypted"]
            self = blind.contains { name.hasPrefix($0) } ? .cannot(name) : .infected(name)
        } else if text.contains("size limit exceeded") {
            self = .cannot("larger than the scanner takes")
        } else {
            self = .failed(text.isEmpty ? "the scanner ended without an answer" : text)
        }
    }

    private static func printable(_ reply: some Sequence<UInt8>) -> String {
        String(decoding: reply.lazy.filter { (0x20...0x7E).contains($0) }.prefix(noteMax), as: UTF8.self)
    }
}
