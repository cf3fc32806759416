import Kernel
import Testing

struct SchemaTests {
    private func schema<F: Fields>(_ declaration: Declaration<F>) throws -> JSONValue {
        try JSONValue(JSONWriter.bytes { declaration.writeSchema(to: &$0) })
    }

    @Test func `the schema says of each member what its declaration says`() throws {
        let properties = try #require(try schema(Zaak.declaration)["properties"])
        #expect(properties.members?.count == 41)
        #expect(properties["url"] == (try JSONValue(Array(#"{"type":"string","format":"uri","readOnly":true}"#.utf8))))
        #expect(properties["bronorganisatie"]?["maxLength"]?.integer == 9)
        #expect(properties["bronorganisatie"]?["minLength"]?.integer == 1)
        #expect(properties["omschrijving"]?["minLength"] == nil)
        #expect(properties["startdatum"]?["format"]?.text == "date")
        #expect(properties["startdatum"]?["nullable"] == nil)
        #expect(properties["einddatum"]?["nullable"] == .boolean(true))
        #expect(properties["einddatum"]?["readOnly"] == .boolean(true))
        #expect(properties["laatsteBetaaldatum"]?["format"]?.text == "date-time")
        #expect(properties["betalingsindicatie"]?["enum"]?[4]?.text == "")
        #expect(properties["betalingsindicatie"]?["description"]?.text?.contains("* `nvt` - ") == true)
        #expect(properties["zaakgeometrie"]?["allOf"]?[0]?["$ref"]?.text == "#/components/schemas/GeoJSONGeometry")
        #expect(properties["kenmerken"]?["items"]?["properties"]?["bron"]?["maxLength"]?.integer == 40)
        #expect(properties["kenmerken"]?["items"]?["required"] == .array([.text("kenmerk"), .text("bron")]))
        #expect(properties["verlenging"]?["properties"]?["duur"]?["format"]?.text == "duration")
        #expect(properties["rollen"]?["items"]?["format"]?.text == "uri")
    }

    @Test func `required are the members that a client must give and those that are always there`() throws {
        let required = try schema(Status.declaration)["required"]
        let names = (0..<9).compactMap { required?[$0]?.text }
        #expect(
            names == [
                "url", "uuid", "zaak", "statustype", "datumStatusGezet", "indicatieLaatstGezetteStatus",
                "zaakinformatieobjecten",
            ]
        )
    }

    @Test func `parameters have a name, a place and a type`() throws {
        let parameters = try JSONValue(JSONWriter.bytes { Zaak.declaration.writeParameters(to: &$0) })
        let first = try #require(parameters[0])
        #expect(first["name"]?.text == "identificatie")
        #expect(first["in"]?.text == "query")
        #expect(first["schema"]?["type"]?.text == "string")
        #expect(first["description"]?.text?.isEmpty == false)
    }

    @Test func `a page has the four members of ZGW`() throws {
        let page = JSONWriter.bytes { writer in
            writer.page(count: 2, next: "https://a/?page=2", previous: nil) { writer in
                writer.integer(1)
                writer.integer(2)
            }
        }
        let text = #"{"count":2,"next":"https://a/?page=2","previous":null,"results":[1,2]}"#
        #expect(String(decoding: page, as: UTF8.self) == text)
    }
}
