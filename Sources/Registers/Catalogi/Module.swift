public import Database
import Kernel
public import Ledger

/// The catalogue of types: what a town can have as zaak, document and decision.
///
/// Standard: ZGW Catalogi API 1.3.3 (VNG). docs/catalogi.md says what is decided here beside it.
public struct CatalogiModule: Sendable {
    /// The tables, in the order in which they are made.
    public static let migrations = [
        Catalogus.migration, ZaakType.migration, ZaakTypeRelatie.migration, StatusType.migration,
        ResultaatType.migration, RolType.migration, Eigenschap.migration, InformatieObjectType.migration,
        ZaakTypeInformatieObjectType.migration, BesluitType.migration, ZaakObjectType.migration,
    ]

    /// The tables whose rows the ledger vouches for.
    public static let states = [
        state(Catalogus.self), state(ZaakType.self), state(ZaakTypeRelatie.self), state(StatusType.self),
        state(ResultaatType.self), state(RolType.self), state(Eigenschap.self), state(InformatieObjectType.self),
        state(ZaakTypeInformatieObjectType.self), state(BesluitType.self), state(ZaakObjectType.self),
    ]

    /// The kinds of entries, by the table of which they tell; docs/catalogi.md lists them.
    public static let kinds = [
        Catalogus.table: Catalogus.kinds, ZaakType.table: ZaakType.kinds, ZaakTypeRelatie.table: ZaakTypeRelatie.kinds,
        StatusType.table: StatusType.kinds, ResultaatType.table: ResultaatType.kinds, RolType.table: RolType.kinds,
        Eigenschap.table: Eigenschap.kinds, InformatieObjectType.table: InformatieObjectType.kinds,
        ZaakTypeInformatieObjectType.table: ZaakTypeInformatieObjectType.kinds,
        BesluitType.table: BesluitType.kinds, ZaakObjectType.table: ZaakObjectType.kinds,
    ]

    /// The kinds of entries that tell of a publication.
    public static let published = [ZaakType.published, InformatieObjectType.published, BesluitType.published]

    /// A state has no derived field, so the day does not matter.
    private static func state<R: CatalogiResource>(_ type: R.Type) -> KeptState {
        R.kept(.sqlite, on: .first).state
    }
}
