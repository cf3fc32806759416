internal import HTTPTypes
internal import Kernel
internal import NIOCore
internal import NIOHTTP1

extension Reception {
    /// Adds to an answer what every answer carries, and takes off what this visitor does not need.
    ///
    /// - Parameter target: the path as it was sent, perhaps with its query; nil for what never became a request.
    func finish(
        _ answer: Answer,
        for request: Request?,
        at target: String?,
        isHead: Bool,
        _ trace: Trace
    ) -> Delivery {
        var answer = answer
        if let request { answer.omitIfKnown(to: request) }
        for cookie in answer.cookies {
            let text = cookie.text(isSecure: request?.isSecure ?? settings.isSecure)
            answer.headers.append(HTTPField(name: .setCookie, value: text))
        }
        settings.security.add(to: &answer.headers)
        if let target {
            for path in composition.fields where path.covers(target) {
                for field in path.fields { answer.headers[field.name] = field.value }
            }
        }
        answer.headers[.date] = dates.text(at: surroundings.now())
        answer.headers[.requestID] = trace.id.description
        answer.frame(isHead: isHead)
        return Delivery(status: answer.status, headers: answer.headers, body: answer.body, trace: trace)
    }
}

extension Answer {
    /// Leaves the body out when the visitor has it already, by its tag (RFC 9110 section 13.1.2).
    fileprivate mutating func omitIfKnown(to request: Request) {
        guard status == .ok, request.method == .get, let tag = headers[.eTag],
            let known = request.headers[.ifNoneMatch]
        else { return }
        let tags = known.split(separator: ",").map(\.trimmed)
        guard tags.contains("*") || tags.contains(where: { $0.withoutWeakness == tag.withoutWeakness }) else { return }
        (status, body) = (.notModified, .none)
        headers[.contentType] = nil
    }

    /// Says how long the body is, and whether it may be compressed.
    fileprivate mutating func frame(isHead: Bool) {
        let mayHaveBody = status != .noContent && status != .notModified && status.kind != .informational
        if !mayHaveBody { body = .none }
        switch body {
        case .none: headers[.contentLength] = mayHaveBody ? "0" : nil
        case .bytes(let bytes): headers[.contentLength] = String(bytes.count)
        case .stream(let length, _): headers[.contentLength] = length.map(String.init)
        }
        let isText = headers[.contentEncoding] == nil && Compression.isWorthwhile(headers[.contentType])
        if isText { headers.append(HTTPField(name: .vary, value: "Accept-Encoding")) }
        if !(isText && isLong && !isHead) { headers[.contentEncoding] = headers[.contentEncoding] ?? Compression.never }
        if isHead { body = .none }
    }

    /// Whether compressing saves more than it costs; a stream with a length keeps it, for a progress bar.
    private var isLong: Bool {
        switch body {
        case .none: false
        case .bytes(let bytes): bytes.count >= Compression.bytesMin
        case .stream(let length, _): length == nil
        }
    }
}

extension Compression {
    static let bytesMin = 1024

    /// Text gets shorter; pictures and archives are short already; a stream of events must not wait for a full block.
    static func isWorthwhile(_ type: String?) -> Bool {
        guard let essence = type?.prefix(while: { $0 != ";" }), essence != "text/event-stream" else { return false }
        return essence.hasPrefix("text/") || essence.hasSuffix("json") || essence.hasSuffix("xml")
            || essence.hasSuffix("javascript")
    }
}

extension String {
    /// An entity tag without the mark of a weak one.
    fileprivate var withoutWeakness: Substring { hasPrefix("W/") ? dropFirst(2) : self[...] }
}

extension HTTPResponseHead {
    /// The head of an answer in the words of the codec.
    init(_ delivery: Delivery) {
        self.init(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: delivery.status.code, reasonPhrase: delivery.status.reasonPhrase),
            headers: HTTPHeaders(delivery.headers.map { ($0.name.rawName, $0.value) })
        )
    }
}
