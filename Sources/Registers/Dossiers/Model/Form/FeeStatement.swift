import Kernel

/// What a dossier costs, line by line.
public struct FeeStatement: Hashable, Sendable {
    /// One line.
    public struct Line: Hashable, Sendable {
        /// What is paid for.
        public let title: String
        /// How the sum came about: `4 m² × 10 dagen × 0,50 euro`.
        public let explanation: String?
        /// In euros.
        public let sum: Amount
    }

    /// The lines that count.
    public private(set) var lines: [Line] = []
    /// What must be paid, in euros, to the cent.
    public private(set) var total = Amount.zero
    /// When it must be paid.
    public let due: Fee.Due

    /// Works out a fee; nil as long as an answer that it needs is missing.
    init?(_ fee: Fee, _ type: DossierType, _ answers: Answers, _ evaluation: Evaluation) {
        due = fee.due
        var sums: [String: Operand] = [:]
        for line in fee.lines {
            var current = evaluation.knowing(sums)
            if let when = line.when, !current.value(of: when).isTrue {
                sums[line.name] = .money(.zero)
                continue
            }
            current = evaluation.knowing(sums)
            guard case .money(let sum) = current.value(of: line.sum), let cents = Amount(units: sum.cents * 100),
                let grown = total.adding(cents)
            else { return nil }
            sums[line.name] = .money(cents)
            total = grown
            let text = line.explanation?.nl.filled(evaluation.knowing(sums)) { type.written($0, answers) }
            lines.append(Line(title: line.title.nl, explanation: text, sum: cents))
        }
        bound(fee)
    }

    /// Keeps the total within the limits of the regulation, and says so in a line of its own.
    private mutating func bound(_ fee: Fee) {
        if let least = fee.least, total > .zero, total < least {
            add("Minimum: je betaalt minstens \(least.writtenEuro)", up: least)
        } else if let most = fee.most, total > most {
            add("Maximum: je betaalt hoogstens \(most.writtenEuro)", up: most)
        }
    }

    private mutating func add(_ title: String, up limit: Amount) {
        guard let difference = limit.subtracting(total) else { return }
        lines.append(Line(title: title, explanation: nil, sum: difference))
        total = limit
    }
}

extension Evaluation {
    /// The same evaluation, with a fresh budget and more names.
    func knowing(_ more: [String: Operand]) -> Evaluation {
        let (name, ask) = (name, ask)
        return Evaluation(name: { more[$0] ?? name($0) }, ask: ask)
    }
}
