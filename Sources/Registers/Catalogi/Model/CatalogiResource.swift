public import Database
public import Kernel
public import Ledger

/// A resource of the catalogue.
public protocol CatalogiResource: Resource {
    /// What a client writes of its relations, beside its own fields.
    associatedtype Relations: Fields = NoRelations
    static var table: String { get }
    static var kinds: KeptKinds { get }
    /// For each derived field, by its name in snake case, the SQL that gives it; what is valid depends on the day.
    static func derived(_ dialect: Dialect, on day: Day) -> [String: String]
    /// The order of its lists, and its column that ends with the identity.
    static var order: Clause { get }
    /// Query parameters besides the declared ones; nil for a name that is none of them.
    static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause?
}

extension CatalogiResource {
    /// Its table, read as of a day.
    public static func kept(_ dialect: Dialect, on day: Day) -> Kept<Self> {
        Kept(table, kinds: kinds, derived: derived(dialect, on: day))
    }
}

/// A type that has versions over time, each with a first and a last day.
public protocol VersionedType: CatalogiResource {
    var uuid: Field<Identifier> { get }
    var catalogus: Field<Reference<Catalogus>> { get }
    var beginGeldigheid: Field<Day> { get }
    var eindeGeldigheid: Field<Day?> { get }
    var concept: Field<Bool> { get }
    /// What all versions of one type have in common: `identificatie` or `omschrijving`, also the name of the column.
    static var naam: (name: String, path: KeyPath<Self, Field<String>>) { get }
    static var published: EntryKind { get }
}

/// Something that belongs to one version of a zaaktype and changes only while that is a concept.
public protocol PartOfZaakType: CatalogiResource {
    var uuid: Field<Identifier> { get }
    var zaaktype: Field<Reference<ZaakType>> { get }
}

/// No relations to write.
public struct NoRelations: Fields {
    public static let declaration = Declaration(NoRelations())
}

/// What is copied from the zaaktype into each of its parts: a client may repeat it, not contradict it.
public struct PartRelations: Fields {
    public let catalogus = Field<Reference<Catalogus>?>(1, .blank)
    public let beginGeldigheid = Field<Day?>(2)
    public let eindeGeldigheid = Field<Day?>(3)
    public static let declaration = Declaration(PartRelations())
}
