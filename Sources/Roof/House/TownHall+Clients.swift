import Access
import Database

extension TownHall {
    /// Makes a client that may sign tokens with a secret; also while the house is served.
    ///
    /// Throws with a sentence for an id or secret that will not do, and for a client that exists.
    public func addClient(_ id: String, secret: String, isSuperuser: Bool) async throws {
        let store = ClientStore(seal: try await Seal.open(database, keys, surroundings), surroundings: surroundings)
        try await database.write { transaction in
            _ = try store.add(id, secret: secret, isSuperuser: isSuperuser, in: transaction)
        }
    }
}
