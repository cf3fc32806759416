import Kernel

/// The letters that the house writes where a type has none of its own.
///
/// So a type only writes what is different for it, and a better sentence in one place reaches every type. They may use
/// the names that each dossier has, but no fields of a form.
public struct HouseLetters: Described {
    /// One letter of each kind at most.
    public internal(set) var letters: [Letter] = []

    init() {}

    /// Reads a document of letters; throws all that is wrong with it at once.
    public static func read(_ bytes: [UInt8]) throws(TypeFaults) -> HouseLetters {
        var faults = TypeFaults()
        let read = DossierType.tree(bytes, &faults).flatMap { shape.read(Place(value: $0, path: "$"), &faults) }
        guard let house = read, faults.list.isEmpty else { throw faults }
        var type = DossierType()
        type.letters = house.letters
        var check = TypeCheck(type)
        check.checkTexts()
        guard check.faults.list.isEmpty else { throw check.faults }
        return house
    }

    /// The letter of that kind for a dossier of that type: its own, or that of the house.
    public func letter(_ kind: Letter.Kind, for type: DossierType) -> Letter? {
        type.letters.first { $0.kind == kind } ?? letters.first { $0.kind == kind }
    }

    static let shape = Shape<HouseLetters>(
        "Huisbrieven",
        "De brieven van het huis",
        "Letters used where a type has none of its own.",
        [.list("brieven", \.letters, .object, 1...20, "Brieven", "One of each kind.")]
    )
}
