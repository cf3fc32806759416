public import Catalogi
public import Database
public import Kernel
import Ledger

/// What the register of documents must know of others, which it asks within its own transaction.
public struct DocumentNeighbours: Sendable {
    /// What the catalogue says of a type; nil when there is none, or it stands in another house.
    public var informatieobjecttype:
        @Sendable (Reference<InformatieObjectType>, Transaction) throws -> DocumenttypeFacts?

    public init(
        informatieobjecttype:
            @escaping @Sendable (Reference<InformatieObjectType>, Transaction) throws -> DocumenttypeFacts?
    ) {
        self.informatieobjecttype = informatieobjecttype
    }

    /// Asks the catalogue of this house.
    public static let catalogi = DocumentNeighbours { reference, transaction in
        guard let id = reference.identifier else { return nil }
        // What a version says does not depend on the day; only what is derived does.
        let kept = InformatieObjectType.kept(transaction.dialect, on: .first)
        return try kept.first(where: [kept.identity(id)], in: transaction).map { found in
            DocumenttypeFacts(
                isPublished: !found.record.concept,
                vertrouwelijkheidaanduiding: found.record.vertrouwelijkheidaanduiding
            )
        }
    }
}
