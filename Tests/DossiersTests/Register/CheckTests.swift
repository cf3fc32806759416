import Database
import House
import Kernel
import TestGround
import Testing

@testable import Dossiers

/// What the platform finds for the checks that forms name.
@Suite struct CheckTests {
    typealias Kind = TestGround.Kind

    private func hall(_ name: String, _ first: String, _ last: String) -> Submission {
        Submission(values: [
            "zaal": [name], "periode.van": [first], "periode.tot": [last], "personen": ["20"],
            "huurder": ["inwoner"], "doel": ["Feest"], "email": ["lien@example.org"], "reglement": ["ja"],
        ])
    }

    @Test(arguments: Kind.available) func `a hall is taken on the days of somebody else, until they take it back`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["reservatie-zaal", "straatverlichting"]) { ground in
            let type = try #require(try await ground.register.type("reservatie-zaal"))
            let me = ground.hall.surroundings.identifier()
            func isTaken(_ submission: Submission) async throws -> Bool? {
                let answers = FilledForm(type.type, submission, today: ground.register.today).answers
                return try await ground.register.checks(type, answers, by: me)["bezet"]
            }
            let wanted = hall("feestzaal", "2026-05-02", "2026-05-03")
            #expect(try await isTaken(wanted) == false)
            let (other, applicant) = try await ground.takeIn("reservatie-zaal", wanted)
            #expect(try await isTaken(hall("feestzaal", "2026-05-03", "2026-05-05")) == true)
            #expect(try await isTaken(hall("feestzaal", "2026-05-04", "2026-05-05")) == false)
            #expect(try await isTaken(hall("vergader", "2026-05-02", "2026-05-03")) == false)
            #expect(try await isTaken(Submission()) == false)
            try await ground.perform(.withdraw(reason: "Ziek"), other.dossier, applicant)
            #expect(try await isTaken(wanted) == false)
            let lamp = try #require(try await ground.register.type("straatverlichting"))
            #expect(try await ground.register.checks(lamp, Answers(), by: me).isEmpty)
        }
    }

    @Test(arguments: Kind.available) func `a form keeps for whom, how and when an official takes it in`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["straatverlichting"]) { ground in
            let type = try #require(try await ground.register.type("straatverlichting"))
            let ids = ground.hall.surroundings
            let received = try #require(Instant("2026-03-01T13:05:00Z"))
            let intake = DeskIntake(applicant: ids.identifier(), channel: .phone, received: received)
            let content = FormContent(applicant: Applicant(name: "Jos"), intake: intake)
            let forms = ground.register.forms
            let id = try await ground.hall.database.write { transaction in
                try forms.begin(type.id, by: ids.identifier(), content, in: transaction).id
            }
            #expect(try await ground.hall.database.read { try forms.form(id, in: $0)?.content } == content)
        }
    }
}
