/// Finds a member by the bytes of its name, without making a string.
struct NameTable: Sendable {
    private let places: [Int]
    private let hashes: [UInt64]
    private let names: [[UInt8]]
    private let mask: Int

    init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
        hashes = self.names.map { $0.withUnsafeBufferPointer { JSONNames.hash($0) } }
        // At most half full, so that a search ends soon.
        var size = 4
        while size < names.count * 2 { size *= 2 }
        mask = size - 1
        var places = [Int](repeating: -1, count: size)
        for index in names.indices {
            var place = Int(truncatingIfNeeded: hashes[index]) & mask
            while places[place] >= 0 { place = (place + 1) & mask }
            places[place] = index
        }
        self.places = places
    }

    /// The index of a name in the list that the table was made of.
    func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let hash = JSONNames.hash(name)
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] >= 0 {
            let index = places[place]
            if hashes[index] == hash, names[index].withUnsafeBufferPointer({ $0.isEqual(to: name) }) { return index }
            place = (place + 1) & mask
        }
        return nil
    }
}
