public import Kernel

/// A date as it was typed: three texts, shown again as they are when they were wrong.
public struct DateParts: Sendable, Hashable {
    /// Day of the month.
    public let day: String
    /// Month, in digits.
    public let month: String
    /// Year.
    public let year: String

    /// Takes what was typed.
    public init(day: String = "", month: String = "", year: String = "") {
        (self.day, self.month, self.year) = (day, month, year)
    }

    /// A known day.
    public init(_ day: Day) {
        self.init(day: String(day.day), month: String(day.month), year: String(day.year))
    }
}

extension HTML {
    /// A date that people know by heart, in three fields: typing a date with slashes fails most often, most of all
    /// for people who do not see the screen. The fields are sent as *naam*-dag, *naam*-maand, *naam*-jaar.
    public static func dateField(_ field: FormField, _ value: DateParts = DateParts(), isBirth: Bool = false) -> HTML {
        field.group(dateParts(field, field.name, field.anchor, value, isBirth: isBirth))
    }

    /// From the first up to and including the last day: two dates in one group, *naam*-van-… and *naam*-tot-….
    public static func dateRange(
        _ field: FormField,
        from: DateParts = DateParts(),
        until: DateParts = DateParts()
    ) -> HTML {
        let first = dateParts(field, "\(field.name)-van", field.anchor, from, prefix: .from, range: "van")
        let last = dateParts(field, "\(field.name)-tot", field.anchor.part("tot"), until, prefix: .until, range: "tot")
        return field.group(HTML("<div class=\"date-range\">\(first)\(last)</div>"))
    }

    private static func dateParts(
        _ field: FormField,
        _ name: String,
        _ id: Anchor,
        _ value: DateParts,
        isBirth: Bool = false,
        prefix: Phrase? = nil,
        range: String? = nil
    ) -> HTML {
        let parts: [(suffix: String, label: Phrase, value: String, token: String?)] = [
            ("dag", .day, value.day, isBirth ? "bday-day" : nil),
            ("maand", .month, value.month, isBirth ? "bday-month" : nil),
            ("jaar", .year, value.year, isBirth ? "bday-year" : nil),
        ]
        let inputs = parts.enumerated().map { index, part in
            let inputID = index == 0 ? id : id.part(part.suffix)
            let control = input(
                field,
                "\(name)-\(part.suffix)",
                inputID,
                part.value,
                .digits,
                part.token,
                part: range ?? part.suffix
            )
            return HTML(
                """
                <div class="date-\(part.suffix)"><label for="\(inputID)">\(part.label, field.language)</label>\
                \(control)</div>
                """
            )
        }
        let row = HTML("<div class=\"date-parts\">\(inputs)</div>")
        guard let prefix else { return row }
        let label = id.part("label")
        return HTML(
            """
            <div role="group" aria-labelledby="\(label)"><p class="date-prefix" id="\(label)">\
            \(prefix, field.language)</p>\(row)</div>
            """
        )
    }
}
