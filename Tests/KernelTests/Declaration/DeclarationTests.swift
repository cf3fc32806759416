import Kernel
import Testing

struct DeclarationTests {
    @Test func `columns stand in the order of declaration, with snake case names and the type that fits`() {
        let definitions = Status.declaration.columns.map(\.definition)
        #expect(
            definitions == [
                "uuid TEXT NOT NULL", "zaak TEXT NOT NULL", "statustype TEXT NOT NULL",
                "datum_status_gezet BIGINT NOT NULL", "statustoelichting TEXT NOT NULL", "gezetdoor TEXT",
            ]
        )
        #expect(Status.declaration.derivedColumns == ["indicatie_laatst_gezette_status", "zaakinformatieobjecten"])
        #expect(Thing.declaration.columns.map(\.definition).first == "maat DOUBLE PRECISION")
        #expect(Secretive.declaration.columns.map(\.definition) == ["nummer BYTEA NOT NULL"])
    }

    @Test func `every member of the standard's Zaak is declared`() throws {
        let zaak = try SampleTown.json(try SampleTown.draft(SampleTown.smallest).record())
        #expect(zaak.members?.count == 41)
        #expect(Zaak.declaration.columns.count == 32)
        #expect(Zaak.declaration.personal == ["omschrijving", "toelichting"])
    }

    @Test func `two fields with one number stop the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Doubled()) }
    }

    @Test func `a number that is retired stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Revived()) }
    }

    @Test func `a number out of range stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Numbered()) }
    }

    @Test func `a required field with a default stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Contrary()) }
    }

    @Test func `a default that breaks the field's own limit stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Excessive()) }
        await #expect(processExitsWith: .failure) { _ = Declaration(Empty()) }
    }

    @Test func `a label of what is no choice stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Mislabelled()) }
    }

    @Test func `a URL of a resource without identity stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Anonymous()) }
    }

    @Test func `a property that is no field stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = Declaration(Foreign()) }
    }
}

private struct Doubled: Fields {
    let a = Field<String>(1)
    let b = Field<Day?>(1)
    static let declaration = Declaration(Doubled())
}

private struct Revived: Fields {
    let a = Field<String>(1)
    let b = Field<String>(2)
    static let retired = [2]
    static let declaration = Declaration(Revived())
}

private struct Numbered: Fields {
    let a = Field<String>(0)
    static let declaration = Declaration(Numbered())
}

private struct Contrary: Fields {
    let a = Field<String>(1, .required, .default("x"))
    static let declaration = Declaration(Contrary())
}

private struct Excessive: Fields {
    let a = Field<Int>(1, .max(3), .default(4))
    static let declaration = Declaration(Excessive())
}

private struct Empty: Fields {
    let a = Field<[String]>(1, .min(1))
    static let declaration = Declaration(Empty())
}

private struct Mislabelled: Fields {
    let a = Field<String>(1)
    let b = Label(of: 1)
    static let declaration = Declaration(Mislabelled())
}

private struct Anonymous: Fields {
    let url = OwnURL()
    static let declaration = Declaration(Anonymous())
}

private struct Foreign: Fields {
    let a = Field<String>(1)
    let b = 2
    static let declaration = Declaration(Foreign())
}
