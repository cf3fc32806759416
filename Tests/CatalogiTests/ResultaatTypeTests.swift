import Catalogi
import Database
import Kernel
import TestGround
import Testing

/// How long a dossier is kept: what the selectielijst demands of a resultaattype.
@Suite struct ResultaatTypeTests {
    private static func procedure(_ members: String) -> [String: String?] {
        ["brondatumArchiefprocedure": "{\(members)}"]
    }

    private static func row(_ name: String, _ members: String) -> [String: String?] {
        procedure(members).merging(["selectielijstklasse": "\"https://lijsten.example/resultaten/\(name)\""]) { $1 }
    }

    private static let mismatch = "nonFieldErrors invalid-afleidingswijze-for-procestermijn"

    @Test(arguments: Kind.available) func `a resultaattype`(_ kind: Kind) async throws {
        let rules = [
            Rule([:]),
            Rule(["resultaattypeomschrijving": #""https://niets.example/1""#], "resultaattypeomschrijving bad-url"),
            Rule(["selectielijstklasse": #""https://niets.example/1""#], "selectielijstklasse bad-url"),
            Rule(["selectielijstklasse": "\"\(Samples.elsewhere)\""], "selectielijstklasse invalid-resource"),
            Rule(Self.row("ander", #""afleidingswijze":"afgehandeld""#), "nonFieldErrors procestype-mismatch"),
            Rule(Self.row("nihil", #""afleidingswijze":"afgehandeld""#)),
            Rule(Self.row("nihil", #""afleidingswijze":"termijn","procestermijn":"P1Y""#), Self.mismatch),
            Rule(Self.row("duur", #""afleidingswijze":"afgehandeld""#), Self.mismatch),
            Rule(Self.row("duur", #""afleidingswijze":"hoofdzaak""#)),
            Rule(Self.row("geschat", #""afleidingswijze":"hoofdzaak""#), Self.mismatch),
            Rule(Self.row("geschat", #""afleidingswijze":"termijn","procestermijn":"P1Y""#)),
            Rule(["brondatumArchiefprocedure": "null"], "brondatumArchiefprocedure required"),
            Rule(["brondatumArchiefprocedure": "null", "archiefnominatie": #""blijvend_bewaren""#]),
            Rule(Self.procedure(#""afleidingswijze":"termijn""#), "brondatumArchiefprocedure.procestermijn required"),
            Rule(
                Self.procedure(#""afleidingswijze":"termijn","procestermijn":"P1Y","einddatumBekend":true"#),
                "brondatumArchiefprocedure.einddatumBekend must-be-empty"
            ),
            Rule(
                Self.procedure(
                    #""afleidingswijze":"afgehandeld","datumkenmerk":"x","objecttype":"pand","registratie":"r""#
                ),
                "brondatumArchiefprocedure.datumkenmerk must-be-empty",
                "brondatumArchiefprocedure.objecttype must-be-empty",
                "brondatumArchiefprocedure.registratie must-be-empty"
            ),
            Rule(Self.procedure(#""afleidingswijze":"eigenschap""#), "brondatumArchiefprocedure.datumkenmerk required"),
            Rule(Self.procedure(#""afleidingswijze":"eigenschap","datumkenmerk":"einde""#)),
            Rule(
                Self.procedure(#""afleidingswijze":"zaakobject","datumkenmerk":"einde""#),
                "brondatumArchiefprocedure.objecttype required"
            ),
            Rule(
                Self.procedure(#""afleidingswijze":"ander_datumkenmerk","datumkenmerk":"d","objecttype":"PAND""#),
                "brondatumArchiefprocedure.registratie required"
            ),
            Rule(Self.procedure(#""afleidingswijze":"vervaldatum_besluit","objecttype":"","procestermijn":null"#)),
            Rule(
                Self.procedure(#""afleidingswijze":"gisteren""#),
                "brondatumArchiefprocedure.afleidingswijze invalid_choice"
            ),
        ]
        try await withTown(kind) { town in
            try await town.check(rules, ResultaatType.self, .resultaattype(town.zaaktypeURL))
        }
    }

    @Test(
        arguments: Kind.available,
        [("vrij", "vernietigen", "P10Y"), ("bewaren", "blijvend_bewaren", nil)] as [(String, String, String?)]
    ) func `what is not given is taken from the selectielijst`(
        _ kind: Kind,
        _ case: (row: String, nominatie: String, term: String?)
    ) async throws {
        try await withTown(kind) { town in
            let changes = Self.row(`case`.row, #""afleidingswijze":"afgehandeld""#)
            let id = try await town.add(ResultaatType.self, Body.resultaattype(town.zaaktypeURL).with(changes))
            let shown = try await town.ground.json(ResultaatType.self, id)
            #expect(shown?["archiefnominatie"]?.text == `case`.nominatie)
            #expect(shown?["archiefactietermijn"]?.text == `case`.term)
        }
    }
}
