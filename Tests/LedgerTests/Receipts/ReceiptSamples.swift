import Foundation
import Kernel
import Ledger
import Testing

/// A receipt for two documents, in a log with 300 entries.
struct Taken {
    static let plan = Array("het plan".utf8)
    static let foto = Array("de foto".utf8)

    let receipt: Receipt
    /// The receipt as a file.
    var file: [UInt8] { receipt.bytes }

    /// Seals the payload, appends it as entry 137 and signs the log; with a witness if asked.
    init(json: String = Taken.json, witnessed: Bool = false) throws {
        var sample = Sample()
        sample.clear = Array(json.utf8)
        let (entry, sealed) = try sample.seal()
        let box = TileBox()
        try box.append((0..<137).map(leaf) + [entry.leaf] + (138..<300).map(leaf), after: 0)
        var tree = try Tree(size: 300, read: box.read)
        let checkpoint = try Checkpoint(origin: Known.origin, size: 300, root: try tree.root())
        var note = try checkpoint.signed(by: Known.log)
        if witnessed { try note.add(try Known.witness.cosign(checkpoint, timestamp: Known.timestamp)) }
        receipt = try Receipt(
            entry: entry,
            opening: try entry.open(sealed, chainKey: sample.chainKey),
            proof: try tree.inclusion(of: 137),
            note: note
        )
    }

    /// What the town took in.
    static let json = """
        {"nummer":"OV-2026-0001","tijd":"2026-11-24T20:37:59+01:00","toelichting":"één dakkapel","documenten":[\
        {"naam":"plan.pdf","sha256":"\(Digest.of(plan))"},{"naam":"foto.jpg","sha256":"\(Digest.of(foto))"}]}
        """

    /// A document as somebody holds it, under a name of their own.
    static func held(_ bytes: [UInt8], as naam: String = "mijn plan.pdf") -> ReceiptDocument {
        ReceiptDocument(naam: naam, sha256: .of(bytes))
    }
}

/// One way to spoil a receipt, told apart by name.
struct Tampering: CustomTestStringConvertible, Sendable {
    let name: String
    let spoil: @Sendable (String) -> String

    var testDescription: String { name }

    /// Every kind of line, spoilt in ways that the form alone does not give away.
    static let all = [
        line("the first line of another version", 0) { _ in "c2sp.org/tlog-proof@v2" },
        line("another entry", 1) { last(of: $0, turning: 5 + 60) },
        line("another nonce", 1) { last(of: $0, turning: 5 + 244 + 4 + 3) },
        line("another payload", 1) { last(of: $0, turning: 5 + 244 + 4 + 32 + 4 + 12) },
        line("another length", 1) { last(of: $0, turning: 4) },
        line("no opening", 1) { _ in "extra " },
        line("another place", 2) { _ in "index 138" },
        line("a place beyond the log", 2) { _ in "index 300" },
        line("a place with a leading zero", 2) { _ in "index 0137" },
        line("another hash in the path", 3) { _ in "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
        line("a hash of another length", 4) { _ in "AAAA" },
        Tampering(name: "a hash left out") { remove(line: 5, of: $0) },
        Tampering(name: "the opening left out") { remove(line: 1, of: $0) },
        line("another log", -6) { $0 + "x" },
        line("another size", -5) { _ in "301" },
        line("another root", -4) { _ in "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
        line("another first half of the signature", -2) { last(of: $0, turning: 4 + 31) },
        line("another second half of the signature", -2) { last(of: $0, turning: 4 + 32) },
        line("a signature cut short", -2) { String($0.dropLast(4)) },
        line("the signature of a stranger", -2) { $0.replacing("+AJ", with: "+BJ") },
        Tampering(name: "no signature") { String($0[..<($0.range(of: "— ")?.lowerBound ?? $0.endIndex)]) },
        Tampering(name: "a line more at the end") { $0 + "\n" },
        Tampering(name: "nothing at all") { _ in "" },
    ]

    private static func line(_ name: String, _ number: Int, _ change: @escaping @Sendable (String) -> String) -> Self {
        Tampering(name: name) { text in
            var lines = text.components(separatedBy: "\n")
            let place = number < 0 ? lines.count + number : number
            lines[place] = change(lines[place])
            return lines.joined(separator: "\n")
        }
    }

    private static func remove(line number: Int, of text: String) -> String {
        var lines = text.components(separatedBy: "\n")
        lines.remove(at: number)
        return lines.joined(separator: "\n")
    }

    /// Turns a bit of one byte of the base64 that ends a line.
    private static func last(of line: String, turning place: Int) -> String {
        var words = line.components(separatedBy: " ")
        guard let data = words.popLast().flatMap({ Data(base64Encoded: $0) }) else { return "" }
        return (words + [Data(flipped(Array(data), bit: place * 8)).base64EncodedString()]).joined(separator: " ")
    }
}
