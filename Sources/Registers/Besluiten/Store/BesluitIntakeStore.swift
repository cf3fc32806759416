import Database
public import Kernel
public import Ledger

/// Makes decisions, numbers and all: the door for whoever makes one by itself.
public struct BesluitIntake: Sendable {
    let journal: Journal
    let numbers: BesluitNumbers
    let besluiten: BesluitStore
    let surroundings: Surroundings

    /// How often a number is drawn anew when a client has given the same to a decision of its own.
    private static let drawsMax = 5

    public init(journal: Journal, numbers: BesluitNumbers, besluiten: BesluitStore, surroundings: Surroundings) {
        (self.journal, self.numbers, self.besluiten) = (journal, numbers, besluiten)
        self.surroundings = surroundings
    }

    /// Makes a decision; a number is drawn when the client gives none.
    public func register(
        _ draft: Draft<Besluit>,
        _ mandate: BesluitMandate,
        by author: Author,
        request: Identifier
    ) async throws -> KeptRecord<Besluit> {
        let besluiten = besluiten
        let isNumbered = !(draft.identificatie ?? "").isEmpty
        for draw in 1...Self.drawsMax {
            let number = isNumbered ? nil : try await number(for: draft)
            do {
                return try await journal.change(by: author, request: request) { change in
                    try besluiten.add(draft, number: number, mandate, change)
                }
            } catch let invalid as Invalid where !isNumbered && draw < Self.drawsMax && invalid.isOnlyTaken {
                continue
            }
        }
        throw Invalid("identificatie", "identificatie-niet-uniek")
    }

    private func number(for draft: Draft<Besluit>) async throws -> String? {
        guard let organisation = draft.verantwoordelijkeOrganisatie else { return nil }
        let today = BrusselsTime.day(of: surroundings.now())
        return try await numbers.next(of: organisation, on: draft.datum.map { min($0, today) } ?? today)
    }
}

extension Invalid {
    fileprivate var isOnlyTaken: Bool { faults.map(\.code) == ["identificatie-niet-uniek"] }
}
