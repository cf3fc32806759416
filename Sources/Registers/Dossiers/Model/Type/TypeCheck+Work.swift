import Kernel

extension TypeCheck {
    mutating func checkPhases() {
        for (index, phase) in type.phases.enumerated() {
            let path = "fasen[\(index)]"
            expect(phase.when, [.boolean], in: flowScope, at: "\(path).als")
            expect(phase.entry, [.boolean], in: flowScope, at: "\(path).begintAls")
            for (name, rule) in [("als", phase.when), ("begintAls", phase.entry)] {
                guard let rule, !canHold(rule, before: index) else { continue }
                let sentence =
                    "Geen dossier kan in de fase '\(phase.name)' komen: dit kan nooit waar zijn voor ze begint."
                add("\(path).\(name)", .unreachable, sentence)
            }
        }
        if let last = type.phases.last, last.when != nil {
            add(
                "fasen[\(type.phases.count - 1)].als",
                .contradiction,
                "De laatste fase sluit het dossier: haal 'als' weg."
            )
        }
        if let first = type.phases.first, first.when != nil || first.entry != nil {
            add("fasen[0]", .contradiction, "De eerste fase begint bij ontvangst: haal 'als' en 'begintAls' weg.")
        }
    }

    mutating func checkTasks() {
        let names = type.tasks.map(\.name)
        for (index, task) in type.tasks.enumerated() {
            let path = "taken[\(index)]"
            refer([task.phase], to: type.phases.map(\.name), "fase", at: "\(path).fase")
            refer([task.role], to: type.roles.map(\.name), "rol", at: "\(path).rol")
            refer(task.after, to: names, "taak", at: "\(path).na")
            refer(task.papers, to: type.documentKinds.map(\.name), "documentsoort", at: "\(path).stukken")
            refer(task.advices, to: type.advices.map(\.name), "advies", at: "\(path).adviezen")
            expect(task.when, [.boolean], in: flowScope, at: "\(path).als")
            checkDue(task.due, at: "\(path).tegen")
            checkReach(of: task, at: path)
        }
        checkKinds()
        checkCycles()
    }

    mutating func checkAdvices() {
        for (index, advice) in type.advices.enumerated() {
            let path = "adviezen[\(index)]"
            refer([advice.phase], to: type.phases.map(\.name), "fase", at: "\(path).fase")
            refer([advice.role], to: type.roles.map(\.name), "rol", at: "\(path).rol")
            expect(advice.when, [.boolean], in: flowScope, at: "\(path).als")
            checkDue(advice.due, at: "\(path).tegen")
            refuseLastPhase(advice.phase, at: path)
            if advice.due == nil, advice.silence != .wait {
                add("\(path).tegen", .contradiction, "Zonder termijn kan er geen stilte zijn: vul 'tegen' in.")
            }
        }
    }

    mutating func checkTerms() {
        for (index, term) in type.terms.enumerated() {
            checkWorkingDays(term.length, term.inWorkingDays, at: "termijnen[\(index)].duur")
            if let extend = term.extend {
                checkWorkingDays(extend.length, term.inWorkingDays, at: "termijnen[\(index)].verlenging.duur")
            }
        }
        if let first = type.terms.first, first.binds == .applicant {
            add("termijnen[0].bindt", .contradiction, "De eerste termijn geeft de uiterste dag van het bestuur.")
        }
    }

    mutating func checkGates() {
        for (index, gate) in type.gates.enumerated() {
            let path = "poorten[\(index)]"
            refer(gate.papers, to: type.documentKinds.map(\.name), "documentsoort", at: "\(path).stukken")
            refer(gate.advices, to: type.advices.map(\.name), "advies", at: "\(path).adviezen")
            expect(gate.condition, [.boolean], in: flowScope, at: "\(path).voorwaarde")
            switch gate.kind {
            case .papers where gate.papers.isEmpty:
                add("\(path).stukken", .missing, "Noem de stukken die er moeten zijn.")
            case .condition where gate.condition == nil: add("\(path).voorwaarde", .missing, "Schrijf de voorwaarde.")
            case .feePaid where type.fee == nil:
                add("\(path).soort", .contradiction, "Er is geen retributie om te betalen.")
            case .fourEyes where !type.roles.contains { $0.kind == .approver || $0.kind == .decider }:
                add("\(path).soort", .contradiction, "Vier ogen vraagt een rol van de soort goedkeurder of beslisser.")
            default: break
            }
        }
    }
}

// MARK: - Tasks

extension TypeCheck {
    private mutating func checkReach(of task: WorkTask, at path: String) {
        refuseLastPhase(task.phase, at: path)
        guard let own = place(of: task.phase) else { return }
        for (index, name) in task.after.enumerated() {
            guard let first = type.tasks.first(where: { $0.name == name }), let other = place(of: first.phase),
                other > own
            else { continue }
            let sentence = "'\(name)' komt pas in een latere fase; dan kan '\(task.name)' nooit beginnen."
            add("\(path).na[\(index)]", .unreachable, sentence)
        }
        if let rule = task.when, !canHold(rule, before: own + 1) {
            add("\(path).als", .unreachable, "De taak '\(task.name)' kan nooit beginnen: dit kan nooit waar zijn.")
        }
    }

    private mutating func refuseLastPhase(_ phase: String, at path: String) {
        guard place(of: phase) == type.phases.count - 1 else { return }
        add("\(path).fase", .unreachable, "De laatste fase sluit het dossier: daar is geen werk meer.")
    }

    /// One button does one task: two tasks that the same verb completes could not be told apart.
    private mutating func checkKinds() {
        var seen: Set<WorkTask.Kind> = []
        for (index, task) in type.tasks.enumerated() where task.kind != .work && !seen.insert(task.kind).inserted {
            add("taken[\(index)].soort", .duplicate, "Er is al een taak van de soort '\(task.kind.rawValue)'.")
        }
    }

    private mutating func checkCycles() {
        var left = type.tasks
        // Each round takes a task away that waits for none that is left; what stays waits for itself.
        while let free = left.firstIndex(where: { task in !left.contains { task.after.contains($0.name) } }) {
            left.remove(at: free)
        }
        for task in left {
            guard let index = type.tasks.firstIndex(where: { $0.name == task.name }) else { continue }
            add(
                "taken[\(index)].na",
                .cycle,
                "'\(task.name)' wacht op zichzelf: \(left.map(\.name).joined(separator: ", "))."
            )
        }
    }

    private mutating func checkDue(_ due: Due?, at path: String) {
        guard let due else { return }
        checkWorkingDays(due.length, due.inWorkingDays, at: "\(path).duur")
        expect(due.day, [.day], in: flowScope, at: "\(path).datum")
        if due.anchor.needsDay != (due.day != nil) {
            add("\(path).datum", .contradiction, "'datum' hoort bij 'voorDatum' en 'naDatum', en nergens anders.")
        }
    }

    private mutating func checkWorkingDays(_ length: Period, _ inWorkingDays: Bool, at path: String) {
        guard inWorkingDays, length.years > 0 || length.months > 0 || length.weeks > 0 else { return }
        add(path, .contradiction, "Werkdagen tel je in dagen: schrijf bijvoorbeeld P10D.")
    }
}
