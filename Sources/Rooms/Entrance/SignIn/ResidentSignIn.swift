public import Access
import Foyer
public import Kernel
import Pages
public import Web

/// How residents prove who they are: a page or a redirect to begin with, and an identity when they come back.
///
/// The demo fills it with a list of people who do not exist; OIDC will fill it with a provider.
public struct ResidentSignIn: Sendable {
    /// What is shown above the choice.
    public let name: String
    /// Whom one can be without proof; only for a demo.
    public let people: [DemoPerson]

    /// Whom a form or a provider's answer stands for; nil for nobody.
    public let identify: @Sendable (Pairs) async throws -> Identity?

    /// The demo's way: whoever is chosen is believed. Never in a house with real dossiers.
    public static func demo(_ people: [DemoPerson]) -> ResidentSignIn {
        ResidentSignIn(name: "Demo-identiteit", people: people) { form in
            let chosen = try form.single("persoon")
            return people.first { $0.subject.description == chosen }.map { person in
                Identity(subject: person.subject, level: .substantial, attributes: ["naam": person.name])
            }
        }
    }
}

/// Somebody who does not exist, for the demo.
public struct DemoPerson: Sendable {
    public let subject: Identifier
    public let name: String
    /// Who it is, in some words.
    public let about: String

    public init(_ subject: Identifier, _ name: String, _ about: String) {
        (self.subject, self.name, self.about) = (subject, name, about)
    }
}
