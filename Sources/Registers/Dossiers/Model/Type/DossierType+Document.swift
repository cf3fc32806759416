public import Kernel

extension DossierType {
    /// Reads a document; throws all that is wrong with it at once.
    public static func read(_ bytes: [UInt8]) throws(TypeFaults) -> DossierType {
        var faults = TypeFaults()
        let read = tree(bytes, &faults).flatMap { shape.read(Place(value: $0, path: "$"), &faults) }
        guard let type = read, faults.list.isEmpty else { throw faults }
        var check = TypeCheck(type)
        check.run()
        guard check.faults.list.isEmpty else { throw check.faults }
        return type
    }

    /// The document, members in the order of the schema, without what is usual.
    public var document: JSONValue { DossierType.shape.write(self) }

    /// The document as compact JSON: the same type always gives the same bytes.
    public var canonical: [UInt8] { document.bytes }

    /// The published schema of such documents: JSON schema 2020-12.
    public static var schema: JSONValue {
        let notation = Notation<DossierType>.object
        let definitions = notation.definitions.sorted { $0.key < $1.key }
        return .object([
            .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            .init("$id", .text("dossiertype.schema.json")),
            .init("$ref", .text("#/$defs/\(shape.name)")),
            .init("$defs", .object(definitions.map { .init($0.key, $0.value) })),
        ])
    }

    /// How large a document may be.
    public static let limits = JSONLimits(bytes: 1 << 20, depth: 16, text: 16_384, members: 100, elements: 500)

    /// The tree of a file, or a fault that says where it is no JSON.
    static func tree(_ bytes: [UInt8], _ faults: inout TypeFaults) -> JSONValue? {
        do throws(JSONError) {
            return try JSONValue(bytes, limits: limits)
        } catch {
            let path = error.steps.reduce("$") { $0 + (Int($1) == nil ? ".\($1)" : "[\($1)]") }
            faults.add(path, .notJSON, "Byte \(error.position): \(error.code.sentence)")
            return nil
        }
    }
}

extension JSONError.Code {
    /// What is wrong and the way out, in Dutch.
    fileprivate var sentence: String {
        switch self {
        case .unexpectedEnd: "het bestand houdt te vroeg op. Sluit alle haakjes en aanhalingstekens."
        case .unexpectedByte, .trailingBytes: "hier staat een teken te veel, of er ontbreekt een komma of haakje."
        case .invalidUTF8: "bewaar het bestand als UTF-8."
        case .controlCharacter: "haal de tab of de nieuwe regel uit de tekst, of schrijf \\n."
        case .invalidEscape, .loneSurrogate: "na een backslash (\\) staat iets onbekends."
        case .invalidNumber, .numberOutOfRange, .numberTooLong: "schrijf het getal zoals 12 of 12.5."
        case .unexpectedKind: "hier hoort iets anders te staan."
        case .duplicateMember: "deze naam staat er twee keer. Haal er een weg."
        case .documentTooLong: "het bestand is te groot: hoogstens 1 MB."
        case .tooDeep: "er zitten te veel haakjes in elkaar."
        case .textTooLong: "deze tekst is te lang."
        case .tooManyMembers: "deze lijst is te lang."
        }
    }
}
