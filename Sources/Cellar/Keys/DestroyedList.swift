public import Kernel

/// The chains whose keys were destroyed, kept with the master key and outside every backup of the database.
///
/// A chain is on the list before its key goes. So the list decides: what stands on it and still has a key, after a
/// crash or a restore of an older database, is destroyed again at start (`ChainKeys.replay`).
public struct DestroyedList: Sendable {
    let path: String
    let folder: String

    /// Puts a chain on the list; durable when this returns. Twice is harmless.
    public func add(_ chain: Identifier) throws(KeysError) {
        try PrivateFile.append(path, in: folder, Array("\(chain)\n".utf8))
    }

    /// All chains on the list; empty when nothing was ever destroyed.
    public func chains() throws(KeysError) -> Set<Identifier> {
        guard let bytes = try PrivateFile.read(path) else { return [] }
        var chains: Set<Identifier> = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        for (index, line) in lines.enumerated() {
            if let chain = line.withUnsafeBufferPointer({ Identifier(utf8: $0) }) {
                chains.insert(chain)
            } else if index != lines.count - 1 || bytes.last == UInt8(ascii: "\n") {
                // A last line without its end was cut by a crash, before anything was destroyed.
                throw KeysError(.malformed, "\(path), line \(index + 1): no identifier")
            }
        }
        return chains
    }
}
