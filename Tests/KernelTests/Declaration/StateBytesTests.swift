import Kernel
import Testing

/// The bytes that are hashed must never change by themselves: hashes in the ledger stand for ever.
struct StateBytesTests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func `the bytes are number, type, length and value in the order of numbers`() throws {
        var draft = Draft<Thing>()
        draft.naam = "é"
        draft.aantal = 258
        draft.kleur = .rood
        draft.maat = 1.5
        let expected = [
            "0001" + "03" + "00000002" + "c3a9",
            "0004" + "01" + "00000008" + "0000000000000102",
            "0007" + "02" + "00000008" + "3ff8000000000000",
        ]
        #expect(hex(try draft.record().stateBytes()) == expected.joined())
    }

    @Test func `a null where the default is another value counts`() throws {
        var draft = Draft<Thing>()
        draft.naam = "b"
        draft.aantal = -1
        draft.kleur = .some(nil)
        let expected =
            "0001" + "03" + "00000001" + "62" + "0004" + "01" + "00000008" + "ffffffffffffffff"
            + "0009" + "00" + "00000000"
        #expect(hex(try draft.record().stateBytes()) == expected)
    }

    @Test func `a field that is added later changes nothing`() throws {
        var before = Draft<Thing>()
        before.naam = "a"
        before.aantal = 1
        var after = Draft<LaterThing>()
        after.naam = "a"
        after.aantal = 1
        #expect(try before.record().stateBytes() == (try after.record().stateBytes()))
        after.extra = "b"
        #expect(try before.record().stateBytes() != (try after.record().stateBytes()))
    }

    @Test func `a member added to a part changes nothing in the text that is stored`() throws {
        var part = Draft<Thing>()
        part.naam = "a"
        part.aantal = 1
        var later = Draft<LaterThing>()
        later.naam = "a"
        later.aantal = 1
        #expect(try part.record().stored == .text(#"{"naam":"a","aantal":1}"#))
        #expect(try part.record().stored == (try later.record().stored))
        #expect(Record<LaterThing>(stored: try part.record().stored) == (try later.record()))
    }

    @Test func `references count as ids, without a host`() throws {
        let here = try SampleTown.draft(SampleTown.smallest).record()
        let elsewhere = try #require(Addresses(publicURL: "https://verhuisd.example"))
        let json = SampleTown.smallest.replacing("belfort.example", with: "verhuisd.example")
        var draft = try Draft<Zaak>.read(Array(json.utf8), elsewhere)
        draft.uuid = SampleTown.id
        draft.registratiedatum = day("2026-11-24")
        draft.vertrouwelijkheidaanduiding = .intern
        #expect(here.stateBytes() == (try draft.record().stateBytes()))
    }

    @Test func `what is derived does not count`() throws {
        var zaak = try SampleTown.draft(SampleTown.smallest).record()
        let before = zaak.stateBytes()
        zaak.status = .own(SampleTown.other)
        #expect(zaak.stateBytes() == before)
    }

    @Test func `of a secret field the sealed bytes count`() throws {
        var draft = Draft<Secretive>()
        draft.nummer = "85073003328"
        #expect(hex(try draft.record().stateBytes(sealed: [3: [0xAB, 0xCD]])) == "0003" + "04" + "00000002" + "abcd")
    }

    @Test func `a secret field without its sealed bytes stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var draft = Draft<Secretive>()
            draft.nummer = "85073003328"
            _ = try draft.record().stateBytes()
        }
    }
}

enum Kleur: String, Choice { case rood, blauw }

struct Thing: Fields {
    let maat = Field<Double?>(7)
    let naam = Field<String>(1, .required)
    let aantal = Field<Int>(4)
    let kleur = Field<Kleur?>(9, .default(Kleur.rood))
    static let declaration = Declaration(Thing())
}

struct LaterThing: Fields {
    let maat = Field<Double?>(7)
    let extra = Field<String>(2)
    let naam = Field<String>(1, .required)
    let aantal = Field<Int>(4)
    let vlag = Field<Bool>(10)
    let kleur = Field<Kleur?>(9, .default(Kleur.rood))
    static let declaration = Declaration(LaterThing())
}

struct Secretive: Fields {
    let nummer = Field<String>(3, .secret, .personal, .required)
    static let declaration = Declaration(Secretive())
}
