/// What numbers of organisations must look like; a setting of the town.
public enum OrganisatieNummer: String, Sendable, CaseIterable {
    /// Nine digits whose weighted sum is a multiple of eleven (RSIN, NEN 6202).
    case rsin
    /// `OVO` and six digits, as Flanders numbers its organisations; an RSIN is taken too.
    case ovo

    /// The code of what is wrong with a number, if anything is.
    public func fault(in number: String) -> String? {
        let bytes = Array(number.utf8)
        if self == .ovo, bytes.count == 9, bytes.starts(with: "OVO".utf8) {
            return bytes.dropFirst(3).allSatisfy { $0 &- 0x30 < 10 } ? nil : "only-digits"
        }
        guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return "only-digits" }
        guard bytes.count == 9 else { return "invalid-length" }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 &- 0x30) * $1.1 }
        return sum % 11 == 0 && sum > 0 ? nil : "invalid"
    }
}
