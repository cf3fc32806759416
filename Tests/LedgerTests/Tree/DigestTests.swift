import Ledger
import Testing

struct DigestTests {
    @Test func `a digest is the same as text and bytes`() {
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(Digest.of([]).description == text)
        #expect(Digest(text) == Digest.of([]))
        #expect(Digest(bytes: Digest.of([]).bytes) == Digest.of([]))
        #expect(Digest.of([]).bytes.first == 0xE3)
        #expect(Digest.of([]).bytes.last == 0x55)
    }

    @Test func `SHA-256 of abc is the one that FIPS 180 prints`() {
        #expect(
            Digest.of(Array("abc".utf8))
                == digest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        )
    }

    @Test(arguments: ["", "00", String(repeating: "A", count: 64), String(repeating: "g", count: 64)])
    func `what is not 64 digits in lower case is refused`(text: String) {
        #expect(Digest(text) == nil)
    }

    @Test func `only 32 bytes make a digest`() {
        #expect(Digest(bytes: [UInt8](repeating: 1, count: 31)) == nil)
        #expect(Digest(bytes: [UInt8](repeating: 1, count: 33)) == nil)
    }
}
