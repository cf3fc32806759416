import Kernel

extension Submission {
    /// Answers as if somebody had just typed them: to go on with a form, or to ask the same again.
    ///
    /// Statements are left out: one agrees anew each time.
    public init(_ answers: Answers, for form: Form) {
        self.init()
        for field in form.fields where field.kind != .statement {
            if let answer = answers.values[field.name] { fill(field.name, answer) }
        }
    }

    private mutating func fill(_ name: String, _ answer: FormAnswer) {
        switch answer {
        case .text(let text): values[name] = [text]
        case .choices(let choices): values[name] = choices
        case .number(let value): values[name] = [value.writtenNumber]
        case .money(let value): values[name] = [value.writtenNumber]
        case .yes(let value): values[name] = [value ? "ja" : "nee"]
        case .day(let day): values[name] = [day.description]
        case .span(let first, let last):
            values["\(name).van"] = [first.description]
            values["\(name).tot"] = [last.description]
        case .address(let address): fill(name, address)
        case .area(let area): values[name] = [String(decoding: area.geoJSON.bytes, as: UTF8.self)]
        case .files(let claims): files[name] = claims
        }
    }

    private mutating func fill(_ name: String, _ address: Address) {
        values["\(name).straat"] = [address.street]
        values["\(name).nummer"] = [address.number]
        values["\(name).bus"] = address.box.map { [$0] }
        values["\(name).postcode"] = [address.postcode]
        values["\(name).gemeente"] = [address.town]
    }
}
