import Access
import Database
import Dossiers
import House
import Kernel
import Ledger

/// Months of work in the demo town, done through the public verbs with a clock that is moved by hand.
struct TownLife {
    let hall: TownHall
    let register: DossierRegister
    let clock: HandClock
    let officials: [(official: DemoOfficial, visitor: Visitor)]
    private var random: SeededGenerator
    private var open: [Identifier] = []

    /// Days that the town has been at work when the demo begins.
    static let days = 150
    private static let dayMilliseconds: Int64 = 24 * 3_600_000
    /// Names of people who do not exist.
    private static let names = [
        "Lien Maes", "Jef Verlinden", "Noor Claes", "Amina El Khatib", "Stijn De Backer", "Hilde Wauters",
        "Mohamed Aziz", "Kaat Lemmens", "Ruben Geerts", "Griet Smets", "Bakkerij De Halve Maan bv", "Chiro Leiebeke",
    ]

    init(hall: TownHall, register: DossierRegister, clock: HandClock) async throws {
        (self.hall, self.register, self.clock) = (hall, register, clock)
        random = SeededGenerator(seed: 1_302)
        let store = OfficialStore(surroundings: hall.surroundings)
        officials = try await hall.database.read { transaction in
            try DemoOfficial.all.compactMap { one in
                try store.official(email: one.email, in: transaction).map { found in
                    let identity = Identity(subject: found.id, level: .password, attributes: ["naam": one.name])
                    return (one, Visitor.official(identity))
                }
            }
        }
    }

    /// Lets the days go by up to now.
    mutating func run() async throws {
        let types = try await register.types().filter { type in
            type.type.channels.contains(.web)
                && type.type.form.fields.allSatisfy { $0.kind != .files || !$0.isRequired }
        }
        for day in 0..<Self.days {
            clock.advance(milliseconds: Self.dayMilliseconds)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                if let type = types.randomElement(using: &random) { try await begin(type) }
            }
            _ = try await register.tick()
            // What came in last week is still waiting, so that every list has something.
            for id in open where day < Self.days - 3 && Int.random(in: 0..<3, using: &random) == 0 {
                try await work(on: id)
            }
        }
    }

    private mutating func begin(_ type: PublishedType) async throws {
        var writer = AnswerWriter(type.type, today: register.today, random: random)
        guard let filled = writer.filled() else { return }
        random = writer.random
        let name = Self.names.randomElement(using: &random) ?? Self.names[0]
        let subject = hall.surroundings.identifier()
        let register = register
        let form = try await hall.database.write { try register.forms.begin(type.id, by: subject, in: $0) }
        let new = NewDossier(
            type: type,
            answers: filled.answers,
            fee: filled.fee?.total ?? .zero,
            applicant: Applicant(name: name, mail: "inwoner@leiebeke.example"),
            subject: subject,
            channel: .web,
            received: hall.surroundings.now(),
            form: form.id
        )
        let visitor = Visitor.guest(Identity(subject: subject, level: .anonymous), of: form.id)
        open.append(try await register.takeIn(new, by: visitor, request: hall.surroundings.identifier()).dossier)
    }

    /// Does the next thing in a dossier, by whoever it is for.
    private mutating func work(on id: Identifier) async throws {
        let flow = try await register.view(id, as: .house).flow
        guard !flow.isClosed, let (verb, role) = next(flow) else {
            open.removeAll { $0 == id }
            return
        }
        clock.advance(milliseconds: 60_000)
        var details = VerbDetails()
        details.motivation = "De aanvraag voldoet aan het reglement."
        for (_, visitor) in candidates(role, flow) {
            do {
                _ = try await register.perform(
                    verb,
                    on: id,
                    details,
                    by: visitor,
                    request: hall.surroundings.identifier()
                )
                return
            } catch is FlowRefusal {
                // Somebody else has this role too, such as whoever did not write the draft.
                continue
            } catch let problem as Problem where problem.status == 404 || problem.status == 403 {
                // The dossier is more confidential than this official may see.
                continue
            }
        }
        // Nobody can go on: it waits, as things do in a town.
        open.removeAll { $0 == id }
    }

    private func candidates(_ role: String, _ flow: Flow) -> [(official: DemoOfficial, visitor: Visitor)] {
        let department = flow.type.department(of: role)
        let whole = Department.all.first { $0.code == department }?.whole
        return officials.filter { $0.official.department == department || $0.official.department == whole }
    }

    private mutating func next(_ flow: Flow) -> (Verb, String)? {
        let handler = flow.type.roles.first { $0.kind == .handler }?.name ?? ""
        if flow.facts.handler == nil { return (.take, handler) }
        if !flow.isPaid { return (.pay(flow.fee), handler) }
        for work in flow.openWork where work.waitsFor == nil {
            if work.isAdvice {
                return (.advise(advice: work.name, .favourable, text: "Geen bezwaar."), work.role)
            }
            guard let task = flow.type.tasks.first(where: { $0.name == work.name }) else { continue }
            if let verb = verb(for: task, flow) { return (verb, task.role) }
        }
        return nil
    }

    private mutating func verb(for task: WorkTask, _ flow: Flow) -> Verb? {
        let outcomes = flow.type.outcomes.filter(\.meaning.isDecided)
        switch task.kind {
        case .work, .completeness: return .finish(task: task.name)
        case .draft:
            guard let outcome = outcomes.first else { return nil }
            let text = flow.type.decisions.first { $0.outcomes.contains(outcome.name) }
            let id = hall.surroundings.identifier()
            return .draft(FormDraft(id: id, outcome: outcome.name, text: text?.name))
        case .approval:
            return flow.facts.draft.map { .approve(draft: $0.draft.id, digest: $0.draft.digest) }
        case .decision:
            let drafted = flow.facts.draft?.draft.outcome
            return (drafted ?? outcomes.randomElement(using: &random)?.name).map { .decide(outcome: $0) }
        case .notice: return .notify
        }
    }
}
