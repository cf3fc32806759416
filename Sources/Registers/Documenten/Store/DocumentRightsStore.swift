public import Access
public import Database
import Kernel

extension DocumentMandate {
    /// The documents that a visitor may see.
    ///
    /// By rights on the document itself, or as a document of a zaak or decision to which they are tied: an official
    /// who handles it or advises on it all of its documents; a guest or resident those that are open, or meant for
    /// whoever has to do with the zaak, and what they brought in themselves. What is for inside the town only, or
    /// more secret than that, they do not see.
    public static func visible(to visitor: Visitor) -> Clause {
        let own = clause(visitor, ["documenten.lezen"])
        let tied = tied(to: visitor)
        switch visitor {
        case .anonymous, .house, .program: return own
        case .official: return "(\(own)) OR (\(tied))"
        case .guest(let identity, _), .resident(let identity):
            return """
                (\(tied)) AND (\(open) OR enkelvoudiginformatieobject.ingediend_door = \
                \(.text(identity.subject.description)))
                """
        }
    }

    /// `openbaar`, `beperkt_openbaar` and `zaakvertrouwelijk`.
    private static let open: Clause = "enkelvoudiginformatieobject.rang IN (1, 2, 4)"

    /// Documents that belong to something to which the visitor is tied.
    private static func tied(to visitor: Visitor) -> Clause {
        let columns = Columns(id: "objectinformatieobject.object_id", organisation: nil, type: nil, rank: nil)
        let rights = Rights(of: visitor).predicate(
            "documenten.lezen",
            of: .documenten,
            on: columns,
            firstParameter: 1,
            for: .one
        )
        return """
            EXISTS (SELECT 1 FROM objectinformatieobject
            WHERE objectinformatieobject.informatieobject = enkelvoudiginformatieobject.uuid
            AND \(clause(rights)))
            """
    }

    static func clause(_ visitor: Visitor, _ scopes: [Scope]) -> Clause {
        let columns = Columns(
            id: "enkelvoudiginformatieobject.uuid",
            organisation: "enkelvoudiginformatieobject.bronorganisatie",
            type: "enkelvoudiginformatieobject.informatieobjecttype",
            rank: "enkelvoudiginformatieobject.rang"
        )
        let clauses = scopes.map { scope in
            clause(Rights(of: visitor).predicate(scope, of: .documenten, on: columns, firstParameter: 1))
        }
        return clauses.dropFirst().reduce(clauses.first ?? "1 = 0") { "\($0) OR \($1)" }
    }

    /// The same condition with its values where they stand; a value may stand in it more than once.
    static func clause(_ predicate: Predicate) -> Clause {
        var (clause, number, text): (Clause, String?, String) = ("", nil, "")
        func value(_ digits: String) -> Value {
            guard let place = Int(digits), predicate.parameters.indices.contains(place - 1) else {
                preconditionFailure("a predicate of rights has no parameter \(digits)")
            }
            return predicate.parameters[place - 1]
        }
        for character in predicate.sql {
            if let digits = number, character.isASCII, character.isNumber {
                number = digits + String(character)
                continue
            }
            if let digits = number {
                clause = "\(clause)\(value(digits))"
                number = nil
            }
            if character == "$" {
                clause = "\(clause)\(name: text)"
                (number, text) = ("", "")
            } else {
                text.append(character)
            }
        }
        if let digits = number { clause = "\(clause)\(value(digits))" }
        return "\(clause)\(name: text)"
    }
}
