import Kernel

/// The members of a part of a document, declared once: reading, writing, schema and differences follow from it.
struct Shape<Root: Described>: Sendable {
    /// The name of the definition in the schema.
    let name: String
    /// What it is, in Dutch.
    let title: String
    /// What it is, for developers.
    let description: String
    let members: [Member<Root>]

    init(_ name: String, _ title: String, _ description: String, _ members: [Member<Root>]) {
        (self.name, self.title, self.description, self.members) = (name, title, description, members)
    }

    /// Reads an object: all faults at once; nil only if it is no object at all.
    func read(_ place: Place, _ faults: inout TypeFaults) -> Root? {
        guard case .object(let found) = place.value else {
            faults.add(place.path, .wrongKind, "Hier hoort een groep (object), maar er staat \(place.found).")
            return nil
        }
        refuseUnknown(found, at: place, &faults)
        var root = Root()
        for member in members {
            if let value = place.value[member.name] {
                member.read(place.member(member.name, value), &faults, &root)
            } else if member.isRequired {
                faults.add("\(place.path).\(member.name)", .missing, "Vul '\(member.name)' in: \(member.title).")
            }
        }
        return root
    }

    /// Writes the members in the order of the declaration; what is empty or usual is left out.
    func write(_ root: Root) -> JSONValue {
        .object(members.compactMap { member in member.write(root).map { .init(member.name, $0) } })
    }

    var schema: JSONValue {
        .object([
            .init("type", .text("object")),
            .init("title", .text(title)),
            .init("description", .text(description)),
            .init("additionalProperties", .boolean(false)),
            .init("required", .array(members.filter(\.isRequired).map { .text($0.name) })),
            .init("properties", .object(members.map { .init($0.name, $0.schema) })),
        ])
    }

    private func refuseUnknown(_ found: [JSONValue.Member], at place: Place, _ faults: inout TypeFaults) {
        let known = members.map(\.name)
        for member in found where !known.contains(member.name) {
            let near = Spelling.nearest(to: member.name, in: known).map { "Bedoel je '\($0)'?" }
            let way = near ?? "Hier mag staan: \(known.joined(separator: ", "))."
            let name = String(member.name.prefix(Spelling.longest))
            faults.add("\(place.path).\(name)", .unknownMember, "'\(name)' kennen we hier niet. \(way)")
        }
    }
}
