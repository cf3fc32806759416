import Foundation
import Pages
import Testing

@Suite struct GalleryTests {
    /// BELFORT_GALLERY=folder writes the pages and their assets there, for Tests/Browser/gallery.py.
    @Test func `the gallery can be written to a folder`() throws {
        guard let path = ProcessInfo.processInfo.environment["BELFORT_GALLERY"] else { return }
        let folder = URL(filePath: path)
        let assets = folder.appending(path: "static")
        try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
        for (name, page) in Gallery.pages() {
            try Data(page.bytes).write(to: folder.appending(path: "\(name).html"))
        }
        for asset in Asset.all {
            try Data(asset.bytes).write(to: assets.appending(path: asset.name))
        }
    }
}
