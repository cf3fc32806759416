/// Looks for keys that stand twice in one object, of which one reader takes the first and another the last.
///
/// A town could otherwise hand out one proof that says two things.
enum JSONKeys {
    /// Whether no object names a key twice, in JSON that a decoder has accepted as UTF-8.
    ///
    /// A key with a `\u` escape counts as named twice: it could be another spelling of one beside it.
    static func areUnique(in json: [UInt8]) -> Bool {
        var objects: [Set<ArraySlice<UInt8>>] = []
        var place = 0
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): objects.append([])
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = objects.popLast()
            case UInt8(ascii: "\""):
                let text = json[(place + 1)..<end(ofTextFrom: place + 1, in: json)]
                place = text.endIndex
                guard isKey(before: place + 1, in: json), let last = objects.indices.last else { break }
                guard !isEscaped(text), objects[last].insert(text).inserted else { return false }
            default: break
            }
            place += 1
        }
        return true
    }

    /// Where the closing quotation mark stands.
    private static func end(ofTextFrom start: Int, in json: [UInt8]) -> Int {
        var place = start
        while place < json.count, json[place] != UInt8(ascii: "\"") {
            place += json[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place, json.count)
    }

    private static func isKey(before place: Int, in json: [UInt8]) -> Bool {
        json.dropFirst(place).first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: ":")
    }

    private static func isEscaped(_ key: ArraySlice<UInt8>) -> Bool {
        zip(key, key.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "u") }
    }
}
