import ArgumentParser
import Crypto
import Foundation
import Kernel
import Ledger

struct Proof: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bewijzen van wat het grootboek zegt.",
        subcommands: [ProofCheck.self]
    )
}

struct ProofCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kijkt een ontvangstbewijs na, zonder netwerk en zonder het huis.",
        discussion: "Eindigt met 0 als alles klopt, met 1 als er iets niet klopt, met 2 als er niet gekeken kon worden."
    )

    @Argument(help: "Het bewijs.", completion: .file(extensions: ["tlog-proof"]))
    var file: String

    @Argument(help: "Documenten die in het bewijs moeten staan.")
    var documents: [String] = []

    @Option(help: "De sleutel van het huis (naam+nummer+sleutel); te vinden op /.well-known/belfort-key.")
    var key: [String]

    func run() throws {
        let verdict: Verdict
        do {
            verdict = try check()
        } catch {
            FileHandle.standardError.write(Data("proof check: \(error)\n".utf8))
            throw ExitCode(2)
        }
        for line in verdict.lines(in: .nl) { print(line) }
        if !verdict.isGood { throw ExitCode(1) }
    }

    private func check() throws -> Verdict {
        let keys = try key.map { line in
            guard let key = VerifierKey(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw ValidationError("'\(line)' is geen sleutel van de vorm naam+nummer+sleutel")
            }
            return key
        }
        let receipt = try Data(contentsOf: URL(filePath: file), options: .alwaysMapped)
        guard receipt.count <= Receipt.sizeMax else { throw ValidationError("\(file) is te groot voor een bewijs") }
        let documents = try documents.map { ReceiptDocument(naam: $0, sha256: try Self.hash(of: $0)) }
        return Receipt.check(Array(receipt), keys: keys, documents: documents)
    }

    /// Read piece by piece, so that a document may be larger than memory.
    private static func hash(of path: String) throws -> Ledger.Digest {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        var hasher = SHA256()
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { hasher.update(data: chunk) }
        guard let digest = Ledger.Digest(bytes: Array(hasher.finalize())) else {
            throw ValidationError("\(path) kon niet gelezen worden")
        }
        return digest
    }
}
