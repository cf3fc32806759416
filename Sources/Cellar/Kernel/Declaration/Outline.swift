/// A declaration without its Swift types: what reads, writes and hashes go by.
///
/// It is made once from the properties of a `Fields`, and refuses a declaration that contradicts itself by stopping
/// the program with a sentence: that is a mistake in the code, seen at the first start.
public final class Outline: Sendable {
    /// A member of the JSON object.
    struct Entry: Sendable {
        let name: String
        let spec: FieldSpec
        /// The place of its value in a record and in a row; nil if it is made of others.
        let slot: Int?
    }

    let typeName: String
    /// In the order of declaration, which is that of JSON.
    let entries: [Entry]
    /// The entries that have a slot, in the order of slots: columns first, then what is derived.
    let slotted: [Entry]
    /// How the value of each slot is stored.
    let types: [ColumnType]
    /// The slot of each property; -1 where it has none.
    let propertySlots: [Int]
    /// The values of which nothing was given.
    let fallbacks: [Value?]
    /// Slots of columns in the order of field numbers.
    let hashOrder: [Int]
    let identity: Int?
    let names: NameTable
    let script: WriteScript

    init<F: Fields>(_ fields: F) {
        let type = "\(F.self)"
        let found = Outline.find(in: fields, type)
        Outline.check(found, F.self)
        let stored = found.filter { $0.spec.number != nil && $0.spec.column != nil }
        let derived = found.filter { $0.spec.number != nil && $0.spec.column == nil }
        let numbers = (stored + derived).map { $0.spec.number ?? 0 }
        typeName = type
        entries = found.map { name, spec in
            Entry(name: name, spec: spec, slot: spec.number.flatMap { numbers.firstIndex(of: $0) })
        }
        slotted = entries.filter { $0.slot != nil }.sorted { ($0.slot ?? 0) < ($1.slot ?? 0) }
        types = slotted.map(\.spec.kind.column)
        propertySlots = entries.map { $0.slot ?? -1 }
        fallbacks = slotted.map { $0.spec.fallback ?? ($0.spec.marks.contains(.derived) ? .null : nil) }
        hashOrder = stored.indices.sorted { numbers[$0] < numbers[$1] }
        identity = slotted.firstIndex { $0.spec.marks.contains(.identity) }
        names = NameTable(entries.map(\.name))
        script = WriteScript(entries, path: (F.self as? any Linkable.Type)?.path ?? "", identity: identity)
    }

    /// The slot of the field with a number; stops the program for a number that no field has.
    func slot(ofNumber number: Int?) -> Int {
        guard let slot = slotted.firstIndex(where: { $0.spec.number == number }) else {
            preconditionFailure("\(typeName) has no field \(number ?? 0)")
        }
        return slot
    }

    /// The largest number a field can have.
    static let numberMax = 1_000
}
