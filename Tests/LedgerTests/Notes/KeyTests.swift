import Kernel
import Ledger
import Testing

struct KeyTests {
    @Test func `the public half of the first key of RFC 8032 is the one printed there`() throws {
        let seed = hexadecimal("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        let key = try #require(Known.signer("a", seed: seed).verifierKey())
        #expect(key.publicKey == hexadecimal("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    }

    @Test func `a key is printed and read as another program does it`() throws {
        #expect(Known.log.verifierKey()?.description == Known.logKey)
        #expect(Known.witness.verifierKey(.cosignature)?.description == Known.witnessKey)
        let key = try #require(VerifierKey(Known.logKey))
        #expect(key.name == Known.origin)
        #expect(key.id == 0xF802_71C9)
        #expect(key.description == Known.logKey)
    }

    @Test func `a changed character of a key is noticed`() {
        var generator = SeededGenerator(seed: seed)
        for place in 0..<Known.logKey.utf8.count {
            var bytes = Array(Known.logKey.utf8)
            bytes[place] = UInt8.random(in: 0x21...0x7E, using: &generator)
            let text = String(decoding: bytes, as: UTF8.self)
            if text != Known.logKey { #expect(VerifierKey(text) == nil, "\(text)") }
        }
    }

    @Test(arguments: ["", "a", "a+b", "a+b+c", "++", "+00000000+AQ==", "a+00000000+", "a+f80271c9+AQ=="])
    func `what is no key is refused`(text: String) {
        #expect(VerifierKey(text) == nil)
    }

    @Test(arguments: ["", "a b", "a+b", "a\nb", "a\u{00A0}b", "a\u{2003}b", "a\tb", String(repeating: "a", count: 256)])
    func `a name that the specification forbids signs nothing`(name: String) {
        #expect(SigningKey(name: name, seed: [UInt8](repeating: 1, count: 32)) == nil)
        #expect(VerifierKey(name: name, algorithm: .ed25519, publicKey: [UInt8](repeating: 1, count: 32)) == nil)
    }

    @Test func `a key has 32 bytes, and its secret does not print`() {
        #expect(SigningKey(name: "a", seed: [1]) == nil)
        #expect(VerifierKey(name: "a", algorithm: .ed25519, publicKey: [1]) == nil)
        var dumped = ""
        dump(Known.log, to: &dumped)
        #expect(dumped == "- SigningKey stad.example/belfort-ledger\n")
    }
}
