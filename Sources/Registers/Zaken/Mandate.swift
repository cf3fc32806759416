public import Database
import Kernel

/// What the one who asks may do: which zaken, and which of the things that not everybody may.
///
/// Policy makes it of the visitor's grants. What it does not allow is answered with 403.
public struct Mandate: Sendable {
    /// Permissions besides that for the verb itself.
    public struct Extra: OptionSet, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Any status on a running zaak (`zaken.statussen.toevoegen`); without it only the first.
        public static let statussenToevoegen = Extra(rawValue: 1 << 0)
        /// A status on a closed zaak, which makes it run again (`zaken.heropenen`).
        public static let heropenen = Extra(rawValue: 1 << 1)
        /// Changes to a closed zaak (`zaken.geforceerd-bijwerken`).
        public static let geforceerdBijwerken = Extra(rawValue: 1 << 2)
    }

    /// Which rows of table `zaak`, by its columns `uuid`, `zaaktype`, `bronorganisatie` and `rang`: those for which the
    /// verb is allowed. What a change makes of a zaak must lie within it too.
    public let zaken: Clause
    public let extra: Extra

    public init(zaken: Clause, _ extra: Extra = []) {
        (self.zaken, self.extra) = (zaken, extra)
    }
}

extension Mandate {
    /// Refuses a change to a closed zaak, unless forced.
    func mayChange(_ zaak: Record<Zaak>) throws(Problem) {
        guard zaak.einddatum == nil || extra.contains(.geforceerdBijwerken) else {
            throw Problem(.forbidden, detail: "De zaak is gesloten; wijzigen vraagt zaken.geforceerd-bijwerken.")
        }
    }

    /// Refuses a status where the mandate does not reach.
    func mayAddStatus(to zaak: Record<Zaak>) throws(Problem) {
        if zaak.einddatum != nil {
            guard extra.contains(.heropenen) else {
                throw Problem(.forbidden, detail: "De zaak is gesloten; heropenen vraagt zaken.heropenen.")
            }
        } else if zaak.status != nil {
            guard !extra.isDisjoint(with: [.statussenToevoegen, .heropenen]) else {
                throw Problem(.forbidden, detail: "Na de eerste status vraagt dit zaken.statussen.toevoegen.")
            }
        }
    }
}

/// How a resource is written again.
public enum Rewrite: Sendable {
    /// What is absent stays.
    case patch
    /// What is absent gets its default.
    case put
}

extension Draft {
    func record(_ rewrite: Rewrite, _ old: Record<F>) throws(Invalid) -> Record<F> {
        switch rewrite {
        case .patch: try record(changing: old)
        case .put: try record(replacing: old)
        }
    }
}
