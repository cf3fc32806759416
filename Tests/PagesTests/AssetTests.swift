import Pages
import Testing

@Suite struct AssetTests {
    @Test func `the stylesheet stays small`() {
        #expect(Asset.style.bytes.count < 40_000)
        #expect(Asset.script.bytes.count < 15_000)
    }

    @Test func `an asset is named for its content, each name once`() {
        let names = Asset.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.contains(/-[0-9a-f]{16}\.(css|js|svg)$/) })
    }

    @Test func `nothing is fetched from elsewhere`() {
        for asset in Asset.all {
            let text = String(decoding: asset.bytes, as: UTF8.self)
                .replacing("http://www.w3.org/2000/svg", with: "")
            for outside in ["http:", "https:", "@import", "url("] {
                #expect(!text.contains(outside), "\(asset.name): \(outside)")
            }
        }
    }

    @Test func `the script writes no markup from text`() {
        let text = String(decoding: Asset.script.bytes, as: UTF8.self)
        for sink in [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser", "new Function",
        ] {
            #expect(!text.contains(sink), "\(sink)")
        }
    }

    @Test func `braces of the stylesheet are in balance`() {
        let text = String(decoding: Asset.style.bytes, as: UTF8.self)
        #expect(text.count(of: "{") == text.count(of: "}"))
        #expect(!text.contains("/*"))
    }
}
