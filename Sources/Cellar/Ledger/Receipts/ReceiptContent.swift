import FoundationEssentials
public import Kernel

/// What a receipt says: read from inside the proof, so that it is true if the proof holds.
public struct ReceiptContent: Hashable, Sendable {
    /// The most documents that are read.
    public static let documentsMax = 1_000

    /// The number under which the town knows it.
    public let nummer: String
    /// When it came in.
    public let tijd: Instant
    /// What came in.
    public let documenten: [ReceiptDocument]

    /// Reads the clear payload: JSON with at least `nummer`, `tijd` (RFC 3339) and `documenten`, each of those with
    /// `naam` and `sha256` in 64 digits in lower case. UTF-8, no key twice in an object. Nil in any other form.
    public init?(json: [UInt8]) {
        // The decoder would also take UTF-16, or a byte order mark in front; other readers would not.
        guard json.count <= Entry.clearMax, json.first == UInt8(ascii: "{"), !json.contains(0),
            let form = try? JSONDecoder().decode(Form.self, from: Data(json)),
            JSONKeys.areUnique(in: json), !form.nummer.isEmpty, let tijd = Instant(form.tijd),
            form.documenten.count <= ReceiptContent.documentsMax
        else { return nil }
        let documenten = form.documenten.compactMap { document in
            Digest(document.sha256).map { ReceiptDocument(naam: document.naam, sha256: $0) }
        }
        guard documenten.count == form.documenten.count else { return nil }
        (nummer, self.tijd, self.documenten) = (form.nummer, tijd, documenten)
    }

    private struct Form: Decodable {
        let nummer: String
        let tijd: String
        let documenten: [Document]

        struct Document: Decodable {
            let naam: String
            let sha256: String
        }
    }
}

/// A document as its name and its hash.
public struct ReceiptDocument: Hashable, Sendable {
    /// The name of the file.
    public let naam: String
    /// SHA-256 of its bytes.
    public let sha256: Digest

    /// Takes both.
    public init(naam: String, sha256: Digest) {
        (self.naam, self.sha256) = (naam, sha256)
    }
}
