import Kernel
import Testing

@testable import Dossiers

@Suite struct FormTests {
    let type: DossierType
    let today = day("2026-06-22")

    init() throws {
        type = try Library.type("inname-openbaar-domein")
    }

    static let plan = FileClaim(
        document: Identifier(high: 5, low: 5),
        name: "plan.pdf",
        mediaType: "application/pdf",
        bytes: 84_000
    )

    static let filled: [String: [String]] = [
        "hoedanigheid": ["inwoner"], "naam": ["Marieke Peeters"], "email": ["marieke@voorbeeld.be"],
        "telefoon": ["0470 12 34 56"], "soortInname": ["container"], "vergunning": ["nee"], "aanduiding": ["adres"],
        "adres.straat": ["Kerkstraat"], "adres.nummer": ["12"], "adres.bus": ["3"], "adres.postcode": ["9990"],
        "adres.gemeente": ["Belfort"], "oppervlakte": ["8"], "zone": ["centrum"], "deel": ["stoep", "parkeerstrook"],
        "parkeerplaatsen": ["2"], "periode.van": ["1/9/2026"], "periode.tot.dag": ["10"], "periode.tot.maand": ["9"],
        "periode.tot.jaar": ["2026"], "verklaring": ["ja"],
    ]

    private func form(
        _ more: [String: [String]] = [:],
        files: [String: [FileClaim]] = ["plan": [plan]],
        checks: [String: Bool] = [:],
        channel: DossierType.Channel = .web
    ) -> FilledForm {
        let values = Self.filled.merging(more) { _, new in new }
        return FilledForm(
            type,
            Submission(values: values, files: files),
            checks: checks,
            channel: channel,
            today: today
        )
    }

    @Test func `a form that is filled in well can be sent, with its fee line by line`() {
        let form = form()
        #expect(form.obstacles.isEmpty)
        #expect(form.isComplete)
        #expect(
            form.fee?.lines == [
                .init(title: "Dossierkost", explanation: nil, sum: amount("15")),
                .init(title: "Plaats", explanation: "8 m² × 10 dagen × 0,75 euro × 1", sum: amount("60")),
                .init(title: "Parkeerplaatsen", explanation: "2 plaatsen × 10 dagen × 2,00 euro", sum: amount("40")),
            ]
        )
        #expect(form.fee?.total == amount("115"))
    }

    @Test func `an empty form is a draft: nothing is wrong, and all that is missing is told at once`() {
        let form = FilledForm(type, Submission(), today: today)
        #expect(form.faults.isEmpty)
        #expect(!form.isComplete)
        #expect(form.fee == nil)
        #expect(form.missing.contains { $0.sentence == "Vul ‘Wat is je naam’ in." && $0.step == "wie" })
        #expect(
            form.missing.contains {
                $0.path == "periode.van" && $0.sentence.hasPrefix("Vul de eerste en de laatste dag in")
            }
        )
        #expect(form.missing.contains { $0.sentence.hasPrefix("Vink aan dat je akkoord gaat") })
        #expect(!form.visible.contains("gebied"))
    }

    @Test func `what stands in a field that is not asked is dropped, and what hangs on it too`() {
        let form = form(["deel": ["stoep"], "parkeerplaatsen": ["20"]])
        #expect(form.answers.values["parkeerplaatsen"] == nil)
        #expect(form.fee?.total == amount("75"))
        let moving = self.form(["soortInname": ["verhuis"], "vergunning": ["ja"], "vergunningsnummer": ["OMV_1"]])
        #expect(moving.answers.values["vergunning"] == nil)
        #expect(moving.answers.values["vergunningsnummer"] == nil)
    }

    @Test func `a person at the desk without mail is served all the same`() {
        #expect(!form(["email": [""]]).isComplete)
        #expect(form(["email": [""]], channel: .desk).isComplete)
    }

    @Test func `a warning does not hold anybody up`() {
        let form = form(checks: ["overlap": true, "verzonnen": true])
        #expect(form.warnings.map(\.name) == ["overlap"])
        #expect(form.warnings.first?.field == "periode")
        #expect(form.isComplete)
        #expect(form.answers.checks == ["overlap": true])
    }

    static let wrong: [(name: String, values: [String], path: String, sentence: String)] = [
        ("email", ["marieke"], "email", "Vul een e-mailadres in zoals naam@voorbeeld.be."),
        ("email", ["a@b@c.be"], "email", "Vul een e-mailadres in zoals naam@voorbeeld.be."),
        ("telefoon", ["bel me"], "telefoon", "Vul een telefoonnummer in zoals 0470 12 34 56."),
        (
            "rijksregister", ["85.07.30-033.29"], "rijksregister",
            "Dit rijksregisternummer klopt niet. Kijk de cijfers na."
        ),
        ("oppervlakte", ["acht"], "oppervlakte", "Vul een getal in, bijvoorbeeld 12,5."),
        ("oppervlakte", ["0"], "oppervlakte", "Vul minstens 1 m² in."),
        ("oppervlakte", ["2.001"], "oppervlakte", "Vul hoogstens 2.000 m² in."),
        ("parkeerplaatsen", ["1,5"], "parkeerplaatsen", "Vul een geheel getal in, zonder komma."),
        ("zone", ["maan"], "zone", "Kies een van de keuzes."),
        ("deel", ["stoep", "dak"], "deel", "Kies alleen uit de keuzes."),
        ("vergunning", ["misschien"], "vergunning", "Kies ja of nee."),
        ("adres.postcode", ["999"], "adres.postcode", "Vul een postcode van vier cijfers in."),
        ("adres.straat", [""], "adres.straat", "Vul de straat in."),
        ("periode.van", ["31/2/2026"], "periode.van", "Vul een datum in zoals 1 7 2026."),
        ("periode.van", ["20/6/2026"], "periode.van", "De datum moet 25 juni 2026 of later zijn."),
        ("periode.van", ["11/9/2026"], "periode.tot", "De laatste dag moet 11 september 2026 of later zijn."),
        ("periode.tot.jaar", ["2027"], "periode.tot", "De periode mag hoogstens 365 dagen duren. Nu zijn het er 375."),
        (
            "omschrijving", [String(repeating: "a", count: 1001)], "omschrijving",
            "Deze tekst mag hoogstens 1000 tekens hebben. Nu zijn het er 1001."
        ),
    ]

    @Test(arguments: wrong)
    func `each wrong answer has its place and a way out in plain Dutch`(
        example: (name: String, values: [String], path: String, sentence: String)
    ) {
        let form = form([example.name: example.values])
        #expect(form.faults.map(\.path) == [example.path])
        #expect(form.faults.map(\.sentence) == [example.sentence])
        #expect(!form.isComplete)
    }

    @Test(arguments: [
        ("application/x-msdownload", 10, "Dit soort bestand kunnen we niet lezen. Gebruik pdf, jpg of png."),
        ("application/pdf", 21_000_000, "Dit bestand is te groot (21 MB). Het mag hoogstens 20 MB zijn."),
        ("application/pdf", 0, "Dit bestand is leeg. Kies het opnieuw."),
    ])
    func `a file that cannot be taken is told apart from one that is missing`(
        type: String,
        bytes: Int,
        sentence: String
    ) {
        let file = FileClaim(document: Identifier(high: 1, low: 1), name: "x", mediaType: type, bytes: bytes)
        #expect(form(files: ["plan": [file]]).obstacles.map(\.sentence) == [sentence])
        #expect(form(files: [:]).obstacles.map(\.sentence) == ["Voeg ‘Inplantingsplan’ toe."])
    }

    @Test func `an area on the map is measured, and counts in the fee`() {
        // A rectangle of about 10 by 20 metres near 51° north.
        let ring = "[[3.75,51.0],[3.750143,51.0],[3.750143,51.00018],[3.75,51.00018],[3.75,51.0]]"
        let drawn = form(["aanduiding": ["kaart"], "gebied": ["{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}"]])
        #expect(drawn.obstacles.isEmpty, "\(drawn.obstacles)")
        guard case .area(let area)? = drawn.answers.values["gebied"] else { return #expect(Bool(false)) }
        #expect((amount("199")...amount("203")).contains(area.squareMetres), "\(area.squareMetres)")
        let paris = ring.replacing("51.0", with: "48.8").replacing("3.75", with: "2.35")
        let away = form(["aanduiding": ["kaart"], "gebied": ["{\"type\":\"Polygon\",\"coordinates\":[\(paris)]}"]])
        #expect(away.faults.map(\.sentence) == ["Deze plaats ligt niet in onze gemeente. Teken ze opnieuw."])
    }

    @Test func `the summary says each answer in words, and masks what is secret`() {
        let rows = form(["rijksregister": ["85.07.30-033.28"]]).summary.flatMap(\.rows)
        let words = Dictionary(rows.map { ($0.field, $0.answer) }) { first, _ in first }
        #expect(words["adres"] == "Kerkstraat 12 bus 3, 9990 Belfort")
        #expect(words["periode"] == "dinsdag 1 september 2026 tot en met donderdag 10 september 2026")
        #expect(words["deel"] == "Stoep, Parkeerstrook")
        #expect(words["rijksregister"] == "85.07.30-•••.••")
        #expect(words["verklaring"] == "Akkoord")
        #expect(words["omschrijving"] == Optional<String?>.some(nil))
    }

    @Test(arguments: [
        ("1/7/26", "2026-07-01"), ("1-7-2026", "2026-07-01"), ("1 7 2026", "2026-07-01"), ("1 juli 2026", "2026-07-01"),
        ("01.07.2026", "2026-07-01"), ("2026-07-01", "2026-07-01"), ("1 MRT 2026", "2026-03-01"),
        ("3/4/85", "1985-04-03"),
    ])
    func `dates are read as people type them`(typed: String, plain: String) {
        #expect(TypedDay.read(typed, today: today) == day(plain))
    }

    @Test func `numbers with check digits are checked`() {
        #expect(NumberCheck.nationalNumber("85.07.30-033.28") == "85073003328")
        #expect(NumberCheck.nationalNumber("00 01 01 001 05") == "00010100105")
        #expect(NumberCheck.companyNumber("BE 0123.456.749") == "0123456749")
        #expect(NumberCheck.companyNumber("123.456.749") == "0123456749")
        #expect(NumberCheck.companyNumber("0123.456.748") == nil)
        #expect(NumberCheck.account("BE68 5390 0754 7034") == "BE68539007547034")
        #expect(NumberCheck.account("BE69 5390 0754 7034") == nil)
    }

    @Test func `answers are kept as JSON and come back the same`() throws {
        let answers = form(checks: ["overlap": true]).answers
        let again = try #require(Answers(json: try JSONValue(answers.json.bytes)))
        #expect(again == answers)
        #expect(again.json.bytes == answers.json.bytes)
        #expect(Answers(json: .object([])) == nil)
    }

    @Test func `asking the same again takes the answers over, but one agrees anew`() {
        let again = FilledForm(type, Submission(form().answers, for: type.form), today: today)
        #expect(again.missing.map(\.field) == ["verklaring"])
        #expect(again.faults.isEmpty)
        #expect(again.fee == form().fee)
    }

    @Test func `no submission traps a form, whatever it is`() throws {
        var random = SeededGenerator(seed: 99)
        let scraps = [
            "", " ", "ja", "12,5", "-1", "99999999999999999999", "1/1/1", "31/12/9999", "2026-02-30", "\u{0}",
            "é\u{301}",
            String(repeating: "x", count: 50_000), "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2]]]}",
            "container", "adres",
        ]
        for name in Library.names {
            let type = try Library.type(name)
            for _ in 0..<20 {
                var submission = Submission()
                for field in type.form.fields {
                    for part in ["", ".van", ".tot", ".dag", ".straat", ".postcode"] where Bool.random(using: &random) {
                        let known = field.options.randomElement(using: &random)?.value
                        submission.values[field.name + part] = [known ?? scraps.randomElement(using: &random) ?? ""]
                    }
                }
                let form = FilledForm(type, submission, today: today)
                _ = (form.summary, form.obstacles, form.fee)
                #expect(Set(form.answers.values.keys).isSubset(of: form.visible), "seed 99, \(name)")
            }
        }
    }
}
