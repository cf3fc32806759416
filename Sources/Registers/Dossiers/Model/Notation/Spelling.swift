/// Finds the name that somebody who made a typing error meant.
enum Spelling {
    /// Longer names are cut before they are compared or told.
    static let longest = 60

    /// The known name that differs least, if it differs by no more than a third of its letters.
    static func nearest(to word: String, in known: [String]) -> String? {
        let letters = Array(word.lowercased().prefix(longest))
        let scored = known.map { ($0, distance(letters, Array($0.lowercased().prefix(longest)))) }
        guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= max(1, letters.count / 3) else { return nil }
        return best.0
    }

    /// How many letters must be put in, taken out or changed.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, other) in right.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(change, diagonal + 1, row[place] + 1)
            }
        }
        return row[right.count]
    }
}
