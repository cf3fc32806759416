import Catalogi
public import Database
public import Kernel
import Ledger
import Vault

extension DocumentStore {
    /// Documents of one object that a page lists at most.
    public static let ofObjectMax = 500

    /// The documents of a zaak or decision, in the order in which they were made, as far as the visitor may see them.
    ///
    /// - Parameters:
    ///   - object: the path of the zaak or decision, such as `/zaken/api/v1/zaken/…`.
    ///   - visible: `DocumentMandate.visible(to:)`.
    public func documents(
        of object: Link,
        _ visible: Clause,
        limit: Int = ofObjectMax,
        in transaction: Transaction
    ) throws -> [DocumentSummary] {
        let ids = try transaction.all(Self.ofObject(object, visible, limit: min(limit, Self.ofObjectMax))) {
            Identifier($0.text(0))
        }.compactMap(\.self)
        return try ids.compactMap { try summary(of: $0, visible, in: transaction) }
    }

    static func ofObject(_ object: Link, _ visible: Clause, limit: Int) -> Clause {
        """
        SELECT enkelvoudiginformatieobject.uuid FROM objectinformatieobject
        JOIN enkelvoudiginformatieobject ON enkelvoudiginformatieobject.uuid = objectinformatieobject.informatieobject
        WHERE objectinformatieobject.object = \(object.stored) AND (\(visible))
        ORDER BY enkelvoudiginformatieobject.creatiedatum, enkelvoudiginformatieobject.uuid
        LIMIT \(.integer(Int64(limit)))
        """
    }

    /// One document as a page lists it; nil when it is not there or may not be seen.
    public func summary(
        of id: Identifier,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> DocumentSummary? {
        let kept = Self.rows.kept(transaction)
        return try kept.first(where: [kept.identity(id), visible], in: transaction).map { found in
            try summary(of: found.record, in: transaction)
        }
    }

    private func summary(
        of document: Record<EnkelvoudigInformatieObject>,
        in transaction: Transaction
    ) throws -> DocumentSummary {
        DocumentSummary(
            id: document.identifier,
            titel: document.titel,
            bestandsnaam: document.downloadName,
            formaat: document.formaat.isEmpty
                ? MediaKind(rawValue: document.soort)?.mediaType ?? "" : document.formaat,
            bestandsomvang: document.bestandsomvang,
            sha256: document.sha256,
            informatieobjecttype: document.informatieobjecttype,
            vertrouwelijkheidaanduiding: document.vertrouwelijkheidaanduiding,
            status: document.status,
            versie: document.versie,
            beginRegistratie: document.beginRegistratie,
            ontvangstdatum: document.ontvangstdatum,
            ingediendDoor: document.ingediendDoor,
            scan: try document.inhoudId.flatMap { try contents.content($0, transaction)?.state }
        )
    }
}

extension Record where F == EnkelvoudigInformatieObject {
    /// The name under which it is downloaded: the file's own, or the title with the extension of what it is.
    var downloadName: String {
        guard self.bestandsnaam.isEmpty else { return FileName(self.bestandsnaam).text }
        let kind = MediaKind(rawValue: self.soort)
        let ending = kind.map { $0 == .text ? ".txt" : ".\($0.rawValue)" } ?? ""
        return FileName(self.titel + (kind == .other ? "" : ending)).text
    }
}
