import Dossiers
import Foundation
import Kernel
import Pages
import Testing

@testable import Counter

struct FormFieldsTests {
    private static let hostile = "\"><img src=x onerror=alert(1)>"

    private func fields(_ type: DossierType, _ values: [String: [String]] = [:]) throws -> FormFields {
        let submission = Submission(values: values)
        let today = try #require(Day("2026-03-02"))
        return FormFields(
            type: type,
            filled: FilledForm(type, submission, today: today),
            submission: submission,
            showsMissing: true
        )
    }

    @Test func `every question of every product has a control that sends its answer, and text in it stays text`()
        throws
    {
        var kinds: Set<FormQuestion.Kind> = []
        for name in try Library.names() {
            let type = try Library.type(name)
            for question in type.form.fields {
                let values = Dictionary(
                    Arrival.names(of: question).map { ($0, [Self.hostile]) },
                    uniquingKeysWith: { first, _ in first }
                )
                let fields = try fields(type, values)
                let html = fields.control(question, FormField(question.name, question.title.nl)).text
                let sent = Set(html.matches(of: /name="([^"]+)"/).map { String($0.output.1).replacing("-", with: ".") })
                #expect(!sent.isEmpty && sent.isSubset(of: Arrival.names(of: question)), "\(name): \(question.name)")
                #expect(!html.contains("<img"), "\(name): \(question.name)")
                kinds.insert(question.kind)
            }
        }
        #expect(kinds.count >= FormQuestion.Kind.allCases.count - 1, "\(kinds)")
    }

    @Test func `what is missing is an error only when somebody went on, and not for a question they never saw`()
        throws
    {
        let type = try Library.type("inname-openbaar-domein")
        let step = try #require(type.form.steps.first)
        var shown = try fields(type, ["hoedanigheid": ["onderneming"]])
        #expect(shown.fields(of: step).first { $0.question.name == "kbo" }?.field.error != nil)
        shown.fresh = ["kbo"]
        #expect(shown.fields(of: step).first { $0.question.name == "kbo" }?.field.error == nil)
        #expect(shown.fields(of: step).first { $0.question.name == "naam" }?.field.error != nil)
    }

    @Test func `a warning that holds the form back is an error at its field, another one a notice`() throws {
        let type = try Library.type("laadpaal")
        let fields = try fields(type, ["oprit": ["ja"]])
        let step = try #require(type.form.steps.first)
        let own = try #require(fields.fields(of: step).first { $0.question.name == "oprit" })
        #expect(own.field.error == "Kun je thuis laden, dan krijg je geen publieke paal.")
        #expect(!fields.control(own.question, own.field).text.contains("class=\"notice"))
    }
}

extension Library {
    static func names() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Roof/Town/Types")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
            .map { String($0.dropLast(".json".count)) }
    }
}
