import Kernel

extension Flow {
    /// A verb, who may do it here, and why not yet.
    public struct VerbState: Hashable, Sendable {
        /// Which verb.
        public let kind: Verb.Kind
        /// Who may do it: roles of the type, or the applicant.
        public let parties: Set<ToAct.Party>
        /// Why it cannot be done now; nil if it can.
        public let obstacle: String?
    }

    /// All verbs, who may do them and why not yet.
    public var verbs: [VerbState] {
        Verb.Kind.allCases.map { kind in
            VerbState(kind: kind, parties: parties(for: kind), obstacle: obstacle(to: kind))
        }
    }

    /// The verbs that somebody can do now.
    public func allowed(for actor: Actor) -> [Verb.Kind] {
        Verb.Kind.allCases.filter { refusal(of: $0, by: actor) == nil }
    }

    /// Why somebody cannot do a verb now, whatever comes with it; nil if they can.
    public func refusal(of kind: Verb.Kind, by actor: Actor) -> FlowRefusal? {
        guard isFor(actor, kind) else {
            let who = parties(for: kind).compactMap(word).sorted().joined(separator: " of ")
            let sentence = who.isEmpty ? "Dit bestaat niet in dit soort dossier." : "Dit kan alleen \(who)."
            return FlowRefusal(code: .notYours, sentence: sentence)
        }
        if let obstacle = obstacle(to: kind) { return FlowRefusal(code: .notNow, sentence: obstacle) }
        if let moment = kind.moment, let reason = obstacle(before: moment, by: actor.name) {
            return FlowRefusal(code: .gate, sentence: reason)
        }
        return nil
    }

    private func isFor(_ actor: Actor, _ kind: Verb.Kind) -> Bool {
        let parties = parties(for: kind)
        return switch actor.party {
        case .applicant: parties.contains(.applicant)
        case .official(let roles): roles.contains { parties.contains(.role($0)) }
        case .system: kind == .pay || kind == .notify || kind == .remind
        }
    }

    private func word(_ party: ToAct.Party) -> String? {
        switch party {
        case .applicant: "de aanvrager"
        case .role(let name): titleOfRole(name).lowercasedFirst
        case .nobody: nil
        }
    }

    /// Who may do a verb in a dossier of this type.
    func parties(for kind: Verb.Kind) -> Set<ToAct.Party> {
        switch kind {
        case .take, .takeOver, .ask, .settle, .remind, .withdrawPaper, .extend, .inadmissible, .stop, .correct, .reopen:
            roles(.handler)
        case .start, .finish: Set(type.tasks.filter(\.hasButton).map { .role($0.role) })
        case .receive, .withdraw: roles(.handler).union(roles(.desk)).union([.applicant])
        case .advise: Set(type.advices.map { .role($0.role) })
        case .draft: role(of: .draft) ?? roles(.handler)
        case .approve, .refuseApproval: role(of: .approval) ?? roles(.approver)
        case .decide: role(of: .decision) ?? (roles(.decider).isEmpty ? roles(.handler) : roles(.decider))
        case .notify: role(of: .notice) ?? roles(.handler)
        case .pay: roles(.handler).union(roles(.desk))
        }
    }

    private func roles(_ kind: DossierRole.Kind) -> Set<ToAct.Party> {
        Set(type.roles.filter { $0.kind == kind }.map { .role($0.name) })
    }

    private func role(of kind: WorkTask.Kind) -> Set<ToAct.Party>? {
        type.tasks.first { $0.kind == kind }.map { [.role($0.role)] }
    }
}

extension WorkTask {
    /// Whether it is completed by its own button.
    var hasButton: Bool { kind == .work || kind == .completeness }
}

extension Verb.Kind {
    /// Before which gates it stands.
    var moment: Gate.Moment? {
        switch self {
        case .draft: .draft
        case .approve: .approval
        case .decide: .decision
        case .notify: .notice
        default: nil
        }
    }
}
