import Testing

@testable import Access

@Suite struct LevelTests {
    @Test func `a program is never taken for a person, however surely it is known`() {
        #expect(!Level.program.isAtLeast(.anonymous))
        #expect(!Level.house.isAtLeast(.anonymous))
        #expect(!Level.high.isAtLeast(.program))
    }

    @Test func `a level holds all levels below it`() {
        #expect(Level.high.isAtLeast(.mailedLink))
        #expect(Level.twoFactors.isAtLeast(.twoFactors))
        #expect(!Level.password.isAtLeast(.twoFactors))
    }
}
