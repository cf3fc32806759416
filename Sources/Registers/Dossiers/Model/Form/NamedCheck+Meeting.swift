import Kernel

extension NamedCheck {
    /// Whether what is asked meets what somebody else asked: on the same days, at the same place, of the same thing.
    ///
    /// Of the fields that it looks at, each that holds days must overlap, each other one must be equal, and of those
    /// that hold a place one must be the same. What was not answered meets nothing. An address and a drawn area are not
    /// compared: nobody knows here where an address lies.
    func meets(_ ours: Answers, _ theirs: Answers, in form: Form) -> Bool {
        var (looksAtPlace, isSamePlace) = (false, false)
        for name in fields {
            guard let kind = form.fields.first(where: { $0.name == name })?.kind else { return false }
            let pair = (ours.values[name], theirs.values[name])
            switch (kind, pair) {
            case (.address, (.address(let here)?, .address(let there)?)):
                (looksAtPlace, isSamePlace) = (true, isSamePlace || here.isSamePlace(as: there))
            case (.area, (.area(let here)?, .area(let there)?)):
                (looksAtPlace, isSamePlace) = (true, isSamePlace || here.overlaps(there))
            case (.address, _), (.area, _): looksAtPlace = true
            case (_, (let mine?, let other?)):
                guard mine.days.flatMap({ days in other.days.map(days.overlaps) }) ?? (mine == other) else {
                    return false
                }
            default: return false
            }
        }
        return !fields.isEmpty && (!looksAtPlace || isSamePlace)
    }
}

extension FormAnswer {
    /// The days that it takes, if it holds days.
    fileprivate var days: ClosedRange<Day>? {
        switch self {
        case .day(let day): day...day
        case .span(let first, let last) where first <= last: first...last
        default: nil
        }
    }
}

extension Address {
    /// The same house, whatever the box and however it was typed.
    fileprivate func isSamePlace(as other: Address) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace && $0 != "." } }
        return plain(street) == plain(other.street) && plain(number) == plain(other.number)
            && plain(postcode) == plain(other.postcode)
    }
}
