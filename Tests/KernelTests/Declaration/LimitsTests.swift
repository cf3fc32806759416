import Kernel
import Testing

struct LimitsTests {
    private func codes(_ json: String) throws -> [String] {
        let draft = try Draft<Meting>.read(Array(json.utf8), SampleTown.addresses)
        do throws(Invalid) {
            _ = try draft.record()
            return []
        } catch {
            return error.faults.map { "\($0.name) \($0.code)" }
        }
    }

    @Test(arguments: [
        (#"{"aantal":0}"#, "aantal min_value"), (#"{"aantal":11}"#, "aantal max_value"),
        (#"{"aantal":1.5}"#, "aantal invalid"), (#"{"aantal":"1"}"#, "aantal invalid"),
        (#"{"aantal":9223372036854775808}"#, "aantal invalid"),
        (#"{"maat":100.5}"#, "maat max_value"), (#"{"maat":-1}"#, "maat min_value"),
        (#"{"code":"12a"}"#, "code only-digits"), (#"{"code":"1"}"#, "code min_length"),
        (#"{"code":"12345"}"#, "code max_length"),
        (#"{"soort":"Xyz"}"#, "soort invalid"),
        (#"{"woorden":["a","b","c","d"]}"#, "woorden max_length"),
        (#"{"woorden":["a","a"]}"#, "woorden duplicate"), (#"{"woorden":["a",""]}"#, "woorden.1 blank"),
        (#"{"nummers":[1,"2"]}"#, "nummers.1 invalid"), (#"{"woorden":"a"}"#, "woorden not_a_list"),
        (#"{"id":"6ba7b810"}"#, "id invalid"), (#"{"duur":"1 dag"}"#, "duur invalid"),
    ])
    func `a value beyond its limits is one fault with the code of that limit`(json: String, fault: String) throws {
        #expect(try codes(json) == [fault])
    }

    @Test(arguments: [
        #"{"aantal":1}"#, #"{"aantal":10}"#, #"{"maat":100}"#, #"{"maat":0.0}"#, #"{"code":"12"}"#, #"{"code":""}"#,
        #"{"soort":"abc_d"}"#, #"{"woorden":["a"]}"#, #"{"nummers":[1,1]}"#, #"{"nummers":[]}"#, #"{"duur":"PT5M"}"#,
        #"{"tijden":["2026-11-24T10:00:00Z"],"vlaggen":[true,false],"bochten":[1.5,2]}"#,
    ])
    func `a value at its limits is taken, and comes back`(json: String) throws {
        #expect(try codes(json) == [])
        let meting = try Draft<Meting>.read(Array(json.utf8), SampleTown.addresses).record()
        let again = try Draft<Meting>.read(try SampleTown.json(meting).bytes, SampleTown.addresses).record()
        #expect(again == meting)
        #expect(try Record<Meting>(SampleRow(values: meting.values)) == meting)
    }

    @Test func `a list that must hold something is not empty`() throws {
        for json in [#"{"namen":[]}"#, #"{"namen":["a"]}"#] {
            let invalid = #expect(throws: Invalid.self) {
                try Draft<Lijst>.read(Array(json.utf8), SampleTown.addresses).record()
            }
            #expect(invalid?.faults == [Fault("namen", "empty")])
        }
    }

    @Test func `lists of each type are read with their type`() throws {
        let json = #"{"tijden":["2026-11-24T10:00:00+01:00"],"vlaggen":[true,false],"bochten":[1.5,2],"nummers":[7]}"#
        let meting = try Draft<Meting>.read(Array(json.utf8), SampleTown.addresses).record()
        #expect(meting.tijden == [instant("2026-11-24T09:00:00Z")])
        #expect(meting.vlaggen == [true, false])
        #expect(meting.bochten == [1.5, 2])
        #expect(meting.nummers == [7])
        #expect(try SampleTown.json(meting)["tijden"]?[0]?.text == "2026-11-24T09:00:00Z")
        #expect(try SampleTown.json(meting)["vlaggen"] == .array([.boolean(true), .boolean(false)]))
    }

    @Test func `the schema names the limits`() throws {
        let schema = try JSONValue(JSONWriter.bytes { Meting.declaration.writeSchema(to: &$0) })["properties"]
        #expect(schema?["aantal"]?["minimum"]?.integer == 1)
        #expect(schema?["aantal"]?["maximum"]?.integer == 10)
        #expect(schema?["code"]?["pattern"]?.text == "^[0-9]*$")
        #expect(schema?["woorden"]?["uniqueItems"] == .boolean(true))
        #expect(schema?["woorden"]?["maxItems"]?.integer == 3)
    }
}

/// A field with each kind of limit.
struct Meting: Fields {
    let id = Field<Identifier?>(1)
    let aantal = Field<Int>(2, .min(1), .max(10), .default(5))
    let maat = Field<Double?>(3, .min(0), .max(100))
    let code = Field<String>(4, .min(2), .max(4), .pattern(.digits))
    let soort = Field<String>(
        5,
        .pattern(Pattern("^[a-z_]+$") { $0.allSatisfy { $0 == 0x5F || $0 &- 0x61 < 26 } })
    )
    let woorden = Field<[String]>(6, .max(3), .unique)
    let nummers = Field<[Int]>(7)
    let duur = Field<Period?>(8)
    let tijden = Field<[Instant]>(9)
    let vlaggen = Field<[Bool]>(10)
    let bochten = Field<[Double]>(11)
    static let declaration = Declaration(Meting())
}

struct Lijst: Fields {
    let namen = Field<[String]>(1, .required, .min(2))
    static let declaration = Declaration(Lijst())
}
