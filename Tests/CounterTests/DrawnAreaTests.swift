import Dossiers
import Kernel
import Pages
import Testing

@testable import Counter

struct DrawnAreaTests {
    @Test func `corners as map programs copy them become an area, whichever number comes first`() throws {
        let typed = "51.0543, 3.7174\n51.0543 3.7175\n3.7175, 51.0544\n\n51.0544, 3.7174\n"
        let text = try #require(DrawnArea.geoJSON(typed: typed))
        let area = try #require(Area(geoJSON: text))
        #expect(area.ring.count == 4 && area.ring.allSatisfy { $0.latitude > 51 && $0.longitude < 4 })
        #expect(DrawnArea.sketch(text).text.contains("4 hoeken"))
    }

    @Test(arguments: ["", "51.05, 3.71", "51.05, 3.71\nhier\n51.06, 3.72", "nan, nan\nnan, nan\ninf, 1", "{}"])
    func `what is no list of corners stays as it was typed`(text: String) {
        #expect(DrawnArea.geoJSON(typed: text) == nil)
        #expect(DrawnArea.sketch(text).isEmpty)
    }
}
