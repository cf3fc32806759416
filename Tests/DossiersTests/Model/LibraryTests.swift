import Foundation
import Kernel
import Testing

@testable import Dossiers

@Suite struct LibraryTests {
    @Test(arguments: Library.names) func `each product reads without a fault and is written back the same`(name: String)
        throws
    {
        let bytes = try Library.bytes(name)
        do throws(TypeFaults) {
            let type = try DossierType.read(bytes)
            #expect(type.identification == name)
            let again = try DossierType.read(type.canonical)
            #expect(again == type)
            #expect(again.canonical == type.canonical)
        } catch {
            for fault in error.list { Issue.record("\(name) \(fault.path) \(fault.code.rawValue): \(fault.sentence)") }
        }
    }

    @Test func `the letters of the house read without a fault, one of each kind`() throws {
        let house = try Library.house()
        #expect(Set(house.letters.map(\.kind)) == Set(Letter.Kind.allCases))
    }

    @Test(arguments: Library.names + ["huisbrieven"])
    func `its texts use the words of a Flemish town, and say je`(name: String) throws {
        let bytes = name == "huisbrieven" ? HouseLetters.own : try Library.bytes(name)
        let text = String(decoding: bytes, as: UTF8.self)
        let avoided = try Regex(
            "\\b(u|uw|gelieve|teneinde|indien|ingeval|middels|inzake|reeds|tevens|desbetreffende?|uploaden|wethouder"
                + "|BSN|KvK|leges|zienswijze|griffier|submitten|account|ingezetenen?)\\b"
        ).ignoresCase()
        let found = text.split(separator: "\n").flatMap { line in
            line.contains("trefwoorden") ? [] : line.matches(of: avoided).map { String(line[$0.range]) }
        }
        #expect(found.isEmpty, "\(name): \(found)")
    }

    @Test func `there are forty products, for everybody who asks a town something`() throws {
        let types = try Library.names.map(Library.type)
        #expect(types.count == 40)
        #expect(Set(types.map(\.product.theme)) == Set(Product.Theme.allCases))
        #expect(types.contains { $0.confidentiality == .geheim })
        #expect(types.filter { !$0.advices.isEmpty }.count >= 25)
        #expect(Set(types.map { $0.phases.count }).count >= 4)
    }
}
