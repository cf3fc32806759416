import Kernel
import Testing

@testable import Dossiers

@Suite struct ExpressionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let source: String
        let result: Operand
        var testDescription: String { source }

        init(_ source: String, _ result: Operand) {
            (self.source, self.result) = (source, result)
        }
    }

    static let cases: [Case] = [
        Case("1 + 2 * 3", .number(amount("7"))),
        Case("(1 + 2) * 3", .number(amount("9"))),
        Case("10 - 3 - 2", .number(amount("5"))),
        Case("-2 * 3", .number(amount("-6"))),
        Case("7 / 2", .number(amount("3.5"))),
        Case("1 / 3", .number(amount("0.3333"))),
        Case("2 / 3", .number(amount("0.6667"))),
        Case("1 / 0", .empty),
        Case("0.50 euro * oppervlakte", .money(amount("6.25"))),
        Case("oppervlakte * dagen(periode) * 0.10 euro", .money(amount("12.5"))),
        Case("dagen(periode)", .number(amount("10"))),
        Case("dagen(begin(periode), einde(periode))", .number(amount("9"))),
        Case("einde(periode) > datum('2026-07-09')", .boolean(true)),
        Case("plusDagen(begin(periode), 31) = datum('2026-08-01')", .boolean(true)),
        Case("jaar(begin(periode))", .number(amount("2026"))),
        Case("naarBoven(dagen(periode) / 7)", .number(amount("2"))),
        Case("rond(2.25 euro, 0.10 euro)", .money(amount("2.3"))),
        Case("naarBeneden(-1.5)", .number(amount("-2"))),
        Case("min(3, 2, 5)", .number(amount("2"))),
        Case("max(3 euro, 2 euro)", .money(amount("3"))),
        Case("als(zone = 'centrum', 2 euro, 1 euro)", .money(amount("2"))),
        Case("als(zone = 'rand', 2 euro, 1 euro)", .money(amount("1"))),
        Case("bevat(toestellen, 'kraan') en niet bevat(toestellen, 'lift')", .boolean(true)),
        Case("aantal(toestellen)", .number(amount("2"))),
        Case("ingevuld(zone) en niet ingevuld(leeg)", .boolean(true)),
        Case("leeg + 1", .empty),
        Case("leeg > 1", .boolean(false)),
        Case("leeg = leeg", .boolean(false)),
        Case("waar of onwaar en onwaar", .boolean(true)),
        Case("niet waar of waar", .boolean(true)),
        Case("zone != 'rand'", .boolean(true)),
        Case("euro(oppervlakte)", .money(amount("12.5"))),
        Case("99999999999 * 99999999999", .empty),
    ]

    @Test(arguments: cases) func `an expression gives what it says`(of example: Case) throws {
        var evaluation = Self.evaluation()
        #expect(evaluation.value(of: try Expression(example.source)) == example.result)
    }

    @Test(arguments: [
        ("1 +", "Hier hoort nog een waarde te staan."), ("(1", "')'"), ("1 2", "eindigen"), ("als(waar, 1)", "'als'"),
        ("tabl('x', 1)", "Bedoel je 'tabel'?"), ("'open", "aanhalingsteken"), ("1.23456", "vier cijfers"),
        ("a ? b", "'?'"), (String(repeating: "(", count: 40) + "1", "te veel haakjes"), ("!a", "'!'"), ("", "waarde"),
        (String(repeating: "1+", count: 251) + "1", "te lang"), (String(repeating: "1", count: 1001), "1000 tekens"),
    ])
    func `what cannot be read is refused with its place and the way out`(source: String, words: String) {
        #expect { try Expression(source) } throws: { error in
            guard let error = error as? ExpressionError else { return false }
            return error.sentence.contains(words) && error.position > 0
        }
    }

    @Test(arguments: [
        ("zone + 1", "een tekst"), ("1 euro * 2 euro", "bedrag met een bedrag"), ("1 + 1 euro", "euro(…)"),
        ("zone = 'centrm'", "geen keuze"), ("opervlakte", "Bedoel je 'oppervlakte'?"), ("niet 1", "voorwaarde"),
        ("als(1, 2, 3)", "voorwaarde"), ("dagen(zone)", "een periode"), ("tabel('tarif', zone)", "Bedoel je 'tarief'?"),
        ("tabel('tarief', 1)", "een tekst"), ("tabel(zone, zone)", "aanhalingstekens"),
        ("taakKlaar('x')", "niet gebruiken"),
        ("zone < 'a'", "vergelijkt"), ("bevat(toestellen, 'boot')", "geen keuze"), ("datum('gisteren')", "2026-07-01"),
    ])
    func `kinds are checked before any dossier meets them`(source: String, words: String) throws {
        let kinds = Set(Operand.Kind.allCases)
        let faults = ExpressionCheck.faults(try Expression(source), in: Self.scope, wanted: kinds)
        #expect(faults.contains { $0.contains(words) }, "\(faults)")
    }

    @Test func `rounding is away from zero at the half, and exact`() {
        #expect(amount("2.5").rounded(.nearest) == amount("3"))
        #expect(amount("-2.5").rounded(.nearest) == amount("-3"))
        #expect(amount("0.005").cents == 1)
        #expect(amount("1.10").times(amount("3")) == amount("3.3"))
        #expect(amount("100000").times(amount("999999")) == amount("99999900000"))
        #expect(amount("0.9999").times(amount("100000000000")) == amount("99990000000"))
        #expect(amount("-7").divided(by: amount("2")) == amount("-3.5"))
        #expect(amount("-1").divided(by: amount("3")) == amount("-0.3333"))
        #expect(amount("99999999999").divided(by: amount("0.0001")) == nil)
    }

    @Test(arguments: [
        ("12,5", "12.5"), ("1.234,50", "1234.5"), ("€ 12", "12"), ("12.5", "12.5"), ("12,50 euro", "12.5"),
        ("-3", "-3"),
    ])
    func `numbers are read as people in Flanders type them`(typed: String, plain: String) {
        #expect(Amount(typed: typed) == amount(plain))
    }

    @Test(arguments: ["", "1,2,3", "1.23,4", "een", "12,34567", "--1", "1e5", "٣", "1234567890123"])
    func `what is no number is none`(typed: String) {
        #expect(Amount(typed: typed) == nil)
    }

    @Test func `no expression that can be read runs out of steps, whatever it is`() throws {
        var random = SeededGenerator(seed: 20_261_125)
        for _ in 0..<3_000 {
            let source = Self.random(&random, depth: 5)
            guard let expression = try? Expression(source) else { continue }
            #expect(expression.size <= Expression.partsMax)
            var evaluation = Self.evaluation()
            let kinds = ExpressionCheck.faults(expression, in: Self.scope, wanted: Set(Operand.Kind.allCases))
            let value = evaluation.value(of: expression)
            #expect(evaluation.steps >= Evaluation.stepsMax - expression.size, "seed 20261125: \(source)")
            if kinds.isEmpty, value != .empty { #expect(value.kind != nil) }
        }
    }

    @Test func `an evaluation without steps ends in nothing`() throws {
        var evaluation = Evaluation(steps: 2, name: { _ in .empty }, ask: { _, _ in .empty })
        #expect(evaluation.value(of: try Expression("1 + 2 + 3 + 4")) == .empty)
    }

    @Test func `bytes of any kind never trap the reader of expressions`() {
        var random = SeededGenerator(seed: 7)
        let letters = Array("abz019.'()+-*/<>=!,  euroalsentabel{}é\u{301}😀\n")
        for _ in 0..<20_000 {
            let source = String(
                (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                    letters.randomElement(using: &random)
                }
            )
            _ = try? Expression(source)
            _ = try? Template(source)
        }
    }

    static let scope: ExpressionScope = {
        var scope = ExpressionScope(names: [
            "oppervlakte": .init(.number), "periode": .init(.span), "leeg": .init(.number),
            "zone": .init(.text, choices: ["centrum", "rand"]),
            "toestellen": .init(.texts, choices: ["kraan", "container", "lift"]),
        ])
        scope.tables = ["tarief": (.money, 1)]
        scope.references = [.table: ["tarief"]]
        return scope
    }()

    static func evaluation() -> Evaluation {
        let names: [String: Operand] = [
            "oppervlakte": .number(amount("12.5")), "zone": .text("centrum"),
            "toestellen": .texts(["kraan", "container"]),
            "periode": .span(day("2026-07-01"), day("2026-07-10")),
        ]
        return Evaluation(name: { names[$0] ?? .empty }, ask: { _, _ in .money(.one) })
    }

    /// An expression that is right, wrong or absurd.
    static func random(_ random: inout SeededGenerator, depth: Int) -> String {
        let leaves = [
            "1", "0", "12.5", "3 euro", "zone", "periode", "'centrum'", "waar", "leeg", "oppervlakte", "99999999999",
            "toestellen", "datum('2026-02-29')",
        ]
        guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else {
            return leaves.randomElement(using: &random) ?? "1"
        }
        let inner = { (random: inout SeededGenerator) in Self.random(&random, depth: depth - 1) }
        if Bool.random(using: &random) {
            let signs = ["+", "-", "*", "/", "=", "!=", "<", ">=", "en", "of"]
            return "(\(inner(&random)) \(signs.randomElement(using: &random) ?? "+") \(inner(&random)))"
        }
        let function = Function.allCases.randomElement(using: &random) ?? .least
        let count = Int.random(in: function.arguments, using: &random)
        return "\(function.rawValue)(\((0..<count).map { _ in inner(&random) }.joined(separator: ", ")))"
    }
}
