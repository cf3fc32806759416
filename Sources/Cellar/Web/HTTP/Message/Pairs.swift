/// Names and values in the order in which they were sent: a query, or the fields of a form.
public struct Pairs: Sendable, Equatable {
    /// The pairs, a name perhaps more than once.
    public let all: [(name: String, value: String)]

    /// Keeps the pairs as they are.
    public init(_ all: [(name: String, value: String)] = []) {
        self.all = all
    }

    /// Reads `a=1&b=2`: at most so many pairs, each part percent-encoded UTF-8 without NUL, `+` for a space.
    ///
    /// Throws 400 for anything else; a part without `=` is a name with an empty value.
    init(urlEncoded text: some Sequence<UInt8>, most: Int) throws(Refusal) {
        var pairs: [(name: String, value: String)] = []
        for part in Array(text).split(separator: UInt8(ascii: "&")) {
            guard pairs.count < most else { throw .malformed("Er zijn meer dan \(most) parameters.") }
            let name = part.prefix { $0 != UInt8(ascii: "=") }
            let value = part.dropFirst(name.count + 1)
            guard let name = Percent.decodeForm(name), let value = Percent.decodeForm(value), !name.isEmpty else {
                throw .malformed("Een parameter is niet goed gecodeerd.")
            }
            pairs.append((name, value))
        }
        all = pairs
    }

    /// The names, each once, in the order in which they first appear.
    public var names: [String] {
        var seen: Set<String> = []
        return all.map(\.name).filter { seen.insert($0).inserted }
    }

    /// All values of that name.
    public func values(_ name: String) -> [String] {
        all.filter { $0.name == name }.map(\.value)
    }

    /// The value of a name that may appear at most once; throws 400 when it is there twice, since two readers could
    /// take different ones.
    public func single(_ name: String) throws(Refusal) -> String? {
        let values = values(name)
        guard values.count <= 1 else { throw .malformed("Een parameter staat er twee keer die er één keer mag staan.") }
        return values.first
    }

    /// Whether names and values are the same, in the same order.
    public static func == (left: Pairs, right: Pairs) -> Bool {
        left.all.elementsEqual(right.all) { $0 == $1 }
    }
}
