import Kernel

extension TypeCheck {
    mutating func checkForm() {
        for (index, step) in type.form.steps.enumerated() {
            let scope = type.formScope(before: step.fields.first?.name)
            expect(step.visible, [.boolean], in: scope, at: "formulier.stappen[\(index)].tonenAls")
        }
        for (path, field) in type.fieldPaths {
            checkConditions(of: field, at: path)
            checkChoices(of: field, at: path)
            checkLimits(of: field, at: path)
        }
        checkNamedChecks()
        checkWarnings()
    }

    private mutating func checkConditions(of field: FormQuestion, at path: String) {
        let scope = type.formScope(before: field.name)
        expect(field.visible, [.boolean], in: scope, at: "\(path).tonenAls")
        expect(field.requiredWhen, [.boolean], in: scope, at: "\(path).verplichtAls")
        expect(field.earliest, [.day], in: scope, at: "\(path).vanaf")
        expect(field.latest, [.day], in: scope, at: "\(path).totEnMet")
    }

    private mutating func checkChoices(of field: FormQuestion, at path: String) {
        let isChoice = field.kind == .choice || field.kind == .choices
        if isChoice, field.options.count < 2 {
            add("\(path).keuzes", .missing, "Geef minstens twee keuzes.")
        } else if !isChoice, !field.options.isEmpty {
            add("\(path).keuzes", .contradiction, "Alleen een keuze of meerkeuze heeft keuzes. Haal ze weg.")
        }
        var seen: Set<String> = []
        for (index, option) in field.options.enumerated() where !seen.insert(option.value).inserted {
            add("\(path).keuzes[\(index)].waarde", .duplicate, "De keuze '\(option.value)' staat er al.")
        }
    }

    private mutating func checkLimits(of field: FormQuestion, at path: String) {
        if let least = field.least, let greatest = field.greatest, least > greatest {
            add("\(path).hoogstens", .contradiction, "'hoogstens' is kleiner dan 'minstens'.")
        }
        if field.kind == .files {
            refer(
                [field.document ?? ""],
                to: type.documentKinds.map(\.name),
                "documentsoort",
                at: "\(path).documentsoort"
            )
        } else if field.document != nil {
            add(
                "\(path).documentsoort",
                .contradiction,
                "Alleen een veld van de soort 'bestand' heeft een documentsoort."
            )
        }
        if let box = field.box, box.west >= box.east || box.south >= box.north {
            add("\(path).kader", .contradiction, "West moet kleiner zijn dan oost, en zuid kleiner dan noord.")
        }
        if field.kind != .period, field.daysMost != nil {
            add("\(path).dagenHoogstens", .contradiction, "Alleen een periode heeft 'dagenHoogstens'.")
        }
    }

    private mutating func checkNamedChecks() {
        let fields = type.form.fields.map(\.name)
        for (index, check) in type.form.checks.enumerated() {
            refer(check.fields, to: fields, "veld", at: "formulier.controles[\(index)].velden")
        }
    }

    private mutating func checkWarnings() {
        let fields = type.form.fields.map(\.name)
        for (index, warning) in type.form.warnings.enumerated() {
            let path = "formulier.waarschuwingen[\(index)]"
            expect(warning.when, [.boolean], in: type.formScope(), at: "\(path).als")
            expect(warning.text, in: type.formScope(), at: "\(path).tekst")
            refer([warning.field].compactMap(\.self), to: fields, "veld", at: "\(path).veld")
        }
    }
}

// MARK: - What it costs

extension TypeCheck {
    mutating func checkTables() {
        for (index, table) in type.tables.enumerated() {
            let path = "tabellen[\(index)].rijen"
            var seen: Set<[String]> = []
            for (place, row) in table.rows.enumerated() {
                if row.keys.count != table.keyCount {
                    add("\(path)[\(place)].sleutels", .contradiction, "Elke rij heeft evenveel sleutels als de eerste.")
                } else if row.keys.isEmpty == (row.from == nil) {
                    let sentence = "Geef elke rij sleutels, of geef elke rij een getal bij 'vanaf'."
                    add("\(path)[\(place)].vanaf", .contradiction, sentence)
                } else if !seen.insert(row.keys + [row.from?.description ?? ""]).inserted {
                    add("\(path)[\(place)]", .duplicate, "Deze rij staat er al.")
                }
            }
        }
    }

    mutating func checkFee() {
        guard let fee = type.fee else { return }
        for (index, line) in fee.lines.enumerated() {
            let (path, scope) = ("retributie.lijnen[\(index)]", type.feeScope(before: index))
            expect(line.when, [.boolean], in: scope, at: "\(path).als")
            expect(line.sum, [.money], in: scope, at: "\(path).formule")
            if let text = line.explanation { expect(text, in: scope, at: "\(path).uitleg") }
        }
        if let least = fee.least, let most = fee.most, least > most {
            add("retributie.hoogstens", .contradiction, "'hoogstens' is kleiner dan 'minstens'.")
        }
    }
}
