/// The town as its letters show it: name, colours, and where to answer.
public struct Letterhead: Hashable, Sendable {
    /// The word before the name, such as *Stad* or *Gemeente*.
    public var kind: String
    /// The name.
    public var name: String
    /// Street and place.
    public var address: String
    /// Telephone of the counter.
    public var phone: String
    /// Mail address of the counter.
    public var mail: String
    /// The town's site, as it is printed.
    public var site: String
    /// The colour of name and headings; it must stand out on white.
    public var colour: Ink
    /// The colour of the strip at the top.
    public var accent: Ink

    /// Takes what the town's settings say; an empty text is left out.
    public init(
        kind: String,
        name: String,
        address: String = "",
        phone: String = "",
        mail: String = "",
        site: String = "",
        colour: Ink = .night,
        accent: Ink = .gold
    ) {
        (self.kind, self.name, self.address) = (kind, name, address)
        (self.phone, self.mail, self.site) = (phone, mail, site)
        (self.colour, self.accent) = (colour, accent)
    }
}

/// A colour that may stand in a style: nothing else can.
public struct Ink: Hashable, Sendable {
    /// As `#rrggbb`.
    let text: String

    /// Takes `#rrggbb`; nil for anything else.
    public init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        let isHexadecimal = digits.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
        }
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, isHexadecimal else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// The dark blue of Belfort's pages.
    public static let night = Ink(known: "#12263a")
    /// The gold of Belfort's pages.
    public static let gold = Ink(known: "#f0b84a")
}
