import Dossiers
import Kernel
import Testing
import Web

@testable import Counter

struct IntakeDraftTests {
    private static let fields = [
        "type": "inname-openbaar-domein", "kanaal": "post", "naam": "Jos", "email": "jos@example.org", "dag-dag": "1",
        "dag-maand": "3", "dag-jaar": "2026", "uur": "14.05",
    ]

    private func faults(_ change: [String: String]) throws -> [String: String] {
        let now = try #require(Instant("2026-03-02T08:00:00Z"))
        let pairs = Self.fields.merging(change) { _, new in new }.map { (name: $0.key, value: $0.value) }
        return try IntakeDraft(Pairs(pairs)).faults([try Library.type("inname-openbaar-domein")], now: now)
    }

    @Test func `the moment at the desk is that on clocks in Brussels`() throws {
        let draft = try IntakeDraft(Pairs(Self.fields.map { (name: $0.key, value: $0.value) }))
        #expect(draft.received == Instant("2026-03-01T13:05:00Z"))
        #expect(try faults([:]).isEmpty)
    }

    @Test(arguments: [
        ("type", "paspoort"), ("kanaal", "loket"), ("kanaal", ""), ("naam", "  "), ("email", "jos"), ("email", ""),
        ("dag-dag", "32"), ("uur", "24:00"), ("uur", "half drie"), ("dag-jaar", "2027"), ("dag-jaar", "2024"),
    ])
    func `a field that cannot be right is told by its own name`(name: String, value: String) throws {
        let field = name.hasPrefix("dag") || name == "uur" ? "dag" : name
        #expect(Array(try faults([name: value]).keys) == [field])
    }
}
