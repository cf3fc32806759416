public import Kernel

/// A letter or decision with its places filled in: plain text in blocks.
///
/// No markup: whoever makes a page, a mail or a PDF of it escapes the text as any other.
public struct WrittenLetter: Hashable, Sendable {
    /// A heading, paragraph or point.
    public struct Part: Hashable, Sendable {
        /// What it is on the page.
        public let kind: Block.Kind
        /// What it says.
        public let text: String
    }

    /// The subject, or the heading of a decision.
    public let subject: String
    /// The language in which it is written.
    public let language: Language
    /// What it says.
    public let parts: [Part]

    /// The text for a mail without markup.
    public var plain: String {
        parts.map { $0.kind == .point ? "- \($0.text)" : $0.text }.joined(separator: "\n\n")
    }
}

/// What letters need to know that is not in the dossier.
public struct LetterContext: Hashable, Sendable {
    /// The dossier's number.
    public var number: String
    /// The applicant's name.
    public var applicant: String
    /// Whoever has the dossier.
    public var handler = Handler()
    /// The department's name.
    public var department: String
    /// The town's name.
    public var town: String
    /// Why the decision was taken.
    public var motivation = ""
    /// Under which conditions.
    public var conditions = ""
    /// The reason of the verb that sends the letter.
    public var reason = ""

    /// How to reach whoever has the dossier.
    public struct Handler: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The telephone number.
        public var phone: String
        /// The mail address.
        public var mail: String

        /// Takes what is known.
        public init(name: String = "", phone: String = "", mail: String = "") {
            (self.name, self.phone, self.mail) = (name, phone, mail)
        }
    }

    /// Takes what is known.
    public init(number: String, applicant: String, department: String, town: String) {
        (self.number, self.applicant) = (number, applicant)
        (self.department, self.town) = (department, town)
    }
}

extension Flow {
    /// Writes a letter to the applicant.
    public func write(_ letter: Letter, _ context: LetterContext, in language: Language = .nl) -> WrittenLetter {
        let writer = LetterWriter(flow: self, context: context, language: language, outcome: outcome)
        return WrittenLetter(
            subject: writer.text(letter.subject),
            language: letter.subject.language(for: language),
            parts: writer.parts(letter.blocks)
        )
    }

    /// Writes a decision that leads to a result, before anybody has decided it.
    ///
    /// Only the Dutch text is official, so it is always Dutch.
    public func write(_ decision: DecisionText, for outcome: Outcome, _ context: LetterContext) -> WrittenLetter {
        let writer = LetterWriter(flow: self, context: context, language: .nl, outcome: outcome)
        let parts = writer.parts(decision.considerations) + writer.articles(decision.articles)
        return WrittenLetter(subject: decision.title.nl, language: .nl, parts: parts)
    }
}

private struct LetterWriter {
    let flow: Flow
    let context: LetterContext
    let language: Language
    /// The result that is told, or to which the decision leads.
    let outcome: Outcome?

    func text(_ template: TemplateText) -> String {
        let flow = flow
        return template[language].filled(evaluation) { flow.type.written($0, flow.answers) }
    }

    func parts(_ blocks: [Block]) -> [WrittenLetter.Part] {
        blocks.filter(holds).map { WrittenLetter.Part(kind: $0.kind, text: text($0.text)) }
    }

    /// Articles with their numbers, those that are there.
    func articles(_ blocks: [Block]) -> [WrittenLetter.Part] {
        blocks.filter(holds).enumerated().map { index, block in
            WrittenLetter.Part(kind: block.kind, text: "Artikel \(index + 1). \(text(block.text))")
        }
    }

    private func holds(_ block: Block) -> Bool {
        guard let when = block.when else { return true }
        var evaluation = evaluation
        return evaluation.value(of: when).isTrue
    }

    private var evaluation: Evaluation { flow.evaluation().knowing(names) }

    private var names: [String: Operand] {
        let question = flow.facts.openQuestions.last ?? flow.facts.questions.last
        let stop = question.flatMap { flow.stopDay($0) }
        let appeal = outcome.flatMap { flow.appeal($0) }
        let given = flow.facts.decision.map { BrusselsTime.day(of: $0.at) }
        return [
            "dossier.nummer": .text(context.number), "dossier.titel": .text(flow.type.title[language]),
            "dossier.ontvangen": .day(flow.receivedOn), "dossier.uitersteDag": .day(flow.lastDay),
            "aanvrager.naam": .text(context.applicant), "behandelaar.naam": .text(context.handler.name),
            "behandelaar.telefoon": .text(context.handler.phone), "behandelaar.mail": .text(context.handler.mail),
            "dienst.naam": .text(context.department), "gemeente.naam": .text(context.town),
            "vraag.stukken": .text(papers(question)), "vraag.uitleg": .text(question?.ask.explanation ?? ""),
            "vraag.uitersteDag": .day(question?.ask.answerBy), "vraag.stopDag": .day(stop),
            "beslissing.titel": .text(outcome?.title[language] ?? ""),
            "beslissing.tekst": .text(outcome?.text[language] ?? ""), "beslissing.datum": .day(given),
            "beslissing.motivering": .filled(context.motivation), "beslissing.voorwaarden": .filled(context.conditions),
            "beroep.waar": .filled(appeal?.appeal.place[language] ?? ""),
            "beroep.hoe": .filled(appeal?.appeal.how[language] ?? ""),
            "beroep.uitersteDag": .day(appeal?.lastDay),
            "adviezen": .filled(advices), "reden": .filled(context.reason),
            "resultaat": .filled(outcome?.name ?? ""),
        ]
    }

    private func papers(_ question: Facts.Question?) -> String {
        guard let question else { return "" }
        return flow.quotedPapers(question.open.isEmpty ? question.ask.kinds : question.open)
    }

    private var advices: String {
        flow.type.advices.compactMap { advice in
            flow.adviceOutcome(advice.name).map { "\(advice.title[language]): \($0.rawValue)" }
        }.joined(separator: "; ")
    }
}

extension Operand {
    fileprivate static func day(_ day: Day?) -> Operand { day.map { .day($0) } ?? .empty }

    /// A text, or nothing where it is blank, so that `ingevuld(…)` tells them apart.
    fileprivate static func filled(_ text: String) -> Operand { text.isEmpty ? .empty : .text(text) }
}

extension TemplateText {
    /// The language in which the text for those readers is really written.
    func language(for language: Language) -> Language {
        switch language {
        case .nl: .nl
        case .en: en == nil ? .nl : .en
        case .fr: fr == nil ? .nl : .fr
        }
    }
}
