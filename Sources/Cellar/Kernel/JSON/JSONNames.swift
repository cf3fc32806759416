/// The member names of the objects that are open, to find one that stands there twice.
///
/// The hash only saves comparing: names with equal hashes are compared byte by byte, so that nobody gains by making
/// them collide.
struct JSONNames {
    private struct Name {
        let hash: UInt64
        /// In the document from 0, in the copies from -1 downwards.
        let start: Int
        let count: Int
    }

    private var list: [Name] = []
    /// Names that had escapes, one after another.
    private var copies: [UInt8] = []

    /// The place from which the names of an object opened now will stand.
    var mark: Int { list.count }

    /// Forgets the names of an object that was closed.
    mutating func close(_ mark: Int) {
        list.removeLast(list.count - mark)
        if mark == 0 { copies.removeAll(keepingCapacity: true) }
    }

    /// Remembers a name of the innermost object; false if it is there already.
    ///
    /// - Parameter start: where it stands in the document; nil if it had escapes.
    mutating func insert(
        _ name: UnsafeBufferPointer<UInt8>,
        at start: Int?,
        in document: UnsafeBufferPointer<UInt8>,
        since mark: Int
    ) -> Bool {
        let hash = JSONNames.hash(name)
        for index in mark..<list.count where list[index].hash == hash {
            if isEqual(list[index], name, document) { return false }
        }
        list.append(Name(hash: hash, start: start ?? ~copies.count, count: name.count))
        if start == nil { copies.append(contentsOf: name) }
        return true
    }

    private func isEqual(
        _ other: Name,
        _ name: UnsafeBufferPointer<UInt8>,
        _ document: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        other.start >= 0
            ? UnsafeBufferPointer(rebasing: document[other.start..<other.start + other.count]).isEqual(to: name)
            : copies[~other.start..<(~other.start + other.count)].elementsEqual(name)
    }

    /// Eight bytes at a time, each time multiplied and folded: short, and good enough to tell a thousand names apart.
    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = name.baseAddress else { return 0 }
        let bytes = UnsafeRawPointer(start)
        var (hash, done) = (UInt64(truncatingIfNeeded: name.count) &* factor, 0)
        while name.count - done >= 8 {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: done, as: UInt64.self))
            done += 8
        }
        var rest: UInt64 = 0
        while done < name.count {
            rest = rest << 8 | UInt64(name[done])
            done += 1
        }
        return mixed(hash ^ rest)
    }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both hold the same bytes, compared eight at a time.
    func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
        let (left, right) = (UnsafeRawPointer(start), UnsafeRawPointer(otherStart))
        var done = 0
        while count - done >= 8 {
            guard
                left.loadUnaligned(fromByteOffset: done, as: UInt64.self)
                    == right.loadUnaligned(fromByteOffset: done, as: UInt64.self)
            else { return false }
            done += 8
        }
        while done < count {
            guard start[done] == otherStart[done] else { return false }
            done += 1
        }
        return true
    }
}
