import Kernel

extension Period {
    /// What stands in a part of a document before it is read.
    static let blank: Period = {
        guard let day = Period(days: 1) else { preconditionFailure("one day is a period") }
        return day
    }()
}

extension TemplateText {
    /// What stands in a part of a document before it is read.
    static let blank = TemplateText(nl: .blank)
}

extension Text {
    /// What stands in a part of a document before it is read.
    static let blank = Text(nl: "")
}
