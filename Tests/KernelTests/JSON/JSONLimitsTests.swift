import Kernel
import Testing

struct JSONLimitsTests {
    private func code(_ document: String, _ limits: JSONLimits) -> JSONError.Code? {
        do {
            _ = try JSONValue(Array(document.utf8), limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `a document of as many bytes as allowed is read, one more is not`() {
        #expect(code("[1234]", JSONLimits(bytes: 6)) == nil)
        #expect(code("[12345]", JSONLimits(bytes: 6)) == .documentTooLong)
    }

    @Test func `levels are counted, objects and arrays alike`() {
        #expect(code("[{\"a\":[]}]", JSONLimits(depth: 3)) == nil)
        #expect(code("[{\"a\":[[]]}]", JSONLimits(depth: 3)) == .tooDeep)
    }

    @Test func `a hundred thousand brackets are an error, not a crash`() {
        #expect(code(String(repeating: "[", count: 100_000), JSONLimits()) == .tooDeep)
        #expect(code(String(repeating: "{\"a\":", count: 100_000), JSONLimits()) == .tooDeep)
    }

    @Test(arguments: ["12345", "1234\\n", "€é", "\\u20ac\\u00e9"])
    func `a text is measured in bytes without its escapes`(text: String) {
        #expect(code("\"\(text)\"", JSONLimits(text: 5)) == nil)
        #expect(code("\"\(text)\"", JSONLimits(text: 4)) == .textTooLong)
        #expect(code("{\"\(text)\":1}", JSONLimits(text: 4)) == .textTooLong)
    }

    @Test func `members and elements are counted`() {
        #expect(code("{\"a\":1,\"b\":2}", JSONLimits(members: 2)) == nil)
        #expect(code("{\"a\":1,\"b\":2,\"c\":3}", JSONLimits(members: 2)) == .tooManyMembers)
        #expect(code("[1,2]", JSONLimits(elements: 2)) == nil)
        #expect(code("[1,2,3]", JSONLimits(elements: 2)) == .tooManyMembers)
    }

    @Test func `a number of more than 64 characters is refused`() {
        #expect(code("0." + String(repeating: "1", count: 62), JSONLimits()) == nil)
        #expect(code("0." + String(repeating: "1", count: 63), JSONLimits()) == .numberTooLong)
    }

    @Test func `what is too large is told apart from what is wrong`() {
        #expect(JSONError(.documentTooLong, at: 0).isTooLarge)
        #expect(!JSONError(.duplicateMember, at: 0).isTooLarge)
    }
}
