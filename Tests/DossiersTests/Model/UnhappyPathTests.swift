import Kernel
import Testing

@testable import Dossiers

/// What goes otherwise: each with its sentence to the resident and its effect on the term.
@Suite struct UnhappyPathTests {
    let type: DossierType

    init() throws {
        type = try Library.type("inname-openbaar-domein")
    }

    private func taken(_ papers: [String] = ["inplantingsplan"]) throws -> Walk {
        var walk = try Walk(type, inname(), papers: papers, on: "2026-06-22", fee: amount("75"))
        try walk.act(.take, as: "behandelaar", "els", on: "2026-06-23")
        return walk
    }

    private func decided() throws -> Walk {
        var walk = try taken()
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", "els", on: "2026-06-24")
        let draft = FormDraft(
            id: walk.id(),
            outcome: "toegelaten",
            text: "toelating",
            document: walk.id(),
            digest: "ab"
        )
        try walk.act(.draft(draft), as: "behandelaar", "els", on: "2026-06-25")
        try walk.act(.approve(draft: draft.id, digest: "ab"), as: "diensthoofd", "jan", on: "2026-06-26")
        try walk.act(.decide(outcome: "toegelaten"), as: "college", on: "2026-06-29")
        try walk.act(.notify, as: "behandelaar", "els", on: "2026-06-30")
        return walk
    }

    @Test func `a question pauses the term and the paper lets it go on`() throws {
        var walk = try taken()
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        #expect(walk.flow("2026-06-24").lastDay == day("2026-07-22"))
        let asked = try walk.act(
            .ask(id: walk.id(), kinds: ["foto"], explanation: ""),
            as: "behandelaar",
            on: "2026-07-03"
        )
        #expect(asked.onTerm == "De termijn staat stil sinds 3 juli 2026, tot het stuk er is.")
        #expect(walk.flow("2026-07-10").legal?.suspendedSince == day("2026-07-03"))
        let paper = try walk.act(.receive(document: walk.id(), kind: "foto"), as: "aanvrager", on: "2026-07-14")
        // 22 July and eleven days is Sunday 2 August; it moves to Monday.
        #expect(paper.onTerm == "De termijn loopt weer. De uiterste dag is maandag 3 augustus 2026.")
    }

    @Test func `without an answer comes a reminder, and only then an end`() throws {
        var walk = try taken()
        let ask = walk.id()
        try walk.act(.ask(id: ask, kinds: ["foto"], explanation: ""), as: "behandelaar", on: "2026-06-24")
        #expect(walk.flow("2026-07-03").remindersDue.isEmpty)
        #expect(walk.flow("2026-07-04").remindersDue == [ask])
        #expect(walk.flow("2026-07-09").toAct.party == .role("behandelaar"))
        #expect(walk.flow("2026-07-09").toAct.forOfficial.contains("Stuur een herinnering."))
        #expect(throws: FlowRefusal.self) {
            try walk.act(.stop(reason: "Geen antwoord."), as: "behandelaar", on: "2026-07-09")
        }
        let reminded = try walk.act(.remind(ask: ask), as: "behandelaar", on: "2026-07-09")
        #expect(reminded.letter == .reminder)
        #expect(reminded.forApplicant?.hasPrefix("Herinnering. We wachten op jou.") == true)
        #expect(throws: FlowRefusal.self) {
            try walk.act(.stop(reason: "Geen antwoord."), as: "behandelaar", on: "2026-07-22")
        }
        let stopped = try walk.act(.stop(reason: "Geen antwoord."), as: "behandelaar", on: "2026-07-23")
        #expect(stopped.letter == .stopped)
        #expect(stopped.onTerm == "De termijn stopt.")
        #expect(walk.flow("2026-07-23").isClosed)
        #expect(walk.flow("2026-07-23").outcome?.meaning == .stopped)
    }

    @Test func `the applicant withdraws, and nobody is to act any more`() throws {
        var walk = try taken()
        let effect = try walk.act(.withdraw(reason: "De werken gaan niet door."), as: "aanvrager", on: "2026-06-25")
        #expect(effect.forApplicant == "Je aanvraag is ingetrokken. We stoppen met de behandeling.")
        #expect(effect.letter == .withdrawn)
        #expect(walk.flow("2026-07-25").daysLate == 0)
        #expect(walk.flow("2026-07-25").toAct.party == .nobody)
        #expect(walk.flow("2026-07-25").openWork.isEmpty)
    }

    @Test func `what is inadmissible ends with its reason`() throws {
        var walk = try taken()
        let effect = try walk.act(.inadmissible(reason: "De plaats is privé."), as: "behandelaar", on: "2026-06-25")
        #expect(effect.forApplicant == "We kunnen je aanvraag niet behandelen. Reden: De plaats is privé.")
        #expect(walk.flow("2026-06-25").outcome?.meaning == .inadmissible)
        #expect(throws: FlowRefusal.self) {
            try walk.act(.inadmissible(reason: "x"), as: "behandelaar", on: "2026-06-26")
        }
    }

    @Test func `a wrong document goes out, and the gate that asked for it closes`() throws {
        var walk = try taken([])
        let paper = walk.id()
        try walk.act(.receive(document: paper, kind: "inplantingsplan"), as: "aanvrager", on: "2026-06-24")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        let els = Actor("els", .official(roles: ["behandelaar"]))
        #expect(walk.flow("2026-06-25").refusal(of: .draft, by: els) == nil)
        let effect = try walk.act(
            .withdrawPaper(document: paper, reason: "Het hoort bij een ander dossier."),
            as: "behandelaar",
            on: "2026-06-25"
        )
        #expect(effect.forApplicant?.hasSuffix("Reden: Het hoort bij een ander dossier.") == true)
        #expect(walk.flow("2026-06-25").refusal(of: .draft, by: els)?.code == .gate)
    }

    @Test func `a correction asks a new decision and leaves the term alone`() throws {
        var walk = try decided()
        let last = walk.flow("2026-06-30").lastDay
        let effect = try walk.act(.correct(reason: "Fout huisnummer."), as: "behandelaar", "els", on: "2026-08-20")
        #expect(effect.onTerm?.hasPrefix("De termijn verandert niet") == true)
        let flow = walk.flow("2026-08-20")
        #expect(!flow.isClosed && flow.phase?.name == "beslissing")
        #expect(flow.lastDay == last)
        #expect(flow.daysLate == 0)
        #expect(flow.openWork.map(\.name) == ["ontwerp"])
        let draft = FormDraft(
            id: walk.id(),
            outcome: "toegelaten",
            text: "toelating",
            document: walk.id(),
            digest: "cd"
        )
        try walk.act(.draft(draft), as: "behandelaar", "els", on: "2026-08-21")
        try walk.act(.approve(draft: draft.id, digest: "cd"), as: "diensthoofd", "jan", on: "2026-08-21", hour: 11)
        try walk.act(.decide(outcome: "toegelaten"), as: "college", on: "2026-08-24")
        let told = try walk.act(.notify, as: "behandelaar", on: "2026-08-25")
        #expect(told.letter == .correction)
        #expect(walk.flow("2026-08-25").appeal?.lastDay == day("2026-10-26"))
        #expect(walk.flow("2026-08-25").isClosed)
    }

    @Test func `a dossier that is opened again has its term from that day`() throws {
        var walk = try decided()
        let effect = try walk.act(.reopen(reason: "Nieuw plan."), as: "behandelaar", on: "2026-09-01")
        #expect(effect.letter == .reopened)
        #expect(effect.onTerm == "De termijn begint opnieuw. De uiterste dag is donderdag 1 oktober 2026.")
        #expect(effect.forApplicant?.hasPrefix("We hebben je dossier heropend. Reden: Nieuw plan.") == true)
        #expect(walk.flow("2026-09-01").outcome == nil)
    }

    @Test func `what is opened again is repaired again, not only closed again`() throws {
        var walk = try Walk(try Library.type("melding-wegdek"), on: "2026-06-22")
        try walk.act(.take, as: "meldpunt", on: "2026-06-22")
        try walk.act(.finish(task: "beoordelen"), as: "meldpunt", on: "2026-06-23")
        try walk.act(.finish(task: "herstellen"), as: "wegenploeg", on: "2026-06-24")
        try walk.act(.decide(outcome: "hersteld"), as: "meldpunt", on: "2026-06-25")
        #expect(walk.flow("2026-06-25").isClosed)
        try walk.act(.reopen(reason: "De put is er weer."), as: "meldpunt", on: "2026-07-01")
        #expect(walk.flow("2026-07-01").openWork.map(\.name) == ["herstellen", "afsluiten"])
        #expect(walk.flow("2026-07-01").lastDay == day("2026-07-30"))
    }

    @Test func `after the decision the applicant reads what is left, not the old term`() throws {
        let type = try Library.type("premie-regenwaterput")
        var walk = try Walk(type, papers: ["factuur", "keuring"], channel: .desk, on: "2026-03-02")
        try walk.act(.take, as: "milieudienst", on: "2026-03-02")
        try walk.act(.finish(task: "volledig"), as: "milieudienst", on: "2026-03-03")
        try walk.act(.advise(advice: "krediet", .favourable, text: "Ja."), as: "financien", on: "2026-03-04")
        try walk.act(
            .draft(FormDraft(id: walk.id(), outcome: "toegekend", text: "toekenning")),
            as: "milieudienst",
            on: "2026-03-05"
        )
        try walk.act(.decide(outcome: "toegekend"), as: "milieuschepen", on: "2026-03-06")
        try walk.act(.notify, as: "milieudienst", on: "2026-03-09")
        let flow = walk.flow("2026-03-10")
        #expect(flow.phase?.name == "uitbetaling")
        #expect(flow.toAct.forApplicant.hasPrefix("Wij zijn aan zet: goedgekeurd, we betalen uit, uiterlijk op "))
        #expect(flow.toAct.party == .role("financien"))
        #expect(walk.flow("2026-12-10").daysLate == 0)
    }

    @Test func `a colleague takes over from somebody who is ill, with a reason`() throws {
        var walk = try taken()
        #expect(throws: FlowRefusal.self) {
            try walk.act(.takeOver(reason: "  "), as: "behandelaar", "piet", on: "2026-06-25")
        }
        let effect = try walk.act(.takeOver(reason: "Els is ziek."), as: "behandelaar", "piet", on: "2026-06-25")
        #expect(walk.facts.handler == "piet")
        #expect(effect.forApplicant == "Een andere medewerker behandelt je dossier nu. Je hoeft niets te doen.")
        #expect(effect.onTerm == "De termijn loopt gewoon verder.")
    }

    @Test func `a term is made longer once, with a reason, and not when it is over`() throws {
        var walk = try taken()
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        let effect = try walk.act(
            .extend(term: "beslissing", reason: "Veel aanvragen."),
            as: "behandelaar",
            on: "2026-07-20"
        )
        #expect(effect.letter == .extended)
        #expect(walk.flow("2026-07-20").lastDay == day("2026-08-06"))
        #expect(throws: FlowRefusal.self) {
            try walk.act(.extend(term: "beslissing", reason: "Nog meer."), as: "behandelaar", on: "2026-07-21")
        }
    }

    @Test func `taken in at the desk, the term counts from the desk and not from the typing`() throws {
        let effect = try Flow.begin(
            type,
            answers: inname(),
            papers: [(document: Identifier(high: 1, low: 1), kind: "inplantingsplan")],
            channel: .desk,
            by: Actor("onthaal", .official(roles: ["balie"])),
            received: moment("2026-06-19", 16, 30)
        )
        #expect(effect.letter == .receipt)
        let flow = Flow(type, answers: inname(), facts: Facts(effect.facts), on: day("2026-06-22"))
        #expect(flow.receivedOn == day("2026-06-19"))
        #expect(flow.reckoning(type.terms[1]).lastDay == day("2026-07-03"))
    }

    @Test func `a late dossier says by how many days, to whoever reads it`() throws {
        var walk = try taken()
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        let flow = walk.flow("2026-07-25")
        #expect(flow.daysLate == 3)
        #expect(flow.toAct.forApplicant.contains("De uiterste dag was woensdag 22 juli 2026: we zijn 3 dagen te laat."))
    }

    @Test func `a term that runs out on 31 December 9999 is no trap`() throws {
        var walk = try Walk(type, inname(), papers: ["inplantingsplan"], on: "9999-12-20")
        try walk.act(.take, as: "behandelaar", on: "9999-12-21")
        try walk.act(.ask(id: walk.id(), kinds: ["foto"], explanation: ""), as: "behandelaar", on: "9999-12-22")
        _ = walk.flow("9999-12-31").toAct
    }
}
