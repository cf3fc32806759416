import Crypto
public import Kernel

/// The folder with what must never lie beside the data: master keys, the signing key, the list of what was destroyed.
///
/// It belongs outside the database and outside the database's backup. All work on it blocks; it happens at start, at
/// a rotation and at a destruction.
public struct KeyFolder: Sendable {
    public let path: String

    /// Opens the folder and makes it when absent.
    public init(path: String) throws(KeysError) {
        self.path = path
        try PrivateFile.makeFolder(path)
    }

    /// The master keys in the folder; makes the first one in a new folder.
    public func masterKeys(_ surroundings: Surroundings) throws(KeysError) -> MasterKeys {
        var keys: [Int64: SymmetricKey] = [:]
        for version in 1...Self.versionsMax {
            // The oldest ones may have been removed after a rotation.
            guard let bytes = try PrivateFile.read(file(master: version)) else { continue }
            keys[version] = try Self.key(bytes, file(master: version))
        }
        if keys.isEmpty { keys[1] = try make(file(master: 1), surroundings) }
        return MasterKeys(keys: keys)
    }

    /// Makes the next master key, with which all new keys are wrapped from now on.
    public func addMasterKey(_ surroundings: Surroundings) throws(KeysError) -> MasterKeys {
        let present = try masterKeys(surroundings)
        let version = present.version + 1
        guard version <= Self.versionsMax else {
            throw KeysError(.malformed, "the folder holds its last master key, \(Self.versionsMax)")
        }
        let key = try make(file(master: version), surroundings)
        return MasterKeys(keys: present.keys.merging([version: key]) { _, new in new })
    }

    /// The 32 bytes that the house signs with (Ed25519); made in a new folder.
    public func signingSeed(_ surroundings: Surroundings) throws(KeysError) -> [UInt8] {
        let path = path + "/signing.key"
        let key: SymmetricKey
        if let bytes = try PrivateFile.read(path) {
            key = try Self.key(bytes, path)
        } else {
            key = try make(path, surroundings)
        }
        return key.withUnsafeBytes { Array($0) }
    }

    /// The name under which this house signs its checkpoints; drawn in a new folder, and never changed after.
    public func logName(_ surroundings: Surroundings) throws(KeysError) -> String {
        let path = path + "/ledger.name"
        if let bytes = try PrivateFile.read(path) {
            let name = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            guard (1...200).contains(name.utf8.count) else { throw KeysError(.malformed, "\(path) holds no name") }
            return name
        }
        let name = "belfort/" + Hexadecimal.text(of: surroundings.random(8))
        try PrivateFile.create(path, in: self.path, Array((name + "\n").utf8))
        return name
    }

    /// Lays the public key beside the secret ones, for whoever checks without them.
    public func keep(verifierKey line: String) throws(KeysError) {
        if try Self.verifierKey(in: path) == line { return }
        try PrivateFile.create(path + "/verifier.key", in: path, Array((line + "\n").utf8))
    }

    /// The public key in a folder that is only looked at; nil when there is none.
    public static func verifierKey(in path: String) throws(KeysError) -> String? {
        try PrivateFile.read(path + "/verifier.key").map { bytes in
            String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
    }

    /// The chains that were destroyed, for good: the list that a restore replays.
    public var destroyed: DestroyedList { DestroyedList(path: path + "/destroyed.list", folder: path) }

    /// Rotations that one folder can hold.
    private static let versionsMax: Int64 = 999

    private func file(master version: Int64) -> String { path + "/master-\(version).key" }

    private func make(_ path: String, _ surroundings: Surroundings) throws(KeysError) -> SymmetricKey {
        let bytes = surroundings.random(32)
        try PrivateFile.create(path, in: self.path, Array((Hexadecimal.text(of: bytes) + "\n").utf8))
        return SymmetricKey(data: bytes)
    }

    private static func key(_ text: [UInt8], _ path: String) throws(KeysError) -> SymmetricKey {
        guard let bytes = Hexadecimal.bytes(of: text.last == UInt8(ascii: "\n") ? text.dropLast() : text[...]),
            bytes.count == 32
        else { throw KeysError(.malformed, "\(path) must hold 64 hexadecimal digits") }
        return SymmetricKey(data: bytes)
    }
}
