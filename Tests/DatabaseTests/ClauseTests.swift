import Database
import Kernel
import Testing

@Suite struct ClauseTests {
    @Test func `numbered parameters keep their values wherever the clause comes to stand`() {
        let numbered = Clause(numbered: "(a = $2 OR b IN ($1, $2) OR c = $10)", (1...10).map { .integer($0) })
        let whole: Clause = "x = \(.text("y")) AND \(numbered) AND z = \(.integer(99))"
        #expect(whole.sql() == "x = $1 AND (a = $2 OR b IN ($3, $4) OR c = $5) AND z = $6")
        #expect(whole.values == [.text("y"), .integer(2), .integer(1), .integer(2), .integer(10), .integer(99)])
    }

    @Test func `a condition without parameters stays as it is`() {
        let clause = Clause(numbered: "(1 = 0)", [])
        #expect(clause.sql() == "(1 = 0)")
        #expect(clause.values.isEmpty)
    }
}
