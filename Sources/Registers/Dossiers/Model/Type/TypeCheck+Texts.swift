import Kernel

extension TypeCheck {
    mutating func checkTexts() {
        var kinds: Set<Letter.Kind> = []
        for (index, letter) in type.letters.enumerated() {
            if !kinds.insert(letter.kind).inserted {
                add("brieven[\(index)].soort", .duplicate, "Er is al een brief van de soort '\(letter.kind.rawValue)'.")
            }
            expect(letter.subject, in: letterScope, at: "brieven[\(index)].onderwerp")
            check(letter.blocks, at: "brieven[\(index)].blokken")
        }
        for (index, decision) in type.decisions.enumerated() {
            let path = "beslissingen[\(index)]"
            refer(decision.outcomes, to: type.outcomes.map(\.name), "resultaat", at: "\(path).resultaten")
            check(decision.considerations, at: "\(path).overwegingen")
            check(decision.articles, at: "\(path).artikelen")
        }
    }

    mutating func checkOutcomes() {
        if !type.outcomes.contains(where: \.meaning.isDecided) {
            add("resultaten", .missing, "Geef minstens een resultaat waarmee de behandeling gewoon eindigt.")
        }
        for (index, outcome) in type.outcomes.enumerated() {
            let path = "resultaten[\(index)]"
            let hasText = type.decisions.contains { $0.outcomes.contains(outcome.name) }
            if outcome.needsDecision, outcome.meaning.isDecided, !hasText {
                let sentence =
                    "Geen beslissingstekst noemt '\(outcome.name)'. Schrijf er een, of zet 'beslissing' op false."
                add("\(path).beslissing", .contradiction, sentence)
            }
            if !outcome.meaning.isDecided,
                type.outcomes.prefix(index).contains(where: { $0.meaning == outcome.meaning })
            {
                add("\(path).betekenis", .duplicate, "Er is al een resultaat '\(outcome.meaning.rawValue)'.")
            }
        }
        if type.retention.nomination == .destroy, type.retention.term == nil {
            add("bewaring.termijn", .missing, "Zeg na hoeveel tijd het dossier vernietigd wordt.")
        }
    }

    private mutating func check(_ blocks: [Block], at path: String) {
        for (index, block) in blocks.enumerated() {
            expect(block.text, in: letterScope, at: "\(path)[\(index)].tekst")
            expect(block.when, [.boolean], in: letterScope, at: "\(path)[\(index)].als")
        }
    }
}
