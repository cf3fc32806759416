import Kernel

/// A value in a document and the way to it.
struct Place {
    let value: JSONValue
    let path: String

    /// The place of a member.
    func member(_ name: String, _ value: JSONValue) -> Place {
        Place(value: value, path: "\(path).\(name)")
    }

    /// The place of an element.
    func element(_ index: Int, _ value: JSONValue) -> Place {
        Place(value: value, path: "\(path)[\(index)]")
    }

    /// What stands here, in words.
    var found: String {
        switch value {
        case .null: "niets (null)"
        case .boolean: "ja of nee (true/false)"
        case .number: "een getal"
        case .text: "een tekst"
        case .array: "een lijst"
        case .object: "een groep (object)"
        }
    }
}
