import Besluiten
import Database
import Kernel
import Ledger
import Synchronization

/// The catalogue, the zaken and the documents of a test, as a small table that a test can change.
final class Around: Sendable {
    struct Contents {
        var types: [Identifier: BesluittypeFacts] = [:]
        var zaken: [Identifier: DecidedZaak] = [:]
        /// Zaken outside every clause but `1 = 1`.
        var unseen: Set<Identifier> = []
        var documents: [Identifier: Identifier] = [:]
        /// What the register told others, in order.
        var told: [String] = []
    }

    let contents = Mutex(Contents())

    static let vergunning = id(1)
    static let weigering = id(2)
    static let concept = id(3)
    static let dakkapellen = id(11)
    static let dakkapel = id(21)
    static let geheim = id(22)
    static let brieven = id(31)
    static let foto = id(32)
    static let brief = id(41)
    static let bijlage = id(42)
    static let plaatje = id(43)

    static func id(_ number: UInt64) -> Identifier { Identifier(high: 0xCA7A_0000_0000_4000, low: 1 << 63 | number) }

    init() {
        contents.withLock { contents in
            for id in [Self.vergunning, Self.weigering] { contents.types[id] = BesluittypeFacts(isPublished: true) }
            contents.types[Self.concept] = BesluittypeFacts(isPublished: false)
            for id in [Self.dakkapel, Self.geheim] {
                contents.zaken[id] = DecidedZaak(zaaktype: .own(Self.dakkapellen), isClosed: false, isArchived: false)
            }
            contents.unseen = [Self.geheim]
            contents.documents = [Self.brief: Self.brieven, Self.bijlage: Self.brieven, Self.plaatje: Self.foto]
        }
    }

    var told: [String] { contents.withLock { $0.told } }

    func change(_ body: (inout sending Contents) -> Void) {
        contents.withLock { body(&$0) }
    }

    func close(_ zaak: Identifier = dakkapel, archived: Bool = false) {
        change { contents in
            contents.zaken[zaak]?.isClosed = true
            contents.zaken[zaak]?.isArchived = archived
        }
    }

    private func tell(_ what: String, _ who: Identifier) {
        contents.withLock { $0.told.append("\(what) \(who)") }
    }

    var neighbours: BesluitNeighbours {
        BesluitNeighbours(
            besluittype: { [self] reference, _ in contents.withLock { $0.types[reference.key] } },
            zaak: { [self] reference, visible, _ in
                contents.withLock { contents in
                    let (isAll, isNone) = (visible.sql() == "1 = 1", visible.sql() == "1 = 0")
                    let isSeen = isAll || (!isNone && !contents.unseen.contains(reference.key))
                    return isSeen ? contents.zaken[reference.key] : nil
                }
            },
            admits: { zaaktype, type, _ in zaaktype == .own(Self.dakkapellen) && type == .own(Self.vergunning) },
            informatieobjecttype: { [self] reference, _ in
                contents.withLock { $0.documents[reference.key].map { .own($0) } }
            },
            admitsDocument: { _, type, _ in type == .own(Self.brieven) },
            zaakTied: { [self] besluit, _ in tell("tied", besluit.identifier) },
            zaakUntied: { [self] besluit, _ in tell("untied", besluit.identifier) },
            zaakFollows: { [self] besluit, _ in tell("follows", besluit.identifier) },
            documentTied: { [self] tie, _ in tell("document tied", tie.identifier) },
            documentUntied: { [self] tie, _ in tell("document untied", tie.identifier) }
        )
    }
}

extension Reference {
    /// The id; a foreign one has none that the table knows.
    fileprivate var key: Identifier { identifier ?? Identifier(high: 0, low: 0) }
}
