import Foundation
import Kernel
import TestGround
import Testing

@testable import Keys

@Suite struct KeyFolderTests {
    private let surroundings = Surroundings.live

    @Test func `a folder gives the same keys each time`() async throws {
        try await withFolder { folder in
            let keys = try KeyFolder(path: folder.path + "/keys")
            let first = try keys.masterKeys(surroundings).keys
            #expect(try keys.masterKeys(surroundings).keys == first)
            #expect(try keys.signingSeed(surroundings) == keys.signingSeed(surroundings))
        }
    }

    @Test func `a key that others may read is refused`() async throws {
        try await withFolder { folder in
            let keys = try KeyFolder(path: folder.path)
            _ = try keys.masterKeys(surroundings)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640],
                ofItemAtPath: folder.path + "/master-1.key"
            )
            #expect(throws: KeysError(.tooOpen, "")) { try keys.masterKeys(surroundings) }
        }
    }

    @Test(arguments: ["", "00", String(repeating: "0", count: 63) + "g", String(repeating: "0", count: 66)])
    func `a key file that holds no key is refused`(_ content: String) async throws {
        try await withFolder { folder in
            let path = folder.path + "/master-1.key"
            try PrivateFile.append(path, in: folder.path, Array(content.utf8))
            #expect(throws: KeysError(.malformed, "")) {
                try KeyFolder(path: folder.path).masterKeys(surroundings)
            }
        }
    }

    @Test func `a master key is added, and the oldest may go`() async throws {
        try await withFolder { folder in
            let keys = try KeyFolder(path: folder.path)
            _ = try keys.masterKeys(surroundings)
            #expect(try keys.addMasterKey(surroundings).version == 2)
            try FileManager.default.removeItem(atPath: folder.path + "/master-1.key")
            #expect(try keys.masterKeys(surroundings).keys.keys.sorted() == [2])
        }
    }

    @Test func `the list of what was destroyed keeps every chain, and survives a cut line`() async throws {
        try await withFolder { folder in
            let list = try KeyFolder(path: folder.path).destroyed
            let chains = (0..<3).map { _ in surroundings.identifier() }
            for chain in chains { try list.add(chain) }
            #expect(try list.chains() == Set(chains))
            try PrivateFile.append(folder.path + "/destroyed.list", in: folder.path, Array("1234".utf8))
            #expect(try list.chains() == Set(chains))
        }
    }

    @Test func `a line that is no chain is refused, not skipped`() async throws {
        try await withFolder { folder in
            let list = try KeyFolder(path: folder.path).destroyed
            try PrivateFile.append(folder.path + "/destroyed.list", in: folder.path, Array("1234\n".utf8))
            try list.add(surroundings.identifier())
            #expect(throws: KeysError(.malformed, "")) { try list.chains() }
        }
    }
}
