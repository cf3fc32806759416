public import Access
public import Database
import Kernel

/// What the one who asks may do: which documents, and which of the things that not everybody may.
public struct DocumentMandate: Sendable {
    /// Permissions besides that for the verb itself.
    public struct Extra: OptionSet, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// To unlock what somebody else locked (`documenten.geforceerd-unlock`).
        public static let geforceerdUnlock = Extra(rawValue: 1 << 0)
    }

    /// Which rows of table `enkelvoudiginformatieobject`, by its columns `uuid`, `informatieobjecttype`,
    /// `bronorganisatie` and `rang`: those for which the verb is allowed. What a change makes of a document must lie
    /// within it too.
    public let documenten: Clause
    public let extra: Extra

    public init(documenten: Clause, _ extra: Extra = []) {
        (self.documenten, self.extra) = (documenten, extra)
    }

    /// What a visitor may do by any of these scopes; another scope gives the extra permission.
    public init(of visitor: Visitor, _ scopes: [Scope], forcingUnlock forced: Bool = false) {
        self.init(documenten: Self.clause(visitor, scopes), forced ? .geforceerdUnlock : [])
    }
}

/// How a resource is written again.
public enum Rewriting: Sendable {
    /// What is absent stays.
    case patch
    /// What is absent gets its default.
    case put
}

extension Draft {
    func record(_ rewriting: Rewriting, _ old: Record<F>) throws(Invalid) -> Record<F> {
        switch rewriting {
        case .patch: try record(changing: old)
        case .put: try record(replacing: old)
        }
    }
}
