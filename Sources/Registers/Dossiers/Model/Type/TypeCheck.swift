import Kernel

/// Checks a document that was read well on what its parts say about each other.
struct TypeCheck {
    let type: DossierType
    /// What conditions of the work may speak of, and what texts may; made once, since each place asks for them.
    let flowScope: ExpressionScope
    let letterScope: ExpressionScope
    private(set) var faults = TypeFaults()

    init(_ type: DossierType) {
        self.type = type
        flowScope = type.flowScope
        letterScope = flowScope.with(ExpressionScope.letterNames)
    }

    mutating func run() {
        checkNames()
        checkForm()
        checkTables()
        checkFee()
        checkPhases()
        checkTasks()
        checkAdvices()
        checkTerms()
        checkGates()
        checkTexts()
        checkOutcomes()
    }

    mutating func add(_ path: String, _ code: TypeFault.Code, _ sentence: String) {
        faults.add("$.\(path)", code, sentence)
    }

    /// Tells what is wrong with an expression, if it is there.
    mutating func expect(
        _ expression: Expression?,
        _ kinds: Set<Operand.Kind>,
        in scope: ExpressionScope,
        at path: String
    ) {
        guard let expression else { return }
        for sentence in ExpressionCheck.faults(expression, in: scope, wanted: kinds) {
            add(path, .expression, sentence)
        }
    }

    /// Tells what is wrong with the places of a text.
    mutating func expect(_ text: TemplateText, in scope: ExpressionScope, at path: String) {
        for place in text.all.flatMap(\.places) {
            expect(place, Set(Operand.Kind.allCases), in: scope, at: path)
        }
    }

    /// Tells of each name that is not declared.
    mutating func refer(_ names: [String], to known: [String], _ what: String, at path: String) {
        for (index, name) in names.enumerated() where !known.contains(name) {
            let near = Spelling.nearest(to: name, in: known).map { " Bedoel je '\($0)'?" } ?? ""
            let place = names.count == 1 && !path.hasSuffix("]") ? path : "\(path)[\(index)]"
            add(place, .unknownReference, "Er is geen \(what) '\(name)'.\(near)")
        }
    }

    func place(of phase: String) -> Int? { type.phases.firstIndex { $0.name == phase } }
}

// MARK: - Names

extension TypeCheck {
    private mutating func checkNames() {
        unique(type.documentKinds, "documentsoorten")
        unique(type.roles, "rollen")
        unique(type.form.steps, "formulier.stappen")
        unique(type.form.checks, "formulier.controles")
        unique(type.form.warnings, "formulier.waarschuwingen")
        unique(type.tables, "tabellen")
        unique(type.fee?.lines ?? [], "retributie.lijnen")
        unique(type.phases, "fasen")
        unique(type.tasks, "taken")
        unique(type.advices, "adviezen")
        unique(type.terms, "termijnen")
        unique(type.gates, "poorten")
        unique(type.letters, "brieven")
        unique(type.decisions, "beslissingen")
        unique(type.outcomes, "resultaten")
        checkFieldNames()
    }

    private mutating func unique<Part: Named>(_ parts: [Part], _ path: String) {
        var seen: Set<String> = []
        for (index, part) in parts.enumerated() where !seen.insert(part.name).inserted {
            add("\(path)[\(index)].naam", .duplicate, "De naam '\(part.name)' staat er al. Kies een andere.")
        }
    }

    private mutating func checkFieldNames() {
        var seen = Naming.reserved.union(ExpressionScope.flowNames.keys)
        for (path, field) in type.fieldPaths where !seen.insert(field.name).inserted {
            add("\(path).naam", .duplicate, "De naam '\(field.name)' bestaat al. Kies een andere.")
        }
        for (index, line) in (type.fee?.lines ?? []).enumerated() where seen.contains(line.name) {
            add(
                "retributie.lijnen[\(index)].naam",
                .duplicate,
                "Er is al een veld '\(line.name)'. Kies een andere naam."
            )
        }
    }
}

extension DossierType {
    /// All fields with their path in the document.
    var fieldPaths: [(path: String, field: FormQuestion)] {
        form.steps.enumerated().flatMap { step in
            step.element.fields.enumerated().map { field in
                ("formulier.stappen[\(step.offset)].velden[\(field.offset)]", field.element)
            }
        }
    }
}
