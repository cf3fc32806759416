import Kernel
import Ledger
import Synchronization
import Zaken

/// The catalogue, the documents and the decisions of a test, as a small table that a test can change.
final class Catalogue: Sendable {
    struct Contents {
        var zaaktypen: [Identifier: ZaaktypeFacts] = [:]
        var statustypen: [Identifier: StatustypeFacts] = [:]
        var resultaattypen: [Identifier: ResultaattypeFacts] = [:]
        var roltypen: [Identifier: RoltypeFacts] = [:]
        var eigenschappen: [Identifier: EigenschapFacts] = [:]
        var documenten: [Identifier: InformatieobjectFacts] = [:]
        var besluiten: [Identifier: BesluitFacts] = [:]
        /// Ties as the register of documents would keep them.
        var tied: [Identifier] = []
    }

    let contents = Mutex(Contents())

    static let dakkapel = id(1)
    static let bezwaar = id(2)
    static let concept = id(3)
    static let later = id(4)
    static let deel = id(5)
    static let ontvangen = id(11)
    static let behandeld = id(12)
    static let afgesloten = id(13)
    static let verleend = id(21)
    static let aanvrager = id(31)
    static let behandelaar = id(32)
    static let oppervlakte = id(41)
    static let plan = id(51)
    static let plannen = id(61)

    static func id(_ number: UInt64) -> Identifier { Identifier(high: 0xCA7A_0000_0000_4000, low: 1 << 63 | number) }

    static func url(_ path: String, _ id: Identifier) -> String { "https://belfort.example\(path)/\(id)" }

    init() {
        contents.withLock { contents in
            let type = ZaaktypeFacts(
                isPublished: true,
                beginGeldigheid: Day.known("2026-01-01"),
                vertrouwelijkheidaanduiding: .intern,
                servicenorm: Period("P30D"),
                doorlooptijd: Period("P2M"),
                productenOfDiensten: [Link("https://ipdc.example/p/1"), Link("/producten/2")].compactMap(\.self),
                deelzaaktypen: [.own(Self.deel), .own(Self.dakkapel)]
            )
            for id in [Self.dakkapel, Self.bezwaar, Self.concept, Self.later, Self.deel] {
                contents.zaaktypen[id] = type
            }
            contents.zaaktypen[Self.bezwaar]?.deelzaaktypen = []
            contents.zaaktypen[Self.concept]?.isPublished = false
            contents.zaaktypen[Self.later]?.beginGeldigheid = Day.known("2027-01-01")
            for (id, isEnd) in [(Self.ontvangen, false), (Self.behandeld, false), (Self.afgesloten, true)] {
                contents.statustypen[id] = StatustypeFacts(zaaktype: .own(Self.dakkapel), isEindstatus: isEnd)
            }
            contents.resultaattypen[Self.verleend] = Self.result(.init(.afgehandeld))
            contents.roltypen[Self.aanvrager] = RoltypeFacts(
                zaaktype: .own(Self.dakkapel),
                omschrijving: "Aanvrager",
                omschrijvingGeneriek: .initiator
            )
            contents.roltypen[Self.behandelaar] = RoltypeFacts(
                zaaktype: .own(Self.dakkapel),
                omschrijving: "Behandelaar",
                omschrijvingGeneriek: .behandelaar
            )
            contents.eigenschappen[Self.oppervlakte] = EigenschapFacts(
                zaaktype: .own(Self.dakkapel),
                naam: "einde_vergunning"
            )
            contents.documenten[Self.plan] = InformatieobjectFacts(
                informatieobjecttype: .own(Self.plannen),
                indicatieGebruiksrecht: false
            )
        }
    }

    static func result(
        _ brondatum: BrondatumArchiefprocedure?,
        termijn: Period? = Period("P10Y")
    ) -> ResultaattypeFacts {
        ResultaattypeFacts(
            zaaktype: .own(dakkapel),
            archiefnominatie: .vernietigen,
            archiefactietermijn: termijn,
            brondatum: brondatum
        )
    }

    /// Ties as the register of documents would keep them.
    var tied: [Identifier] { contents.withLock { $0.tied } }

    func change(_ body: (inout sending Contents) -> Void) {
        contents.withLock { body(&$0) }
    }

    var neighbours: Neighbours {
        Neighbours(
            zaaktype: { [self] reference, _ in contents.withLock { $0.zaaktypen[reference.key] } },
            statustype: { [self] reference, _ in contents.withLock { $0.statustypen[reference.key] } },
            resultaattype: { [self] reference, _ in contents.withLock { $0.resultaattypen[reference.key] } },
            roltype: { [self] reference, _ in contents.withLock { $0.roltypen[reference.key] } },
            eigenschap: { [self] reference, _ in contents.withLock { $0.eigenschappen[reference.key] } },
            zaakobjecttype: { reference, _ in reference.key == Self.id(71) ? .own(Self.dakkapel) : nil },
            informatieobject: { [self] reference, _ in contents.withLock { $0.documenten[reference.key] } },
            admits: { _, type, _ in type == .own(Self.plannen) },
            besluit: { [self] reference, _ in contents.withLock { $0.besluiten[reference.key] } },
            documentTied: { [self] tie, _ in contents.withLock { $0.tied.append(tie.identifier) } },
            documentUntied: { [self] tie, _ in contents.withLock { $0.tied.removeAll { $0 == tie.identifier } } }
        )
    }
}

extension Reference {
    /// The id; a foreign one has none that the table knows.
    fileprivate var key: Identifier { identifier ?? Identifier(high: 0, low: 0) }
}

extension Day {
    static func known(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("a test wrote down a day that is none") }
        return day
    }
}
