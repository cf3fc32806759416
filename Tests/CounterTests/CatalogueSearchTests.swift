import Dossiers
import Foundation
import Testing
import Web

@testable import Counter

/// The types of the library, as they are published.
enum Library {
    static func type(_ name: String) throws -> DossierType {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/Roof/Town/Types/\(name).json")
        return try DossierType.read(Array(try Data(contentsOf: file)))
    }
}

struct CatalogueSearchTests {
    private func search(_ words: String, voor: String? = nil) throws -> CatalogueSearch {
        try CatalogueSearch(Pairs([("zoek", words)] + (voor.map { [("voor", $0)] } ?? [])))
    }

    @Test func `a product is found by its title, its keywords and its theme, in any order and case`() throws {
        let type = try Library.type("inname-openbaar-domein")
        for words in ["inname", "CONTAINER", "domein  openbaar", "kraan straat", "Openbare ruimte", ""] {
            #expect(try search(words).fits(type), "\(words)")
        }
        #expect(try !search("container paspoort").fits(type))
    }

    @Test func `accents make no difference to a search`() throws {
        let type = try Library.type("inname-openbaar-domein")
        #expect(try search("contaïner").fits(type))
    }

    @Test func `a search for an audience leaves out what is not for it, and an unknown one asks nothing`() throws {
        let type = try Library.type("inname-openbaar-domein")
        #expect(try search("", voor: "vereniging").fits(type))
        #expect(try !search("", voor: "medewerker").fits(type))
        #expect(try search("", voor: "<script>").fits(type))
    }
}
