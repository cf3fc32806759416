/// A kind of file that a town may receive: its media type, the extensions it goes by, what its bytes look like.
public enum MediaKind: String, CaseIterable, Hashable, Sendable {
    case pdf, png, jpeg, gif, webp, tiff
    case docx, xlsx, pptx, odt, ods
    case text, csv, eml, msg, zip
    /// None of these, or not what its name says: received only where the caller names it.
    case other

    /// Every kind that is known.
    public static let all = Set(allCases).subtracting([.other])

    /// The media type, as in `Content-Type`.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .tiff: "image/tiff"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .text: "text/plain; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .eml: "message/rfc822"
        case .msg: "application/vnd.ms-outlook"
        case .zip: "application/zip"
        case .other: "application/octet-stream"
        }
    }

    /// The extensions that agree with it, in lower case and without the dot.
    public var extensions: Set<String> {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .tiff: ["tif", "tiff"]
        case .text: ["txt"]
        case .other: []
        default: [rawValue]
        }
    }
}

/// What stands out in a content and concerns whoever opens it; none of it refuses the content.
public struct Marks: OptionSet, Hashable, Sendable {
    public let rawValue: Int64

    /// Takes the bits as they stand in a row.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// An office document that brings programs along.
    public static let macros = Marks(rawValue: 1)
    /// A PDF with scripts.
    public static let scripts = Marks(rawValue: 2)
    /// A PDF that starts another program.
    public static let launches = Marks(rawValue: 4)
    /// A PDF with files inside.
    public static let embeddedFiles = Marks(rawValue: 8)
    /// Locked with a password, wholly or in part, so that no scanner can look into it.
    public static let encrypted = Marks(rawValue: 16)
    /// An archive with more entries than were looked at.
    public static let manyEntries = Marks(rawValue: 32)
}
