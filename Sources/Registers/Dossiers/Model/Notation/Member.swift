import Kernel

/// One member of a part: its name in the document, its property, its notation and its two explanations.
struct Member<Root: Described>: Sendable {
    let name: String
    let title: String
    let isRequired: Bool
    let schema: JSONValue
    let definitions: [String: JSONValue]
    let read: @Sendable (Place, inout TypeFaults, inout Root) -> Void
    let write: @Sendable (Root) -> JSONValue?
}

extension Member {
    /// A member that must be there.
    static func needed<Value>(
        _ name: String,
        _ path: any WritableKeyPath<Root, Value> & Sendable,
        _ notation: Notation<Value>,
        _ title: String,
        _ description: String
    ) -> Member {
        Member(
            name: name,
            title: title,
            isRequired: true,
            schema: described(notation.schema, title, description),
            definitions: notation.definitions,
            read: { place, faults, root in
                if let value = notation.read(place, &faults) { root[keyPath: path] = value }
            },
            write: { notation.write($0[keyPath: path]) }
        )
    }

    /// A member that may be left out.
    static func free<Value>(
        _ name: String,
        _ path: any WritableKeyPath<Root, Value?> & Sendable,
        _ notation: Notation<Value>,
        _ title: String,
        _ description: String
    ) -> Member {
        Member(
            name: name,
            title: title,
            isRequired: false,
            schema: described(notation.schema, title, description),
            definitions: notation.definitions,
            read: { place, faults, root in root[keyPath: path] = notation.read(place, &faults) },
            write: { $0[keyPath: path].map(notation.write) }
        )
    }

    /// A member that, left out, has the value of a part with nothing filled in.
    static func usual<Value: Equatable>(
        _ name: String,
        _ path: any WritableKeyPath<Root, Value> & Sendable,
        _ notation: Notation<Value>,
        _ title: String,
        _ description: String
    ) -> Member {
        let usual = Root()[keyPath: path]
        return Member(
            name: name,
            title: title,
            isRequired: false,
            schema: described(notation.schema, title, description, usual: notation.write(usual)),
            definitions: notation.definitions,
            read: { place, faults, root in
                if let value = notation.read(place, &faults) { root[keyPath: path] = value }
            },
            write: { $0[keyPath: path] == usual ? nil : notation.write($0[keyPath: path]) }
        )
    }

    /// A list; one that must have elements must be there.
    static func list<Value>(
        _ name: String,
        _ path: any WritableKeyPath<Root, [Value]> & Sendable,
        _ notation: Notation<Value>,
        _ count: ClosedRange<Int>,
        _ title: String,
        _ description: String
    ) -> Member {
        let list = Notation.list(of: notation, count)
        return Member(
            name: name,
            title: title,
            isRequired: count.lowerBound > 0,
            schema: described(list.schema, title, description),
            definitions: notation.definitions,
            read: { place, faults, root in root[keyPath: path] = list.read(place, &faults) ?? [] },
            write: { root in
                let values = root[keyPath: path]
                return values.isEmpty && count.lowerBound == 0 ? nil : list.write(values)
            }
        )
    }

    private static func described(
        _ schema: JSONValue,
        _ title: String,
        _ description: String,
        usual: JSONValue? = nil
    ) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        let words: [JSONValue.Member] = [.init("title", .text(title)), .init("description", .text(description))]
        return .object(words + members + (usual.map { [.init("default", $0)] } ?? []))
    }
}
