import Kernel

extension Notation where Value == String {
    /// A text of one to so many characters, without control characters.
    static func line(_ longest: Int = 200) -> Notation {
        Notation(
            schema: .schema("string", .init("minLength", .whole(1)), .init("maxLength", .whole(longest))),
            write: { .text($0) },
            read: { place, faults in
                guard let text = place.text(&faults) else { return nil }
                return place.accept(text, longest, &faults)
            }
        )
    }

    /// The name of a part: a small letter, then letters and digits; it can stand in an expression.
    static let name = Notation(
        schema: .schema("string", .init("pattern", .text("^[a-z][A-Za-z0-9]{0,49}$"))),
        write: { .text($0) },
        read: { place, faults in
            guard let text = place.text(&faults) else { return nil }
            if Naming.isName(text) { return text }
            let sentence = "Een naam begint met een kleine letter en heeft daarna letters en cijfers, hoogstens 50."
            faults.add(place.path, .wrongValue, sentence)
            return nil
        }
    )

    /// The identification of a type: small letters, digits and hyphens.
    static let slug = Notation(
        schema: .schema("string", .init("pattern", .text("^[a-z0-9]+(-[a-z0-9]+)*$")), .init("maxLength", .whole(50))),
        write: { .text($0) },
        read: { place, faults in
            guard let text = place.text(&faults) else { return nil }
            if Naming.isSlug(text) { return text }
            faults.add(place.path, .wrongValue, "Gebruik kleine letters, cijfers en koppeltekens, hoogstens 50 tekens.")
            return nil
        }
    )
}

extension Notation where Value == Bool {
    static let truth = Notation(
        schema: .schema("boolean"),
        write: { .boolean($0) },
        read: { place, faults in
            if case .boolean(let value) = place.value { return value }
            faults.add(place.path, .wrongKind, "Hier hoort true of false, maar er staat \(place.found).")
            return nil
        }
    )
}

extension Notation where Value == Int {
    /// A whole number within limits.
    static func whole(_ range: ClosedRange<Int>) -> Notation {
        Notation(
            schema: .schema(
                "integer",
                .init("minimum", .whole(range.lowerBound)),
                .init("maximum", .whole(range.upperBound))
            ),
            write: { .whole($0) },
            read: { place, faults in
                if let number = place.value.integer, let value = Int(exactly: number), range.contains(value) {
                    return value
                }
                let limits = "van \(range.lowerBound) tot en met \(range.upperBound)"
                faults.add(place.path, .wrongValue, "Hier hoort een geheel getal \(limits).")
                return nil
            }
        )
    }
}

extension Notation where Value == Day {
    static let day = Notation(
        schema: .schema("string", .init("format", .text("date"))),
        write: { .text($0.description) },
        read: { place, faults in
            guard let text = place.text(&faults) else { return nil }
            if let day = Day(text) { return day }
            faults.add(place.path, .wrongValue, "Schrijf de datum als 2026-07-01.")
            return nil
        }
    )
}

extension Notation where Value == Period {
    /// A duration of ISO 8601 in years, months, weeks and days, longer than nothing and no longer than 100 years.
    static let period = Notation(
        schema: .schema("string", .init("pattern", .text("^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$"))),
        write: { .text($0.description) },
        read: { place, faults in
            guard let text = place.text(&faults) else { return nil }
            if let period = Period(text), period.hasDate, !period.hasTime, Naming.isUsable(period) { return period }
            let sentence = "Schrijf de duur als P30D (dagen), P2M (maanden) of P1Y (jaren), meer dan nul."
            faults.add(place.path, .wrongValue, sentence)
            return nil
        }
    )
}

extension Notation where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One word of a closed list.
    static var word: Notation {
        let words = Value.allCases.map(\.rawValue)
        return Notation(
            schema: .schema("string", .init("enum", .array(words.map { .text($0) }))),
            write: { .text($0.rawValue) },
            read: { place, faults in
                guard let text = place.text(&faults) else { return nil }
                if let value = Value(rawValue: text) { return value }
                let near = Spelling.nearest(to: text, in: words).map { " Bedoel je '\($0)'?" } ?? ""
                faults.add(place.path, .wrongValue, "Kies een van: \(words.joined(separator: ", ")).\(near)")
                return nil
            }
        )
    }
}
