import Access
import Database
import Foyer
import Kernel
import Pages
import Web

/// The way in for residents and companies.
struct ResidentRoutes {
    let door: EntranceDoor
    let way: ResidentSignIn

    var routes: [Route] {
        [
            .get("/aanmelden/inwoner", policy: .everyone) { [door, way] request, caller in
                let sheet = try await door.frame.sheet("Aanmelden als inwoner", hasForm: true, request, caller)
                return choice(sheet, way, ReturnPath(try request.query().single("naar")))
            },
            .post("/aanmelden/inwoner", policy: .everyone) { [door, way] request, caller in
                let form = try await door.frame.form(request, caller)
                let path = ReturnPath(try form.single("naar"))
                guard let identity = try await way.identify(form) else {
                    let sheet = try await door.frame.sheet("Aanmelden als inwoner", hasForm: true, request, caller)
                    return choice(sheet, way, path, error: "Kies wie je bent.")
                }
                let (sessions, origin) = (door.sessions, door.origin(request))
                let token = try await door.database.write { transaction in
                    try sessions.start(
                        .resident(identity, origin: origin.text),
                        insteadOf: origin.old,
                        in: transaction
                    )
                }
                return Answer.see(path.text).signingIn(token)
            },
        ]
    }
}

private func choice(_ sheet: Sheet, _ way: ResidentSignIn, _ path: ReturnPath, error: String? = nil) -> Answer {
    var sheet = sheet
    let person = FormField("persoon", "Wie ben je?", error: error)
    sheet.page.width = .narrow
    sheet.page.signIn = nil
    sheet.page.hasErrors = error != nil
    sheet.page.main = [
        .errorSummary([person]),
        "<h1>Aanmelden als inwoner</h1>",
        .notice(
            .attention,
            "Dit is een demo.",
            "<p>Deze mensen bestaan niet, en niemand vraagt een bewijs. Een echte gemeente vraagt er wel een.</p>"
        ),
        .form(
            to: "/aanmelden/inwoner",
            hidden: sheet.hidden + [(name: "naar", value: path.text)],
            [
                .radios(person, way.people.map { FormChoice($0.subject.description, $0.name, hint: $0.about) }),
                .buttons([.button("Aanmelden", icon: .person)]),
            ]
        ),
    ]
    return sheet.answer(error == nil ? .ok : .unprocessableContent)
}
