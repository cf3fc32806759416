import Database
import Kernel

/// Finds what else was asked of the same type, for the checks that a form names.
enum SimilarDossierStore {
    /// A dossier of that type, as far as a check looks at it before it opens the dossier.
    struct Row {
        let dossier: Identifier
        let applicant: String
        let answers: Answers
    }

    /// How many are looked at, the last received first.
    static let most = 1_000

    /// The dossiers of a type, in any version; secret answers are not among what is read.
    static func rows(of identification: String, in transaction: Transaction) throws -> [Row] {
        try transaction.all(
            """
            SELECT dossier.zaak, dossier.aanvrager, dossier.antwoorden FROM dossier
            JOIN dossiertype ON dossiertype.uuid = dossier.dossiertype
            WHERE dossiertype.identificatie = \(.text(identification))
            ORDER BY dossier.ontvangen DESC, dossier.zaak LIMIT \(.integer(Int64(most)))
            """ as Clause
        ) { row -> Row? in
            guard let dossier = Identifier(row.text(0)),
                let answers = Answers(
                    json: try JSONValue(Array(row.text(2).utf8), limits: DossierRegister.answerLimits)
                )
            else { return nil }
            return Row(dossier: dossier, applicant: row.text(1), answers: answers)
        }.compactMap(\.self)
    }
}
