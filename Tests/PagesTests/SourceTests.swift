import Testing

/// What the type cannot see about the use of `HTML` in the sources, of any target.
@Suite struct SourceTests {
    @Test func `a value in an attribute stands in double quotes`() {
        for (file, text) in WordsTests.sources where text.contains("HTML(") {
            #expect(!text.contains(/<[a-z][^>"]*=\\\(/), "\(file): quote the attribute")
            #expect(!text.contains(/=\\?'\\\(/), "\(file): use double quotes")
        }
    }

    @Test func `no page brings a script or a style of its own`() {
        for (file, text) in WordsTests.sources where text.contains("HTML(") {
            #expect(!text.contains(/\s(?:style|on[a-z]{3,})=\\?"/), "\(file): use a class or the script")
            #expect(!text.contains("<style"), "\(file): use the stylesheet")
        }
    }

    @Test func `text never stands where escaping has other rules`() {
        for (file, text) in WordsTests.sources where text.contains("HTML(") {
            #expect(!text.contains("<!--"), "\(file): no comments in markup")
            let scripts = text.matches(of: /<script([^>]*)>/).map { String($0.1) }
            #expect(scripts.allSatisfy { $0.contains("src=") }, "\(file): scripts are files")
        }
    }
}
