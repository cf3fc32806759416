import Kernel
import Ledger

/// How a resource is changed, whatever Store does it.
struct Verbs<R: CatalogiResource>: Sendable {
    let add: @Sendable (TypeInput<R>, TypeWork) throws -> Identifier
    let change: @Sendable (Identifier, TypeInput<R>, TypeWork) throws -> Void
    let replace: @Sendable (Identifier, TypeInput<R>, TypeWork) throws -> Void
    let remove: @Sendable (Identifier, TypeWork) throws -> Void
}

extension Verbs where R: WrittenVersion {
    /// Types of which one version follows another.
    static var version: Verbs {
        Verbs(
            add: { try VersionStore<R>($1).add($0).record.identifier },
            change: { _ = try VersionStore<R>($2).change($0, $1) },
            replace: { _ = try VersionStore<R>($2).replace($0, $1) },
            remove: { try VersionStore<R>($1).remove($0) }
        )
    }
}

extension Verbs where R: WrittenPart {
    /// Parts of a zaaktype.
    static var part: Verbs {
        Verbs(
            add: { try PartStore<R>($1).add($0).record.identifier },
            change: { _ = try PartStore<R>($2).change($0, $1) },
            replace: { _ = try PartStore<R>($2).replace($0, $1) },
            remove: { try PartStore<R>($1).remove($0) }
        )
    }
}

extension Verbs where R == Catalogus {
    /// The catalogue itself.
    static var catalogus: Verbs {
        Verbs(
            add: { try CatalogusStore($1).add($0.draft).record.identifier },
            change: { _ = try CatalogusStore($2).change($0, $1.draft) },
            replace: { _ = try CatalogusStore($2).replace($0, $1.draft) },
            remove: { try CatalogusStore($1).remove($0) }
        )
    }
}
