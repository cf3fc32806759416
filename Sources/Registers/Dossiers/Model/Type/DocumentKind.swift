public import Kernel

/// A kind of document (ZGW informatieobjecttype).
public struct DocumentKind: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// What people call it.
    public internal(set) var title = Text.blank
    /// What it must show.
    public internal(set) var note: Text?
    /// Which files are taken.
    public internal(set) var mediaTypes: [MediaType] = [.pdf, .jpeg, .png]
    /// The largest file, in megabytes of 1 000 000 bytes.
    public internal(set) var megabytes = 20
    /// How far it is closed, if other than its dossier.
    public internal(set) var confidentiality: DossierType.Confidentiality?

    init() {}

    /// Files that the town can read.
    public enum MediaType: String, CaseIterable, Sendable {
        case pdf = "application/pdf"
        case jpeg = "image/jpeg"
        case png = "image/png"
        case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case odt = "application/vnd.oasis.opendocument.text"
        case csv = "text/csv"

        /// Its name in sentences.
        public var word: String {
            switch self {
            case .pdf: "pdf"
            case .jpeg: "jpg"
            case .png: "png"
            case .docx: "docx"
            case .xlsx: "xlsx"
            case .odt: "odt"
            case .csv: "csv"
            }
        }
    }

    static let shape = Shape<DocumentKind>(
        "Documentsoort",
        "Een documentsoort",
        "A kind of document (ZGW informatieobjecttype).",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Name for people."),
            .free("uitleg", \.note, .text(), "Uitleg", "What it must show."),
            .usual("bestandstypes", \.mediaTypes, .words, "Bestandstypes", "Media types that are taken."),
            .usual("megabytes", \.megabytes, .whole(1...2_000), "Grootste bestand", "In megabytes (1,000,000 bytes)."),
            .free("vertrouwelijkheid", \.confidentiality, .word, "Vertrouwelijkheid", "If other than the dossier."),
        ]
    )
}

extension Notation where Value == [DocumentKind.MediaType] {
    static let words = Notation<DocumentKind.MediaType>.list(of: .word, 1...10)
}
