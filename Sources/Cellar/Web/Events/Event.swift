/// One message of a stream of events.
///
/// Source: WHATWG HTML, section 9.2 server-sent events.
public struct Event: Sendable, Equatable {
    /// Where the reader is after this one; it comes back as `Request.lastEventID`.
    public var id: String?
    /// What kind of message it is; `nil` for the ordinary kind.
    public var name: String?
    /// The text; lines are kept.
    public var data: String

    /// Puts a message together.
    public init(id: String? = nil, name: String? = nil, data: String) {
        (self.id, self.name, self.data) = (id, name, data)
    }

    /// The bytes on the wire. Line ends in id and name would start another field, so they end there.
    var bytes: [UInt8] {
        var text = ""
        if let id { text += "id: \(id.firstLine)\n" }
        if let name { text += "event: \(name.firstLine)\n" }
        for line in data.lines { text += "data: \(line)\n" }
        return Array((text + "\n").utf8)
    }

    /// A comment: nobody hears it, and who is no longer there is noticed.
    static let heartbeat = Array(":\n\n".utf8)
}

extension String {
    fileprivate var firstLine: Substring {
        Substring(unicodeScalars.prefix { $0 != "\n" && $0 != "\r" && $0.value != 0 })
    }

    fileprivate var lines: [Substring] {
        replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
    }
}
