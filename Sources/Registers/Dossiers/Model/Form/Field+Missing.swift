import Kernel

extension FormQuestion {
    /// What to say when there is no answer.
    func missingSentence(_ type: DossierType) -> String {
        let question = title.nl.withoutMarks
        switch kind {
        case .choice: return "Kies een antwoord bij ‘\(question)’."
        case .choices: return "Kies minstens een antwoord bij ‘\(question)’."
        case .yesNo: return "Kies ja of nee bij ‘\(question)’."
        case .statement: return "Vink aan dat je akkoord gaat: ‘\(question)’."
        case .files:
            let kind = type.documentKinds.first { $0.name == document }?.title.nl ?? question
            return "Voeg ‘\(kind)’ toe."
        case .area: return "Teken de plaats op de kaart bij ‘\(question)’."
        case .date: return "Vul een datum in bij ‘\(question)’."
        case .period: return "Vul de eerste en de laatste dag in bij ‘\(question)’."
        default: return "Vul ‘\(question)’ in."
        }
    }

    /// The part of the field to which the error summary links.
    var firstPart: String {
        switch kind {
        case .period: "\(name).van"
        case .address: "\(name).straat"
        default: name
        }
    }
}

extension String {
    /// Without the mark at the end of a question.
    var withoutMarks: String {
        var text = self
        while let last = text.last, "?:.".contains(last) { text.removeLast() }
        return text
    }
}
