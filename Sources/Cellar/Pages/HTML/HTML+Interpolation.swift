public import Kernel

extension HTML.Interpolation {
    /// Text: `& < > " '` are escaped. Behind `href="` and its like it must also be a link that `Href` accepts.
    public mutating func appendInterpolation(_ text: String) {
        if Escaping.isLinkAttribute(bytes) {
            appendInterpolation(Href(checking: text) ?? .refused)
        } else {
            Escaping.append(text, to: &bytes)
        }
    }

    /// Text, or nothing.
    public mutating func appendInterpolation(_ text: String?) {
        if let text { appendInterpolation(text) }
    }

    /// A piece of a page, as it is.
    public mutating func appendInterpolation(_ html: HTML) {
        bytes.append(contentsOf: html.bytes)
    }

    /// A piece of a page, or nothing.
    public mutating func appendInterpolation(_ html: HTML?) {
        if let html { bytes.append(contentsOf: html.bytes) }
    }

    /// Pieces one behind the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
        bytes.reserveCapacity(bytes.count + pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }

    /// A piece that is made only if the condition holds.
    public mutating func appendInterpolation(_ html: @autoclosure () -> HTML, if condition: Bool) {
        if condition { bytes.append(contentsOf: html().bytes) }
    }

    /// A whole number in digits, for attributes and ids; for people use `written(in:)`.
    public mutating func appendInterpolation(_ number: some FixedWidthInteger) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A link, inside double quotes.
    public mutating func appendInterpolation(_ link: Href) {
        Escaping.append(link.text, to: &bytes)
    }

    /// An id, or a reference to one.
    public mutating func appendInterpolation(_ anchor: Anchor) {
        bytes.append(contentsOf: anchor.text.utf8)
    }

    /// A day or a moment in ISO 8601, for the `datetime` of a `time` element.
    public mutating func appendInterpolation(iso day: Day) {
        day.write(into: &bytes)
    }

    /// A whole attribute with a blank before it: ` name="value"`, or nothing if there is no value.
    ///
    /// For links there is the overload with `Href`; a text as `href` goes through the same check.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
        guard let value else { return }
        open(name)
        appendInterpolation(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A link as a whole attribute, or nothing.
    public mutating func appendInterpolation(attribute name: StaticString, _ link: Href?) {
        guard let link else { return }
        open(name)
        appendInterpolation(link)
        bytes.append(UInt8(ascii: "\""))
    }

    /// References as a whole attribute, such as ` aria-describedby="a b"`; nothing if the list is empty.
    public mutating func appendInterpolation(attribute name: StaticString, _ anchors: [Anchor]) {
        guard !anchors.isEmpty else { return }
        appendInterpolation(attribute: name, anchors.map(\.text).joined(separator: " "))
    }

    /// A number as a whole attribute, or nothing.
    public mutating func appendInterpolation(attribute name: StaticString, _ number: Int?) {
        appendInterpolation(attribute: name, number.map { String($0) })
    }

    /// An attribute without a value, such as ` checked`, if the condition holds.
    public mutating func appendInterpolation(flag name: StaticString, if condition: Bool) {
        guard condition else { return }
        bytes.append(UInt8(ascii: " "))
        appendLiteral(name)
    }

    private mutating func open(_ name: StaticString) {
        bytes.append(UInt8(ascii: " "))
        appendLiteral(name)
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
    }
}
