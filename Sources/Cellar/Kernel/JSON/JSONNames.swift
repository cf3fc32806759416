/// The member names of the objects that are open, to find one that stands there twice.
///
/// The hash only saves comparing: names with equal hashes are compared byte by byte, so that nobody gains by making
/// them collide.
struct JSONNames {
    private struct Name {
        let hash: UInt64
        let start: Int
        let count: Int
    }

    private var list: [Name] = []
    private var bytes: [UInt8] = []

    /// The place from which the names of an object opened now will stand.
    var mark: (names: Int, bytes: Int) { (list.count, bytes.count) }

    /// Forgets the names of an object that was closed.
    mutating func close(_ mark: (names: Int, bytes: Int)) {
        list.removeLast(list.count - mark.names)
        bytes.removeLast(bytes.count - mark.bytes)
    }

    /// Remembers a name of the innermost object; false if it is there already.
    mutating func insert(_ name: UnsafeBufferPointer<UInt8>, since mark: (names: Int, bytes: Int)) -> Bool {
        let hash = JSONNames.hash(name)
        for index in mark.names..<list.count where list[index].hash == hash {
            let other = list[index]
            if bytes[other.start..<other.start + other.count].elementsEqual(name) { return false }
        }
        list.append(Name(hash: hash, start: bytes.count, count: name.count))
        bytes.append(contentsOf: name)
        return true
    }

    /// FNV-1a: short, and good enough to tell a thousand names apart.
    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
