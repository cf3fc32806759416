/// How confidential something is, from `openbaar` (1) to `zeer_geheim` (8).
///
/// Source: ZGW, `vertrouwelijkheidaanduiding`; registers store the number, so that ceilings compare in SQL.
public enum Rank: Int64, Hashable, Comparable, Sendable, CaseIterable {
    case openbaar = 1
    case beperktOpenbaar = 2
    case intern = 3
    case zaakvertrouwelijk = 4
    case vertrouwelijk = 5
    case confidentieel = 6
    case geheim = 7
    case zeerGeheim = 8

    /// Reads the standard's word, in lower case with underscores.
    public init?(_ word: String) {
        guard let rank = Rank.allCases.first(where: { $0.word == word }) else { return nil }
        self = rank
    }

    /// The standard's word.
    public var word: String {
        switch self {
        case .openbaar: "openbaar"
        case .beperktOpenbaar: "beperkt_openbaar"
        case .intern: "intern"
        case .zaakvertrouwelijk: "zaakvertrouwelijk"
        case .vertrouwelijk: "vertrouwelijk"
        case .confidentieel: "confidentieel"
        case .geheim: "geheim"
        case .zeerGeheim: "zeer_geheim"
        }
    }

    /// Less confidential first.
    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
}
