import Kernel

/// What a town chooses for its register of zaken.
public struct Settings: Sendable {
    /// How codes of organisations are checked.
    public var organisations: OrganisationCode
    /// What stands before the numbers of an organisation's zaken.
    public var prefix: @Sendable (_ bronorganisatie: String) -> String

    public init(
        organisations: OrganisationCode = .rsin,
        prefix: @escaping @Sendable (_ bronorganisatie: String) -> String = { _ in "" }
    ) {
        (self.organisations, self.prefix) = (organisations, prefix)
    }

    /// How far a client's clock may run ahead, in milliseconds, before a moment is called future.
    static let clockLeeway: Int64 = 300_000
}

/// The form of the code that names an organisation.
public enum OrganisationCode: Sendable {
    /// A Dutch RSIN: nine digits that pass the eleven test.
    case rsin
    /// A Flemish OVO code (`OVO` and six digits) or an RSIN.
    case ovo

    /// What is wrong with a code, if anything.
    func fault(_ text: String) -> String? {
        if self == .ovo, text.hasPrefix("OVO"), text.count == 9, text.dropFirst(3).allSatisfy(\.isASCIIDigit) {
            return nil
        }
        guard text.allSatisfy(\.isASCIIDigit) else { return "only-digits" }
        guard text.count == 9 else { return "invalid-length" }
        // Weights 9 to 2, and -1 for the last digit; the sum is a multiple of eleven.
        let digits = text.utf8.map { Int($0) - 0x30 }
        let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == 0 ? nil : "invalid"
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
