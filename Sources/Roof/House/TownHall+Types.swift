import Dossiers
import Kernel
import Ledger

extension TownHall {
    /// What came of reading a dossier type for an import: sentences to show, and whether it can be published.
    public struct TypeImport: Sendable {
        public let lines: [String]
        public let isPublished: Bool
    }

    /// Reads a dossier type, says what publishing it does, and publishes it unless only a preview is wanted.
    ///
    /// A file is one batch: it is published whole, with all that stands for it in the catalogue, or not at all.
    public func importType(_ bytes: [UInt8], previewOnly: Bool, _ settings: Settings) async throws -> TypeImport {
        let type: DossierType
        do throws(TypeFaults) {
            type = try DossierType.read(bytes)
        } catch {
            return TypeImport(lines: error.list.map { "\($0.path): \($0.sentence)" }, isPublished: false)
        }
        let register = try dossiers(settings)
        let preview = try await register.preview(type)
        var lines = ["\(type.title.nl) (\(type.identification)), versie \(type.version)."]
        lines.append(
            "\(type.phases.count) fasen, \(type.tasks.count) taken, \(type.advices.count) adviezen, "
                + "\(type.form.fields.count) vragen, \(type.outcomes.count) resultaten."
        )
        if preview.isKnown { return TypeImport(lines: lines + ["Deze versie is al gepubliceerd."], isPublished: true) }
        lines += preview.changes
        if let obstacle = preview.obstacle { return TypeImport(lines: lines + [obstacle], isPublished: false) }
        guard !previewOnly else {
            return TypeImport(
                lines: lines + ["Dit kan gepubliceerd worden. Er is nog niets veranderd."],
                isPublished: true
            )
        }
        try await register.publish(type, by: .house, request: surroundings.identifier())
        return TypeImport(
            lines: lines + ["Gepubliceerd: nieuwe dossiers krijgen ze vanaf \(type.validFrom.written())."],
            isPublished: true
        )
    }
}
