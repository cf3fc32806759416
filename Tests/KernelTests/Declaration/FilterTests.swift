import Kernel
import Testing

struct FilterTests {
    private func condition(_ name: String, _ text: String) throws -> Condition {
        let filter = try #require(Zaak.declaration.filters.first { $0.name == name })
        return try filter.condition(text, SampleTown.addresses)
    }

    @Test func `a list has the parameters that its declaration names, and no others`() {
        #expect(Status.declaration.filters.map(\.name) == ["zaak", "statustype", "indicatieLaatstGezetteStatus"])
        let names = Zaak.declaration.filters.map(\.name)
        #expect(names.contains("identificatie__icontains"))
        #expect(names.contains("startdatum__gte"))
        #expect(names.contains("einddatum__isnull"))
        #expect(!names.contains("omschrijving"))
        #expect(Set(names).count == names.count)
    }

    @Test(
        arguments: [
            ("startdatum__gte", "2026-01-01", "startdatum", [.text("2026-01-01")]),
            ("einddatum__isnull", "true", "einddatum", [.integer(1)]),
            (
                "archiefnominatie__in", "vernietigen,blijvend_bewaren", "archiefnominatie",
                [.text("vernietigen"), .text("blijvend_bewaren")]
            ),
            ("identificatie__icontains", "12", "identificatie", [.text("12")]),
            ("bronorganisatie", "nergens", "bronorganisatie", [.text("nergens")]),
            (
                "zaaktype", "https://belfort.example/catalogi/api/v1/zaaktypen/0F8FAD5B-d9cb-469f-a165-70867728950e",
                "zaaktype", [.text("0f8fad5b-d9cb-469f-a165-70867728950e")]
            ),
            (
                "zaaktype", "https://belfort.example/catalogi/api/v1/iets/1", "zaaktype",
                [.text("https://belfort.example/catalogi/api/v1/iets/1")]
            ),
            ("vertrouwelijkheidaanduiding", "openbaar", "vertrouwelijkheidaanduiding", [.text("openbaar")]),
        ] as [(String, String, String, [Value])]
    )
    func `a value is read as its column stores it`(name: String, text: String, column: String, values: [Value]) throws {
        let condition = try condition(name, text)
        #expect(condition.column == column)
        #expect(condition.values == values)
    }

    @Test(arguments: [
        ("startdatum__gte", "gisteren", "invalid"), ("einddatum__isnull", "ja", "invalid"),
        ("archiefnominatie__in", "vernietigen,x", "invalid_choice"), ("zaaktype", "abc", "bad-url"),
        ("bronorganisatie__in", Array(repeating: "1", count: 501).joined(separator: ","), "max_length"),
    ])
    func `a wrong value is a fault of the parameter`(name: String, text: String, code: String) {
        let invalid = #expect(throws: Invalid.self) { try condition(name, text) }
        #expect(invalid?.faults.map(\.name) == [name])
        #expect(invalid?.faults.map(\.code) == [code])
    }
}
