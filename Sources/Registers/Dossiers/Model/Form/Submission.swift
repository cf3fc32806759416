public import Kernel

/// What somebody sent with a form, as it came: nothing checked, nothing dropped.
///
/// A field is filled in under its name, or in parts: `periode.van.dag`, `adres.straat`. It is what a draft keeps.
public struct Submission: Hashable, Sendable {
    /// Values by name, in the order in which they came.
    public var values: [String: [String]]
    /// Files by field.
    public var files: [String: [FileClaim]]

    /// Takes what came.
    public init(values: [String: [String]] = [:], files: [String: [FileClaim]] = [:]) {
        (self.values, self.files) = (values, files)
    }

    /// The value under a name, without spaces around it; nil if there is none or it is blank.
    func value(_ name: String) -> String? {
        guard let text = values[name]?.first?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// All values under a name that are not blank.
    func all(_ name: String) -> [String] {
        (values[name] ?? []).map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Bytes of one value that are looked at; what is longer is a fault of its field.
    static let valueMax = 40_000
}

/// A file that somebody added: what is known of it before anybody opens it.
public struct FileClaim: Hashable, Sendable {
    /// The document in which it is kept.
    public var document: Identifier
    /// The name of the file.
    public var name: String
    /// What kind of file it is, found from its content by whoever took it in.
    public var mediaType: String
    /// Its size in bytes.
    public var bytes: Int

    /// Takes what is known.
    public init(document: Identifier, name: String, mediaType: String, bytes: Int) {
        (self.document, self.name, self.mediaType, self.bytes) = (document, name, mediaType, bytes)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let front = drop(while: \.isWhitespace)
        return String(
            front.prefix(upTo: front.lastIndex { !$0.isWhitespace }.map(front.index(after:)) ?? front.startIndex)
        )
    }
}
