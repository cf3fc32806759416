import Access
public import Database
public import Kernel
import Organisatie

/// Who somebody is to a dossier.
public struct DossierParty: Sendable {
    public let actor: Actor
    /// The name to show; empty for somebody whose name the house does not keep.
    public let name: String
    public let department: String

    public var isApplicant: Bool { actor.party == .applicant }
}

/// Somebody of the town as pages and letters name them.
public struct Colleague: Hashable, Sendable {
    public let id: Identifier
    public let name: String
    public let mail: String
    public let department: String
}

extension DossierRegister {
    /// Who the visitor is to a dossier: the applicant, or an official with those roles of the type that their rights
    /// and their department give them.
    func party(of visitor: Visitor, in dossier: OpenDossier, in transaction: Transaction) throws -> DossierParty {
        switch visitor {
        case .house:
            return DossierParty(actor: Actor("belfort", .system), name: "Belfort", department: "")
        case .guest(let identity, of: let object) where object == dossier.id:
            return DossierParty(
                actor: Actor(identity.subject.description, .applicant),
                name: dossier.dossier.naam,
                department: ""
            )
        case .resident(let identity):
            guard try ZakenStandStore.may("dossiers.aanvullen", visitor, dossier.id, in: transaction) else {
                throw Problem(.forbidden)
            }
            return DossierParty(
                actor: Actor(identity.subject.description, .applicant),
                name: identity.name ?? dossier.dossier.naam,
                department: ""
            )
        case .official(let identity):
            return try official(identity.subject, visitor, dossier, in: transaction)
        case .anonymous, .guest, .program:
            throw Problem(.forbidden)
        }
    }

    private func official(
        _ subject: Identifier,
        _ visitor: Visitor,
        _ dossier: OpenDossier,
        in transaction: Transaction
    ) throws -> DossierParty {
        guard let colleague = try colleague(subject, in: transaction) else { throw Problem(.forbidden) }
        let tied = try GrantStore.relations(of: dossier.id, in: transaction).filter { $0.subject == subject }.map(
            \.role
        )
        let reach = try AfdelingStore().reach(of: colleague.department, in: transaction)
        var roles: Set<String> = []
        for role in dossier.type.roles {
            let isOfDepartment = reach.contains(role.department ?? dossier.type.department)
            guard isOfDepartment || role.kind.bonds.contains(where: tied.contains) else { continue }
            if try ZakenStandStore.may(role.kind.scope, visitor, dossier.id, in: transaction) {
                roles.insert(role.name)
            }
        }
        return DossierParty(
            actor: Actor(subject.description, .official(roles: roles)),
            name: colleague.name,
            department: colleague.department
        )
    }

    /// An official by their pseudonym; nil for anybody else.
    public func colleague(_ subject: Identifier, in transaction: Transaction) throws -> Colleague? {
        try OfficialStore(surroundings: surroundings).official(subject, in: transaction).map {
            Colleague(id: $0.id, name: $0.name, mail: $0.email, department: $0.department)
        }
    }

    /// What letters need to know that is not in the dossier.
    func context(of dossier: OpenDossier, reason: String, in transaction: Transaction) throws -> LetterContext {
        let house = try AfdelingStore().afdeling(dossier.type.department, in: transaction)
        var context = LetterContext(
            number: dossier.number,
            applicant: dossier.dossier.naam,
            department: house?.naam ?? dossier.type.department,
            town: settings.town
        )
        let handler = try dossier.flow.handler.flatMap { Identifier($0) }.flatMap { try colleague($0, in: transaction) }
        context.handler = LetterContext.Handler(
            name: handler?.name ?? context.department,
            phone: house?.telefoon ?? "",
            mail: handler?.mail ?? house?.mail ?? ""
        )
        let texts = dossier.draftTexts
        (context.motivation, context.conditions, context.reason) = (texts.motivation, texts.conditions, reason)
        return context
    }

    /// Names of departments by their code; one that is not registered is shown by its code.
    public func departmentNames(in transaction: Transaction) throws -> [String: String] {
        Dictionary(try AfdelingStore().all(in: transaction).map { ($0.code, $0.naam) }) { first, _ in first }
    }
}

extension DossierRole.Kind {
    /// What somebody must be allowed to do to have such a role.
    var scope: Scope {
        switch self {
        case .handler: "dossiers.behandelen"
        case .adviser: "dossiers.adviseren"
        case .approver, .decider: "dossiers.goedkeuren"
        case .desk: "dossiers.innemen"
        }
    }

    /// Ties to one dossier that give the role, whatever the department.
    fileprivate var bonds: [Bond] {
        switch self {
        case .handler: [.behandelaar]
        case .adviser: [.adviseur]
        case .approver, .decider, .desk: []
        }
    }
}
