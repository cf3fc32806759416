public import Kernel

/// A letter or a decision of the town, ready to be typeset: all of it text, none of it markup.
public struct LetterSheet: Sendable {
    /// A piece of the body.
    public enum Part: Hashable, Sendable {
        /// A heading in the text.
        case heading(String)
        /// A paragraph; its line ends stay.
        case paragraph(String)
        /// Points in any order.
        case points([String])
        /// Points in order, numbered.
        case steps([String])
        /// Names with their values, such as what was asked.
        case facts([Fact])
        /// A table; rows that are too short are filled up.
        case table(caption: String, head: [String], rows: [[String]])
        /// A paragraph that stands out, such as how to object.
        case notice(String)
    }

    /// A name with its value.
    public struct Fact: Hashable, Sendable {
        /// What it is.
        public var name: String
        /// What it says.
        public var value: String

        /// Takes both as they are.
        public init(_ name: String, _ value: String) {
            (self.name, self.value) = (name, value)
        }
    }

    /// Who signs, under which function.
    public struct Signer: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The function, such as *algemeen directeur*.
        public var function: String

        /// Takes both as they are.
        public init(_ name: String, function: String) {
            (self.name, self.function) = (name, function)
        }
    }

    /// The town.
    public var head: Letterhead
    /// The lines of the address; none for a decision that is sent to nobody.
    public var addressee: [String]
    /// The town's number, such as that of the dossier.
    public var reference: String
    /// The number that the addressee uses.
    public var theirReference: String
    /// Who can be asked, as it is printed.
    public var contact: String
    /// The day of the letter.
    public var date: Day
    /// What it is about; also the title of the PDF.
    public var subject: String
    /// The body.
    public var parts: [Part]
    /// The word above the names, such as *Met vriendelijke groeten*.
    public var closing: String
    /// Who sign.
    public var signers: [Signer]
    /// The language of the body.
    public var language: Language

    /// Puts a letter together.
    public init(
        head: Letterhead,
        addressee: [String] = [],
        reference: String = "",
        theirReference: String = "",
        contact: String = "",
        date: Day,
        subject: String,
        parts: [Part],
        closing: String = "",
        signers: [Signer] = [],
        language: Language = .nl
    ) {
        (self.head, self.addressee, self.reference) = (head, addressee, reference)
        (self.theirReference, self.contact, self.date) = (theirReference, contact, date)
        (self.subject, self.parts, self.closing) = (subject, parts, closing)
        (self.signers, self.language) = (signers, language)
    }
}
