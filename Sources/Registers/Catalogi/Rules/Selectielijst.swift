public import Kernel

/// What the lists of archivists say; fetched before the transaction, and only looked up in it.
public struct Selectielijst: Sendable {
    /// What came of looking at a URL.
    public enum Answer<Content: Sendable>: Sendable {
        case found(Content)
        /// No answer, or not 200.
        case unreachable
        /// An answer of another shape.
        case otherwise
    }

    /// A row of the list: how long dossiers of a kind are kept.
    public struct Resultaat: Hashable, Sendable {
        /// The group of processes of which it is a row.
        public let procesType: Link
        public let waardering: Archiefnominatie?
        /// Nil when the row names none, which is not zero.
        public let bewaartermijn: Period?
        /// `nihil`, `ingeschatte_bestaansduur_procesobject` …; empty when the row names none.
        public let procestermijn: String

        public init(
            procesType: Link,
            waardering: Archiefnominatie?,
            bewaartermijn: Period?,
            procestermijn: String
        ) {
            (self.procesType, self.waardering) = (procesType, waardering)
            (self.bewaartermijn, self.procestermijn) = (bewaartermijn, procestermijn)
        }
    }

    /// Whether a URL is that of a group of processes.
    public var procestype: @Sendable (Link) -> Answer<Bool>
    public var resultaat: @Sendable (Link) -> Answer<Resultaat>
    /// The `omschrijving` of a resultaattypeomschrijving.
    public var omschrijving: @Sendable (Link) -> Answer<String>

    public init(
        procestype: @escaping @Sendable (Link) -> Answer<Bool>,
        resultaat: @escaping @Sendable (Link) -> Answer<Resultaat>,
        omschrijving: @escaping @Sendable (Link) -> Answer<String>
    ) {
        (self.procestype, self.resultaat, self.omschrijving) = (procestype, resultaat, omschrijving)
    }

    /// Knows nothing, for types that refer to none.
    public static let none = Selectielijst(
        procestype: { _ in .unreachable },
        resultaat: { _ in .unreachable },
        omschrijving: { _ in .unreachable }
    )
}

extension Selectielijst.Answer {
    /// What was found; notes a fault of the field when it was not.
    func content(_ name: String, _ check: inout Check) -> Content? {
        switch self {
        case .found(let content): return content
        case .unreachable: check.add(Fault(name, "bad-url"))
        case .otherwise: check.add(Fault(name, "invalid-resource"))
        }
        return nil
    }
}
