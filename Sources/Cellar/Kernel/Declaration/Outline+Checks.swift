extension Outline {
    static func find(in fields: some Fields, _ type: String) -> [(name: String, spec: FieldSpec)] {
        Mirror(reflecting: fields).children.map { child in
            guard let name = child.label, let field = child.value as? any AnyField else {
                preconditionFailure("\(type).\(child.label ?? "?") must be a Field, an OwnURL or a Label")
            }
            return (name, field.spec)
        }
    }

    static func check<F: Fields>(_ found: [(name: String, spec: FieldSpec)], _ fields: F.Type) {
        let type = "\(F.self)"
        var numbers: [Int: FieldSpec] = [:]
        for (name, spec) in found {
            let field = "\(type).\(name)"
            checkTraits(of: spec, field)
            guard let number = spec.number else { continue }
            precondition((1...numberMax).contains(number), "\(field) must have a number from 1 to \(numberMax)")
            precondition(numbers[number] == nil, "\(field) takes number \(number), which another field has")
            precondition(!F.retired.contains(number), "\(field) takes number \(number), which is retired")
            numbers[number] = spec
        }
        precondition(
            MemoryLayout<F>.size == found.count * MemoryLayout<FieldSpec>.stride,
            "\(type) must be a struct with fields only, since a field's offset says which it is"
        )
        let identities = found.count { $0.spec.marks.contains(.identity) }
        precondition(identities <= 1, "\(type) can have one identity")
        for (name, spec) in found {
            switch spec.kind {
            case .ownURL: precondition(identities == 1, "\(type).\(name) needs a field marked .identity")
            case .label(let number):
                guard case .choice = numbers[number]?.kind else {
                    preconditionFailure("\(type).\(name) is the label of \(number), which must be a choice")
                }
            default: break
            }
        }
    }

    private static func checkTraits(of spec: FieldSpec, _ field: String) {
        precondition(
            !(spec.marks.contains(.required) && spec.hasOwnFallback),
            "\(field) is required, so a default would never be used"
        )
        if let fallback = spec.fallback {
            precondition(
                spec.fault(in: fallback) == nil && spec.holds(fallback),
                "\(field) has a default that it cannot hold; give another, or make it required or optional"
            )
        }
        precondition(
            !spec.marks.contains(.blank) || spec.kind.canBeBlank && spec.isNullable,
            "\(field) is .blank, which is for optional choices, links and references; a text is empty by itself"
        )
        precondition(
            !spec.marks.contains(.secret) || spec.kind.column == .text,
            "\(field) is .secret, which is for what is stored as text"
        )
    }
}
