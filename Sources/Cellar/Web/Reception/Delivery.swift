internal import HTTPTypes
internal import Kernel

/// An answer ready to go out, and what the log says about it.
struct Delivery: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: Answer.Body
    let trace: Trace
}

/// What may be written down about a request: nothing that names a person.
struct Trace: Sendable {
    let id: Identifier
    let method: String
    /// The path of the route, with names where the request had values.
    var route = "-"
    let started: Duration

    init(id: Identifier, method: String, started: Duration) {
        let isKnown = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].contains(method)
        (self.id, self.method, self.started) = (id, isKnown ? method : "-", started)
    }
}
