import Dossiers
import Kernel
import Pages

/// The addresses of the workplace.
enum WorkLink {
    static func dossier(_ id: Identifier) -> Href { "/werk/dossiers/\(id)" }

    static func paper(_ id: Identifier) -> Href { "/werk/dossiers/\(id)/afdruk" }

    static func verb(_ kind: Verb.Kind, in id: Identifier) -> Href { "/werk/dossiers/\(id)/\(kind.rawValue)" }

    /// The form of a verb about one thing: a task, a question, a paper.
    static func verb(_ kind: Verb.Kind, in id: Identifier, about name: String, _ value: String) -> Href {
        "/werk/dossiers/\(id)/\(kind.rawValue)?\(name)=\(value)"
    }

    /// The page on which a document is read.
    static func document(_ document: Identifier, in id: Identifier) -> Href {
        "/werk/dossiers/\(id)/documenten/\(document)"
    }

    /// Its bytes, as a page shows them.
    static func content(_ document: Identifier, in id: Identifier) -> Href {
        "/werk/dossiers/\(id)/documenten/\(document)/inhoud"
    }

    /// Its bytes, to keep.
    static func download(_ document: Identifier, in id: Identifier) -> Href {
        "/werk/dossiers/\(id)/documenten/\(document)/inhoud?bewaar=ja"
    }
}
