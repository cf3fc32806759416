import Foundation
import Kernel
import Testing

@testable import Dossiers

@Suite struct DocumentTests {
    /// Something in the unseen type that is replaced, and the fault that must follow.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let path: String
        let code: TypeFault.Code
        var words = ""
        var testDescription: String { "\(code.rawValue) at \(path)" }
    }

    static let mistakes: [Mistake] = [
        Mistake(old: "\"versie\": 3", new: "\"versie\": 0", path: "$.versie", code: .wrongValue),
        Mistake(
            old: "\"versie\": 3",
            new: "\"versies\": 3",
            path: "$.versies",
            code: .unknownMember,
            words: "Bedoel je 'versie'?"
        ),
        Mistake(old: "\"versie\": 3, ", new: "", path: "$.versie", code: .missing, words: "Vul 'versie' in"),
        Mistake(
            old: "\"versie\": 3",
            new: "\"versie\": 3, \"versie\": 4",
            path: "$.versie",
            code: .notJSON,
            words: "twee keer"
        ),
        Mistake(
            old: "\"kanalen\": [\"loket\"",
            new: "\"kanalen\": [\"lokket\"",
            path: "$.kanalen[0]",
            code: .wrongValue,
            words: "'loket'"
        ),
        Mistake(
            old: "\"geldigVanaf\": \"2026-01-01\"",
            new: "\"geldigVanaf\": \"2026-02-30\"",
            path: "$.geldigVanaf",
            code: .wrongValue
        ),
        Mistake(
            old: "\"duur\": \"P20D\"",
            new: "\"duur\": \"P0D\"",
            path: "$.termijnen[0].duur",
            code: .wrongValue,
            words: "meer dan nul"
        ),
        Mistake(old: "\"duur\": \"P20D\"", new: "\"duur\": \"-P20D\"", path: "$.termijnen[0].duur", code: .wrongValue),
        Mistake(
            old: "\"duur\": \"P20D\"",
            new: "\"duur\": \"P1M\", \"werkdagen\": true",
            path: "$.termijnen[0].duur",
            code: .contradiction
        ),
        Mistake(
            old: "\"fase\": \"gewogen\", \"rol\": \"luchtwacht\"",
            new: "\"fase\": \"gewoge\", \"rol\": \"luchtwacht\"",
            path: "$.taken[1].fase",
            code: .unknownReference,
            words: "Bedoel je 'gewogen'?"
        ),
        Mistake(
            old: "\"rol\": \"vogelwacht\"",
            new: "\"rol\": \"ornitholoog\"",
            path: "$.adviezen[1].rol",
            code: .unknownReference
        ),
        Mistake(
            old: "\"stukken\": [\"weerbericht\"]",
            new: "\"stukken\": [\"weer\"]",
            path: "$.taken[0].stukken",
            code: .unknownReference
        ),
        Mistake(
            old: "\"documentsoort\": \"brevet\"",
            new: "\"documentsoort\": \"diploma\"",
            path: "$.formulier.stappen[2].velden[0].documentsoort",
            code: .unknownReference
        ),
        Mistake(
            old: "mandje * tabel",
            new: "mandj * tabel",
            path: "$.retributie.lijnen[0].formule",
            code: .expression,
            words: "Bedoel je 'mandje'?"
        ),
        Mistake(
            old: "\"formule\": \"personen * 0.5\"",
            new: "\"formule\": \"mandje * 0.5\"",
            path: "$.retributie.lijnen[1].formule",
            code: .expression,
            words: "een bedrag"
        ),
        Mistake(
            old: "\"formule\": \"personen * 0.5\"",
            new: "\"formule\": \"nachtvlucht\"",
            path: "$.retributie.lijnen[1].formule",
            code: .expression
        ),
        Mistake(
            old: "\"als\": \"mandje > 4\"",
            new: "\"als\": \"mandje >\"",
            path: "$.adviezen[1].als",
            code: .expression,
            words: "Teken"
        ),
        Mistake(
            old: "\"tonenAls\": \"nacht\"",
            new: "\"tonenAls\": \"lampen > 1\"",
            path: "$.formulier.stappen[1].tonenAls",
            code: .expression
        ),
        Mistake(
            old: "\"begintAls\": \"betaald en toegewezen\"",
            new: "\"begintAls\": \"taakKlaar('besluit')\"",
            path: "$.fasen[1].begintAls",
            code: .unreachable
        ),
        Mistake(
            old: "\"begintAls\": \"betaald en toegewezen\"",
            new: "\"begintAls\": \"onwaar\"",
            path: "$.fasen[1].begintAls",
            code: .unreachable
        ),
        Mistake(
            old: "\"begintAls\": \"betaald en toegewezen\"",
            new: "\"begintAls\": \"advies('brand') = 'gunstig'\"",
            path: "$.fasen[1].begintAls",
            code: .unreachable
        ),
        Mistake(old: "\"na\": [\"besluit\"]", new: "\"na\": [\"tekenen\"]", path: "$.taken[2].na", code: .cycle),
        Mistake(
            old: "\"fase\": \"bevraagd\", \"rol\": \"luchtwacht\"",
            new: "\"fase\": \"bevraagd\", \"na\": [\"besluit\"], \"rol\": \"luchtwacht\"",
            path: "$.taken[0].na[0]",
            code: .unreachable
        ),
        Mistake(
            old: "\"fase\": \"bevraagd\", \"rol\": \"luchtwacht\"",
            new: "\"fase\": \"klaar\", \"rol\": \"luchtwacht\"",
            path: "$.taken[0].fase",
            code: .unreachable
        ),
        Mistake(
            old: "{mandje} personen",
            new: "{mandjes} personen",
            path: "$.beslissingen[0].artikelen[0].tekst",
            code: .expression,
            words: "Bedoel je 'mandje'?"
        ),
        Mistake(
            old: "{mandje} personen",
            new: "{mandje personen",
            path: "$.beslissingen[0].artikelen[0].tekst",
            code: .expression
        ),
        Mistake(
            old: "\"soort\": \"betaald\"",
            new: "\"soort\": \"stukken\"",
            path: "$.poorten[1].stukken",
            code: .missing
        ),
        Mistake(
            old: "\"resultaten\": [\"blijven\"]",
            new: "\"resultaten\": [\"opstijgen\"]",
            path: "$.resultaten[1].beslissing",
            code: .contradiction
        ),
        Mistake(
            old: "\"naam\": \"lampen\"",
            new: "\"naam\": \"mandje\"",
            path: "$.formulier.stappen[1].velden[0].naam",
            code: .duplicate
        ),
        Mistake(
            old: "\"naam\": \"lampen\"",
            new: "\"naam\": \"euro\"",
            path: "$.formulier.stappen[1].velden[0].naam",
            code: .duplicate
        ),
        Mistake(old: ", \"termijn\": \"P3Y\"", new: "", path: "$.bewaring.termijn", code: .missing),
        Mistake(old: "\"vanaf\": \"6\"", new: "\"vanaf\": \"0\"", path: "$.tabellen[0].rijen[1]", code: .duplicate),
        Mistake(
            old: "\"minstens\": \"1\", \"hoogstens\": \"20\"",
            new: "\"minstens\": \"21\", \"hoogstens\": \"20\"",
            path: "$.formulier.stappen[0].velden[1].hoogstens",
            code: .contradiction
        ),
        Mistake(
            old: "\"duur\": \"P5D\", \"werkdagen\": true",
            new: "\"duur\": \"P5D\", \"geteld\": \"voorDatum\"",
            path: "$.adviezen[0].tegen.datum",
            code: .contradiction
        ),
        Mistake(
            old: "\"titel\": \"Opstijgen met een luchtballon\"",
            new: "\"titel\": {\"en\": \"Balloon\"}",
            path: "$.titel.nl",
            code: .missing
        ),
        Mistake(
            old: "\"titel\": \"Opstijgen met een luchtballon\"",
            new: "\"titel\": {\"nl\": \"x\", \"de\": \"y\"}",
            path: "$.titel.de",
            code: .unknownMember
        ),
        Mistake(
            old: "\"titel\": \"Opstijgen met een luchtballon\"",
            new: "\"titel\": 4",
            path: "$.titel",
            code: .wrongKind
        ),
    ]

    @Test(arguments: mistakes) func `each mistake is told with its place and its way out`(mistake: Mistake) throws {
        #expect(UnseenType.json.contains(mistake.old))
        let faults = Self.faults(UnseenType.json.replacingOccurrences(of: mistake.old, with: mistake.new))
        let found = faults.first { $0.path == mistake.path && $0.code == mistake.code }
        #expect(found != nil, "\(faults)")
        #expect(found?.sentence.contains(mistake.words) ?? false || mistake.words.isEmpty, "\(faults)")
    }

    @Test func `all faults are told at once`() {
        let json = UnseenType.json.replacingOccurrences(of: "\"versie\": 3", with: "\"versie\": -3")
            .replacingOccurrences(of: "\"P20D\"", with: "\"twintig\"")
            .replacingOccurrences(of: "\"soort\": \"getal\"", with: "\"soort\": \"getalletje\"")
        #expect(
            Self.faults(json).map(\.path) == [
                "$.versie", "$.formulier.stappen[0].velden[1].soort", "$.formulier.stappen[1].velden[0].soort",
                "$.termijnen[0].duur",
            ]
        )
    }

    @Test func `no change to a document traps its reader, and each fault has a path and a sentence`() throws {
        var random = SeededGenerator(seed: 2_026)
        let original = try JSONValue(try Library.bytes("inname-openbaar-domein"), limits: DossierType.limits)
        for _ in 0..<250 {
            let changed = Self.mutated(original, &random)
            for fault in Self.faults(String(decoding: changed.bytes, as: UTF8.self)) {
                #expect(fault.path.hasPrefix("$") && fault.sentence.count > 5, "seed 2026: \(fault)")
            }
        }
    }

    @Test func `no bytes trap its reader`() throws {
        var random = SeededGenerator(seed: 5)
        let original = Array(UnseenType.json.utf8)
        for _ in 0..<600 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            }
            do throws(TypeFaults) {
                _ = try DossierType.read(bytes)
            } catch {
                #expect(!error.list.isEmpty && error.list.allSatisfy { $0.path.hasPrefix("$") }, "seed 5")
            }
        }
    }

    @Test func `the published schema is the one that the reader follows`() throws {
        let file = Library.root.appending(path: "docs/schemas/dossiertype.schema.json")
        let tree = try JSONSerialization.jsonObject(with: Data(DossierType.schema.bytes))
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let expected = try JSONSerialization.data(withJSONObject: tree, options: options) + Data("\n".utf8)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try expected.write(to: file) }
        #expect(try Data(contentsOf: file) == expected, "UPDATE_GOLDEN=1 rewrites it")
    }

    @Test func `what changes between two versions is told in words`() throws {
        let old = try DossierType.read(Array(UnseenType.json.utf8))
        let json = UnseenType.json.replacingOccurrences(of: "\"versie\": 3", with: "\"versie\": 4")
            .replacingOccurrences(of: "\"P20D\"", with: "\"P30D\"")
            .replacingOccurrences(of: "\"waarde\": \"8.25\"", with: "\"waarde\": \"9\"")
            .replacingOccurrences(of: ", \"als\": \"nacht\"}", with: "}")
            .replacingOccurrences(
                of: "\"naam\": \"vogels\", \"titel\": \"Vogelwacht\"",
                with: "\"naam\": \"dieren\", \"titel\": \"Dieren\""
            )
        let new = try DossierType.read(Array(json.utf8))
        let changes = TypeDifference(from: old, to: new).changes
        #expect(
            changes.map { ($0.place + [$0.sentence]).joined(separator: " > ") } == [
                "Versie > Was 3, wordt 4.",
                "Tabellen > schijf > Rijen > 6 > Waarde > Was '8.25', wordt '9'.",
                "Adviezen > 'vogels' valt weg.",
                "Adviezen > 'dieren' komt erbij.",
                "Termijnen > toelating > Duur > Was 'P20D', wordt 'P30D'.",
                "Beslissingsteksten > ja > Artikelen > Met {lampen} lampen. > Als > Valt weg: 'nacht'.",
            ]
        )
        #expect(TypeDifference(from: old, to: old).changes.isEmpty)
    }

    @Test func `a running dossier moves only where nothing is lost and no day comes later`() throws {
        let old = try DossierType.read(Array(UnseenType.json.utf8))
        let walk = try Walk(old, Answers(values: ["mandje": .number(.one)]), papers: ["brevet"], on: "2026-06-22")
        let obstacles = { (change: String, to: String) throws -> [String] in
            let json = UnseenType.json.replacingOccurrences(of: change, with: to)
            return DossierType.obstacles(to: walk.flow("2026-06-23"), to: try DossierType.read(Array(json.utf8)))
        }
        #expect(try obstacles("\"versie\": 3", "\"versie\": 4") == [])
        #expect(try obstacles("\"P20D\"", "\"P10D\"") == [])
        #expect(try obstacles("\"P20D\"", "\"P30D\"").first?.hasPrefix("De uiterste dag zou later vallen") == true)
        #expect(try obstacles("aangemeld", "gemeld").first == "De fase 'aangemeld' bestaat niet meer.")
        #expect(try obstacles("\"ballonvaart\"", "\"zeppelin\"") == ["Dit is een ander soort dossier."])
        #expect(try obstacles("mandje", "gondel").first?.contains("Het veld 'mandje' bestaat niet meer") == true)
        #expect(try obstacles("brevet", "licentie").contains("De documentsoort 'brevet' bestaat niet meer."))
    }

    private static func faults(_ json: String) -> [TypeFault] {
        do throws(TypeFaults) {
            _ = try DossierType.read(Array(json.utf8))
            return []
        } catch {
            return error.list
        }
    }

    /// The tree with one to three values replaced, removed or doubled.
    private static func mutated(_ value: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
        let scraps: [JSONValue] = [
            .null, .text(""), .text("x"), .number(.integer(-1)), .array([]), .object([]), .boolean(true), .text("P1D"),
            .text(String(repeating: "(", count: 300)), .text("{{{"), .text("niet niet waar"), .number(.integer(.max)),
        ]
        guard Int.random(in: 0..<8, using: &random) > 0 else { return scraps.randomElement(using: &random) ?? .null }
        switch value {
        case .array(var elements) where !elements.isEmpty:
            let index = Int.random(in: elements.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: elements.remove(at: index)
            case 1: elements.append(elements[index])
            default: elements[index] = mutated(elements[index], &random)
            }
            return .array(elements)
        case .object(var members) where !members.isEmpty:
            let index = Int.random(in: members.indices, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: members.remove(at: index)
            case 1: members[index].name += "x"
            default: members[index].value = mutated(members[index].value, &random)
            }
            return .object(members)
        default: return scraps.randomElement(using: &random) ?? .null
        }
    }
}
