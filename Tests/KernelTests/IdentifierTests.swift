import Kernel
import Testing

struct IdentifierTests {
    private let text = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"

    @Test func `an identifier is the same as text, bytes and numbers`() {
        let identifier = Identifier(high: 0x6BA7_B810_9DAD_41D1, low: 0x80B4_00C0_4FD4_30C8)
        #expect(identifier.description == text)
        #expect(Identifier(text) == identifier)
        #expect(Identifier(text.uppercased()) == identifier)
        #expect(Identifier(bytes: identifier.bytes) == identifier)
        #expect(identifier.bytes.first == 0x6B)
        #expect(identifier.bytes.last == 0xC8)
        var written: [UInt8] = []
        identifier.write(into: &written)
        #expect(written == Array(text.utf8))
    }

    @Test(arguments: [
        "", "6ba7b8109dad41d180b400c04fd430c8", "{6ba7b810-9dad-41d1-80b4-00c04fd430c8}",
        "urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8", "6ba7b810-9dad-41d1-80b4-00c04fd430cg",
        "6ba7b810-9dad-41d1-80b4-00c04fd430c", "6ba7b810-9dad-41d1-80b4-00c04fd430c88",
        "6ba7b81-09dad-41d1-80b4-00c04fd430c8", "6ba7b810_9dad_41d1_80b4_00c04fd430c8",
    ])
    func `what is not a UUID is refused`(text: String) {
        #expect(Identifier(text) == nil)
    }

    @Test func `only sixteen bytes make an identifier`() {
        #expect(Identifier(bytes: [UInt8](repeating: 1, count: 15)) == nil)
        #expect(Identifier(bytes: [UInt8](repeating: 1, count: 17)) == nil)
    }

    @Test func `drawn identifiers are version 4, differ, and sort as their texts do`() {
        var generator = SeededGenerator(seed: seed)
        let drawn = (0..<1_000).map { _ in Identifier.random(using: &generator) }
        #expect(Set(drawn).count == 1_000)
        for identifier in drawn {
            let characters = Array(identifier.description)
            #expect(characters[14] == "4")
            #expect("89ab".contains(characters[19]))
            #expect(Identifier(identifier.description) == identifier)
        }
        #expect(drawn.sorted().map(\.description) == drawn.map(\.description).sorted())
    }
}

struct TextTests {
    @Test func `a reader gets Dutch where their language is missing, and is told so`() {
        let text = Text(nl: "aanvraag", fr: "demande")
        #expect(text[.nl] == "aanvraag")
        #expect(text[.en] == "aanvraag")
        #expect(text[.fr] == "demande")
        #expect(Language.allCases.map { text.language(for: $0) } == [.nl, .nl, .fr])
    }
}
