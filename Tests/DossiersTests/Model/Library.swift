import Foundation
import Testing

@testable import Dossiers

/// The documents of the demo town, as they lie in the repository.
enum Library {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "Sources/Roof/Town/Types")

    /// The names of the types.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
            .sorted()
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "\(name).json")))
    }

    static func type(_ name: String) throws -> DossierType {
        try DossierType.read(try bytes(name))
    }

    static func house() throws -> HouseLetters {
        try HouseLetters.read(HouseLetters.own)
    }
}
