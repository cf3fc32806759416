/// Where the scanner listens.
public enum ScannerAddress: Equatable, Sendable {
    /// A socket in the file system.
    case socket(path: String)
    /// A host, by name or number, and a port.
    case tcp(host: String, port: UInt16)

    /// Reads `/run/clamav/clamd.ctl`, `host:3310` or `[::1]:3310`.
    public init?(_ text: String) {
        if text.hasPrefix("/") {
            self = .socket(path: text)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0
        else { return nil }
        let host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.count > 2
        guard !host.isEmpty, isBracketed || !host.contains(":") else { return nil }
        self = .tcp(host: String(isBracketed ? host.dropFirst().dropLast() : host), port: port)
    }
}
