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
}
