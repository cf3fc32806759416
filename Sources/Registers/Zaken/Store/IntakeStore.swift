import Database
public import Kernel
public import Ledger

/// Makes zaken, numbers and all: the one door for whoever takes a zaak in.
public struct Intake: Sendable {
    let journal: Journal
    let numbers: Numbers
    let zaken: ZaakStore
    let surroundings: Surroundings

    /// How often a number is drawn anew when a client has given the same to a zaak of its own.
    static let drawsMax = 5

    public init(journal: Journal, numbers: Numbers, zaken: ZaakStore, surroundings: Surroundings) {
        (self.journal, self.numbers, self.zaken, self.surroundings) = (journal, numbers, zaken, surroundings)
    }

    /// Makes a zaak; a number is drawn when the client gives none.
    public func register(
        _ draft: Draft<Zaak>,
        _ mandate: Mandate,
        by author: Author,
        request: Identifier
    ) async throws -> KeptRecord<Zaak> {
        try await register(draft, mandate, by: author, request: request) { zaak, _ in zaak }
    }

    /// Makes a zaak, and in the same change what comes with it, such as a first status.
    ///
    /// - Returns: what the closure gives; it may run again, so it touches nothing but its change.
    public func register<Result: Sendable>(
        _ draft: Draft<Zaak>,
        _ mandate: Mandate,
        by author: Author,
        request: Identifier,
        with also: @escaping @Sendable (KeptRecord<Zaak>, Change) throws -> Result
    ) async throws -> Result {
        let zaken = zaken
        let isNumbered = !(draft.identificatie ?? "").isEmpty
        for draw in 1...Self.drawsMax {
            let number = isNumbered ? nil : try await number(for: draft)
            do {
                return try await journal.change(by: author, request: request) { change in
                    try also(zaken.add(draft, number: number, mandate, change), change)
                }
            } catch let invalid as Invalid where !isNumbered && draw < Self.drawsMax && invalid.isOnlyTaken {
                continue
            }
        }
        throw Invalid("identificatie", "identificatie-niet-uniek")
    }

    /// A draft without an organisation is refused in any case, so it costs no number.
    private func number(for draft: Draft<Zaak>) async throws -> String? {
        guard let bronorganisatie = draft.bronorganisatie, zaken.settings.organisations.fault(bronorganisatie) == nil
        else { return "" }
        let day = draft.registratiedatum ?? BrusselsTime.day(of: surroundings.now())
        return try await numbers.next(of: bronorganisatie, on: day)
    }
}

extension Invalid {
    fileprivate var isOnlyTaken: Bool { faults.map(\.code) == ["identificatie-niet-uniek"] }
}
