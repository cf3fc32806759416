import Crypto
import Ledger
import Pages
import Web

/// The check of a receipt on the town's own site; docs/check-receipt.py does the same without it.
struct ReceiptRoutes {
    let journal: Journal
    let brand: Brand

    /// A receipt and the documents of one dossier; nothing of it is kept.
    private static let bodyMax = 256 << 20

    var routes: [Route] {
        [
            .get("/bewijs", policy: .everyone) { [brand] _, _ in .page(receiptForm(brand).html.bytes) },
            .post("/bewijs", policy: .everyone, bodyMax: Self.bodyMax) { [brand, journal] request, _ in
                let upload = try await ReceiptUpload(request.parts())
                guard !upload.receipt.isEmpty else {
                    let page = receiptForm(brand, error: "Kies het bestand met het bewijs.")
                    return .page(page.html.bytes, status: .unprocessableContent)
                }
                let verdict = Receipt.check(upload.receipt, keys: [journal.verifierKey], documents: upload.documents)
                return .page(verdictPage(verdict, upload, brand).html.bytes)
            },
        ]
    }
}

/// What somebody handed in to be checked: the receipt whole, of each document its hash.
struct ReceiptUpload {
    private(set) var receipt: [UInt8] = []
    private(set) var documents: [ReceiptDocument] = []

    /// Reads the parts as they come; a document is hashed chunk by chunk and never held.
    init(_ parts: Parts) async throws {
        for try await part in parts {
            guard let name = part.fileName, !name.isEmpty else { continue }
            if part.name == "bewijs" {
                receipt = try await Self.bytes(of: part)
            } else {
                documents.append(ReceiptDocument(naam: name, sha256: try await Self.hash(of: part)))
            }
        }
    }

    private static func bytes(of part: Part) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in part {
            guard bytes.count + chunk.count <= Receipt.sizeMax else { throw Refusal.tooLarge(most: Receipt.sizeMax) }
            bytes += chunk
        }
        return bytes
    }

    private static func hash(of part: Part) async throws -> Ledger.Digest {
        var hasher = SHA256()
        for try await chunk in part { hasher.update(data: chunk) }
        return Ledger.Digest(bytes: Array(hasher.finalize())) ?? .zero
    }
}
