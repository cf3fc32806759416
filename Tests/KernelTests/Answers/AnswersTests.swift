import Foundation
import Kernel
import Testing

struct AnswersTests {
    private let id = Identifier("6ba7b810-9dad-41d1-80b4-00c04fd430c8") ?? Identifier(high: 0, low: 0)

    private func written(_ problem: Problem) throws -> JSONValue {
        try JSONValue(JSONWriter.bytes { problem.write(to: &$0, help: "https://belfort.example/fouten", instance: id) })
    }

    @Test func `all faults come in one answer, in the order in which they were found`() throws {
        var check = Check()
        check.that(false, "zaaktype", "required")
        check.that(true, "startdatum", "required")
        check.that(false, Fault.whole, "zaaktype-mismatch", "Past niet.")
        let invalid = #expect(throws: Invalid.self) { try check.done() }
        let params = try written(Problem(try #require(invalid)))["invalidParams"]
        #expect(params?[0]?["name"]?.text == "zaaktype")
        #expect(params?[0]?["reason"]?.text == "Dit veld is verplicht.")
        #expect(params?[1]?["name"]?.text == "nonFieldErrors")
        #expect(params?[1]?["code"]?.text == "zaaktype-mismatch")
        #expect(params?[1]?["reason"]?.text == "Past niet.")
        #expect(params?[2] == nil)
    }

    @Test func `a check without faults is done`() throws {
        var check = Check()
        let held = check.that(true, "a", "required")
        #expect(held)
        #expect(check.isClean)
        try check.done()
    }

    @Test func `faults of a part stand under its name`() {
        var check = Check()
        check.add(Invalid(Fault("reden", "required"), [Fault(Fault.whole, "unique")]), inside: "verlenging")
        #expect(check.faults.map(\.name) == ["verlenging.reden", "verlenging"])
    }

    @Test func `an answer lists a hundred faults and no more`() {
        var check = Check()
        for index in 0..<1_000 { check.that(false, "kenmerken.\(index)", "invalid") }
        #expect(check.faults.count == Check.faultsMax)
    }

    @Test func `a problem has the members of ZGW, in its order`() throws {
        let problem = Problem(.forbidden, code: "jwt-expired", detail: "Het token is \"verlopen\".")
        let bytes = JSONWriter.bytes { problem.write(to: &$0, help: "https://a", instance: id) }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"type":"https://a/permission-denied","code":"jwt-expired","title":"Geen toelating","status":403,"#
                + #""detail":"Het token is \"verlopen\".","instance":"urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8"}"#
        )
    }

    @Test(arguments: Problem.Kind.allCases)
    func `each kind has a status of an error, a code and two sentences`(kind: Problem.Kind) throws {
        #expect((400...599).contains(kind.status))
        #expect(kind.code.allSatisfy { $0 == "_" || $0.isLowercase })
        #expect(!kind.title.isEmpty && kind.detail.hasSuffix("."))
        #expect(try written(Problem(kind))["status"]?.integer == Int64(kind.status))
    }

    @Test(arguments: [
        (Problem.Kind.invalid, 400, "invalid"), (.unreadable, 400, "parse_error"),
        (.unauthenticated, 401, "not_authenticated"),
        (.forbidden, 403, "permission_denied"), (.notFound, 404, "not_found"),
        (.methodNotAllowed, 405, "method_not_allowed"), (.notAcceptable, 406, "not_acceptable"),
        (.conflict, 409, "conflict"), (.gone, 410, "gone"), (.preconditionFailed, 412, "precondition_failed"),
        (.tooLarge, 413, "request_entity_too_large"), (.unsupportedMediaType, 415, "unsupported_media_type"),
        (.throttled, 429, "throttled"), (.failure, 500, "error"),
    ])
    func `status and code are those that clients of ZGW know`(kind: Problem.Kind, status: Int, code: String) {
        #expect(kind.status == status)
        #expect(kind.code == code)
    }

    @Test func `docs/errors.md says of each kind who does what about it`() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let page = try String(contentsOf: root.appending(path: "docs/errors.md"), encoding: .utf8)
        for kind in Problem.Kind.allCases {
            #expect(page.contains("| \(kind.status) | `\(kind.code)` | \(kind.title) | "), "\(kind) lacks its row")
        }
    }

    @Test func `a body that is not JSON is unreadable, one beyond the limits too large`() {
        let unreadable = Problem(JSONError(.invalidEscape, at: 12))
        #expect(unreadable.code == "parse_error")
        #expect(unreadable.detail.contains("byte 12"))
        #expect(Problem(JSONError(.tooDeep, at: 0)).status == 413)
    }
}
