internal import HTTPTypes
internal import Kernel
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// Takes a request from a connection and gives the answer to send: reads the head strictly, finds the route, asks who
/// it is and whether they may, lets the handler work, and turns whatever goes wrong into an answer.
struct Reception: Sendable {
    let composition: Composition
    let admission: Admission
    let settings: ServerSettings
    let surroundings: Surroundings
    let logger: Logger
    let dates: DateLine

    /// Throws only when there is nobody left to answer.
    func receive(
        _ raw: HTTPRequestHead,
        body: RequestBody,
        peer: NetworkAddress?,
        due: Due
    ) async throws -> Delivery {
        var trace = Trace(id: surroundings.identifier(), method: raw.method.rawValue, started: surroundings.uptime())
        due.set(.now() + TimeAmount(settings.limits.deadline))
        let head: RequestHead
        do throws(Refusal) {
            head = try RequestHead(raw, limits: settings.limits)
        } catch {
            return turnDown(error, raw, trace)
        }
        let request = request(head, body, peer, trace.id)
        var answer: Answer
        do {
            answer = try await self.answer(head, request, due, &trace)
        } catch {
            answer = try await excuse(error, request, trace)
        }
        return finish(answer, for: request, at: request.path, isHead: head.method == .head, trace)
    }

    private func request(
        _ head: RequestHead,
        _ body: RequestBody,
        _ peer: NetworkAddress?,
        _ id: Identifier
    ) -> Request {
        var source = Provenance(peer: peer, fields: head.fields, host: head.host, proxies: settings.proxies)
        source.isSecure = source.isSecure || settings.isSecure
        let method = head.method == .head ? .get : head.method
        return Request(method, head.target, head.fields, source, id: id, body: body)
    }

    private func answer(
        _ head: RequestHead,
        _ request: Request,
        _ due: Due,
        _ trace: inout Trace
    ) async throws -> Answer {
        switch composition.tree.find(head.method, head.target.segments) {
        case .route(let route, let parameters):
            trace.route = route.path
            return try await serve(route, parameters, head, request, due)
        case .otherMethods(let methods) where head.method == .options: return .methods(methods)
        case .otherMethods(let methods): throw Refusal.otherMethods(methods)
        case .nothing where head.target.path == "*": return .methods([])
        case .nothing: throw Refusal.notFound
        }
    }

    private func serve(
        _ route: Route,
        _ parameters: [String: String],
        _ head: RequestHead,
        _ request: Request,
        _ due: Due
    ) async throws -> Answer {
        var request = request
        request.parameters = parameters
        let most = route.bodyMax ?? settings.limits.body
        guard head.length ?? 0 <= most else { throw Refusal.tooLarge(most: most) }
        request.body.limit(to: most)
        due.set(moment(of: route.deadline))
        let visitor = try await admission.authenticate(request)
        try await admit(visitor, to: route, request)
        return try await route.handler(request, visitor)
    }

    private func moment(of deadline: Route.Deadline) -> NIODeadline? {
        switch deadline {
        case .usual: .now() + TimeAmount(settings.limits.deadline)
        case .after(let duration): .now() + TimeAmount(duration)
        case .never: nil
        }
    }

    private func admit(_ caller: Caller, to route: Route, _ request: Request) async throws {
        if route.policy != .everyone {
            let object = request.parameters["id"].flatMap { Identifier($0) }
            guard try await admission.may(caller, route.policy, object) else {
                throw caller.visitor == .anonymous ? Refusal.unauthenticated : Refusal.forbidden
            }
        }
        guard caller.session == nil || settings.forms.isOwn(request, caller) else { throw Refusal.foreignOrigin }
    }
}

// What goes wrong.
extension Reception {
    /// Answers what broke a rule of its head, and closes: what comes next might be part of its body.
    private func turnDown(_ refusal: Refusal, _ raw: HTTPRequestHead, _ trace: Trace) -> Delivery {
        let wantsPage = raw.headers["accept"].contains { $0.contains("text/html") }
        var answer = Answer(refusal, body: wantsPage ? .page(refusal.page(trace.id)) : problem(refusal, trace))
        answer.headers[.connection] = "close"
        return finish(answer, for: nil, at: raw.uri, isHead: raw.method == .HEAD, trace)
    }

    /// Puts an error in words; passes on only those that leave nobody to hear them.
    private func excuse(_ error: any Error, _ request: Request, _ trace: Trace) async throws -> Answer {
        if Task.isCancelled || error is Disconnected { throw error }
        let refusal = Refusal.standing(for: error) ?? .failed
        if refusal == .failed { logMistake(error, trace) }
        guard request.wantsPage else { return Answer(refusal, body: problem(refusal, trace)) }
        if refusal.status == .unauthorized, request.method == .get, let path = admission.signIn?(request) {
            return .see(path)
        }
        return Answer(refusal, body: .page(await admission.page?(refusal, request) ?? refusal.page(trace.id)))
    }

    private func problem(_ refusal: Refusal, _ trace: Trace) -> Answer {
        Answer(
            headers: [.contentType: Problem.mediaType],
            body: .bytes(refusal.text(trace.id, help: settings.help))
        )
    }

    /// The answer to what never became a request; written by the gate, which closes after it.
    func turnAway(_ refusal: Refusal) -> [HTTPServerResponsePart] {
        let trace = Trace(id: surroundings.identifier(), method: "-", started: surroundings.uptime())
        let answer = Answer(refusal, body: problem(refusal, trace))
        let delivery = finish(answer, for: nil, at: nil, isHead: false, trace)
        log(delivery)
        var head = HTTPResponseHead(delivery)
        head.headers.replaceOrAdd(name: "connection", value: "close")
        head.headers.remove(name: "content-encoding")
        guard case .bytes(let bytes) = delivery.body else { return [.head(head)] }
        return [.head(head), .body(.byteBuffer(ByteBuffer(bytes: bytes)))]
    }
}

extension Answer {
    fileprivate init(_ refusal: Refusal, body: Answer) {
        self = body
        status = refusal.status
        for field in refusal.headers { headers[field.name] = field.value }
    }

    /// What OPTIONS answers.
    fileprivate static func methods(_ methods: [HTTPRequest.Method]) -> Answer {
        Answer(.noContent, headers: [.allow: allow(methods)])
    }

    fileprivate static func allow(_ methods: [HTTPRequest.Method]) -> String {
        let implied = methods.contains(.get) ? ["HEAD"] : []
        return (methods.map(\.rawValue) + implied + ["OPTIONS"]).joined(separator: ", ")
    }
}

extension Refusal {
    fileprivate static func otherMethods(_ methods: [HTTPRequest.Method]) -> Refusal {
        let allow: HTTPFields = [.allow: Answer.allow(methods)]
        return Refusal(.methodNotAllowed, "method_not_allowed", "Dit adres kent deze methode niet.", headers: allow)
    }

    fileprivate static let foreignOrigin = Refusal(
        .forbidden,
        "foreign_origin",
        "Dit verzoek kwam niet van onze eigen pagina's. Open het formulier opnieuw."
    )
}
