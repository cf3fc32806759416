import Dossiers
import Kernel
import Pages
import Testing
import Web

@testable import Counter

struct ContactTests {
    /// A form for whom it is about that asks name and mail itself.
    private func filled(_ values: [String: [String]], type: String = "inname-openbaar-domein") throws -> FilledForm {
        let today = try #require(Day("2026-03-02"))
        return FilledForm(try Library.type(type), Submission(values: values), today: today)
    }

    @Test func `whom to write to comes from the answers, and then nothing more is asked`() throws {
        let filled = try filled([
            "hoedanigheid": ["inwoner"], "naam": [" Lien  Maes "], "email": ["lien@example.org"],
            "telefoon": ["0470 12 34 56"],
        ])
        let contact = try Contact(filled, known: Applicant(name: "Iemand anders"))
        #expect(contact.applicant.name == "Lien  Maes" && contact.applicant.mail == "lien@example.org")
        #expect(contact.applicant.phone == "0470123456")
        #expect(contact.fields.isEmpty && contact.isRight)
    }

    @Test func `without a name in the answers the name is asked, and an empty one is wrong`() throws {
        let shown = try Contact(try filled([:]), known: Applicant())
        #expect(shown.fields.map(\.name).first == "contactNaam" && shown.isRight)
        let sent = try Contact(try filled([:]), known: Applicant(), Pairs([("contactNaam", "  ")]))
        #expect(!sent.isRight && sent.fields.first?.error == "Vul je naam in.")
    }

    @Test func `a mail address that cannot be one is refused, and so is half a postal address`() throws {
        let mail = try Contact(
            try filled([:]),
            known: Applicant(),
            Pairs([("contactNaam", "Lien"), ("contactMail", "lien@"), ("contactAdres-straat", "Dorp")])
        )
        #expect(mail.fields.compactMap(\.error).count == 2)
        let right = try Contact(
            try filled([:]),
            known: Applicant(),
            Pairs([
                ("contactNaam", "Lien\nMaes"), ("contactAdres-straat", "Dorp"), ("contactAdres-nummer", "1"),
                ("contactAdres-bus", "3"), ("contactAdres-postcode", "9000"), ("contactAdres-gemeente", "Gent"),
            ])
        )
        #expect(right.isRight && right.applicant.address == "Dorp 1 bus 3, 9000 Gent")
        #expect(right.applicant.name == "Lien Maes")
    }
}
