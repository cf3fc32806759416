/// An answer that says why a request was not done: RFC 9457 problem details in the shape that ZGW gives them.
///
/// It never says more than the asker may know: `detail` is written for outsiders.
public struct Problem: Error, Hashable, Sendable {
    /// What went wrong; it decides status, title and help page.
    public let kind: Kind
    /// The code for programs; the kind's own unless a rule names another.
    public let code: String
    /// A Dutch sentence about this very case.
    public let detail: String
    /// What is wrong in which field.
    public let faults: [Fault]

    /// Takes a problem; code and sentence are the kind's unless given.
    public init(_ kind: Kind, code: String? = nil, detail: String? = nil, faults: [Fault] = []) {
        (self.kind, self.faults) = (kind, faults)
        self.code = code ?? kind.code
        self.detail = detail ?? kind.detail
    }

    /// The HTTP status code.
    public var status: Int { kind.status }
}

extension Problem {
    /// The answer to what somebody sent wrongly.
    public init(_ invalid: Invalid) {
        self.init(.invalid, faults: invalid.faults)
    }

    /// The answer to a body that is not JSON, or too much of it.
    public init(_ error: JSONError) {
        if error.isTooLarge {
            self.init(.tooLarge)
        } else {
            let place = error.path.isEmpty ? "" : ", in \(error.path)"
            self.init(.unreadable, detail: "De inhoud is geen geldige JSON (byte \(error.position)\(place)).")
        }
    }

    /// Writes the problem as JSON.
    ///
    /// - Parameters:
    ///   - help: the address under which help pages are served, without a slash at its end.
    ///   - instance: the identity of this occurrence, which the log has too.
    public func write(to writer: inout JSONWriter, help: String, instance: Identifier) {
        writer.beginObject()
        writer.member("type", text: "\(help)/\(kind.page)")
        writer.member("code", text: code)
        writer.member("title", text: kind.title)
        writer.name("status")
        writer.integer(Int64(status))
        writer.member("detail", text: detail)
        writer.member("instance", text: "urn:uuid:\(instance)")
        if !faults.isEmpty {
            writer.name("invalidParams")
            writer.beginArray()
            for fault in faults { writer.fault(fault) }
            writer.endArray()
        }
        writer.endObject()
    }

    /// The media type of the answer.
    public static let mediaType = "application/problem+json"
}

extension JSONWriter {
    fileprivate mutating func fault(_ fault: Fault) {
        beginObject()
        member("name", text: fault.name)
        member("code", text: fault.code)
        member("reason", text: fault.reason)
        endObject()
    }

    fileprivate mutating func member(_ name: String, text: String) {
        self.name(name)
        self.text(text)
    }
}
