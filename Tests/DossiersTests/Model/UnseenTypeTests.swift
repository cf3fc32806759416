import Kernel
import Testing

@testable import Dossiers

/// A type that no program knows runs from its form to a decision.
@Suite struct UnseenTypeTests {
    let type: DossierType

    init() throws {
        type = try DossierType.read(Array(UnseenType.json.utf8))
    }

    private func form(_ more: [String: [String]] = [:]) -> FilledForm {
        let values = ["dag": ["4 juli 2026"], "mandje": ["6"], "nacht": ["ja"], "lampen": ["3"]]
        let file = FileClaim(
            document: Identifier(high: 3, low: 3),
            name: "brevet.pdf",
            mediaType: "application/pdf",
            bytes: 9
        )
        let submission = Submission(values: values.merging(more) { _, new in new }, files: ["brevet": [file]])
        return FilledForm(type, submission, today: day("2026-06-22"))
    }

    @Test func `its form asks, checks and computes the fee`() {
        let form = form()
        #expect(form.isComplete, "\(form.obstacles)")
        #expect(form.fee?.total == amount("74.25"))
        #expect(form.fee?.lines.first?.explanation == "6 × 8,25 euro")
        #expect(self.form(["mandje": ["2"], "nacht": ["nee"]]).fee?.total == amount("25"))
        #expect(self.form(["nacht": ["nee"]]).answers.values["lampen"] == nil)
        #expect(
            self.form(["dag": ["26/6/2026"]]).obstacles.map(\.sentence) == ["De datum moet 27 juni 2026 of later zijn."]
        )
    }

    @Test func `it runs to a decision with both advices, paid, and signed by another`() throws {
        let form = form()
        let fee = try #require(form.fee?.total)
        var walk = try Walk(type, form.answers, papers: ["brevet"], on: "2026-06-22", fee: fee)
        #expect(
            walk.flow("2026-06-22").toAct.forApplicant
                == "We wachten op je betaling van 74,25 euro. Daarna gaan we verder."
        )
        try walk.act(.take, as: "luchtwacht", "an", on: "2026-06-22")
        #expect(walk.flow("2026-06-22").phase?.name == "aangemeld")
        try walk.act(.pay(fee), as: "luchtwacht", "an", on: "2026-06-23")
        #expect(walk.flow("2026-06-23").phase?.name == "bevraagd")
        #expect(Set(walk.flow("2026-06-23").openWork.map(\.name)) == ["weer", "brand", "vogels"])
        #expect(
            walk.flow("2026-06-23").openWork.first { $0.name == "weer" }?.waitsFor
                == "Nog niet in het dossier: Weerbericht."
        )
        #expect(walk.flow("2026-06-23").openWork.first?.due == day("2026-06-30"))
        #expect(throws: FlowRefusal.self) {
            try walk.act(.finish(task: "weer"), as: "luchtwacht", "an", on: "2026-06-23")
        }
        try walk.act(.receive(document: walk.id(), kind: "weerbericht"), as: "luchtwacht", "an", on: "2026-06-24")
        try walk.act(.finish(task: "weer"), as: "luchtwacht", "an", on: "2026-06-24", hour: 11)
        try walk.act(.advise(advice: "brand", .favourable, text: "Goed."), as: "brandweer", on: "2026-06-25")
        #expect(throws: FlowRefusal.self) {
            try walk.act(.advise(advice: "vogels", .favourable, text: "Goed."), as: "brandweer", on: "2026-06-25")
        }
        try walk.act(.advise(advice: "vogels", .favourable, text: "Geen nesten."), as: "vogelwacht", on: "2026-06-26")
        #expect(walk.flow("2026-06-26").phase?.name == "gewogen")
        try walk.act(
            .draft(FormDraft(id: walk.id(), outcome: "opstijgen", text: "ja")),
            as: "luchtwacht",
            "an",
            on: "2026-06-29"
        )
        #expect(throws: FlowRefusal.self) {
            try walk.act(.decide(outcome: "opstijgen"), as: "burgemeester", "an", on: "2026-06-29")
        }
        try walk.act(.decide(outcome: "opstijgen"), as: "burgemeester", "bo", on: "2026-06-30")
        try walk.act(.notify, as: "luchtwacht", "an", on: "2026-07-01")
        let end = walk.flow("2026-07-01")
        #expect(end.isClosed && end.outcome?.name == "opstijgen" && end.daysLate == 0)
        #expect(end.lastDay == day("2026-07-13"))
    }

    @Test func `its decision is written with its own fields, and answers are never read as placeholders`() throws {
        let form = form()
        var walk = try Walk(type, form.answers, papers: ["brevet"], on: "2026-06-22")
        let context = LetterContext(
            number: "2026-001234",
            applicant: "{dossier.nummer} <b>",
            department: "D",
            town: "T"
        )
        let decision = try #require(type.decisions.first)
        walk.fee = .zero
        #expect(
            walk.flow("2026-06-22").write(decision, for: type.outcomes[0], context).parts.map(\.text) == [
                "Artikel 1. {dossier.nummer} <b> mag met 6 personen opstijgen op zaterdag 4 juli 2026.",
                "Artikel 2. Met 3 lampen.",
            ]
        )
    }

    @Test func `the house writes what it has no letter for, in the reader's language`() throws {
        let house = try Library.house()
        let walk = try Walk(type, form().answers, papers: ["brevet"], on: "2026-06-22", fee: amount("74.25"))
        let letter = try #require(house.letter(.receipt, for: type))
        let context = LetterContext(number: "2026-001234", applicant: "An", department: "Evenementen", town: "Belfort")
        let english = walk.flow("2026-06-22").write(letter, context, in: .en)
        #expect(english.language == .en)
        #expect(english.plain.contains("Your case number is 2026-001234."))
        let dutch = walk.flow("2026-06-22").write(letter, context)
        #expect(dutch.subject == "Ontvangen: Opstijgen met een luchtballon (2026-001234)")
        #expect(dutch.plain.contains("uiterlijk op 13 juli 2026"))
        #expect(dutch.plain.contains("De retributie bedraagt 74,25 euro."))
    }
}
