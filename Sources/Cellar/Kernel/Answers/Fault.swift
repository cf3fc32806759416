/// One thing that is wrong with what somebody sent: where, what, and a sentence about it.
public struct Fault: Hashable, Sendable {
    /// The field on its path, as ZGW writes it: `kenmerken.0.bron`; `nonFieldErrors` when it is about the whole.
    public var name: String
    /// What is wrong, for programs: `required`, `max_length`, `zaaktype-mismatch` …
    public var code: String
    /// What is wrong, for people, in Dutch.
    public var reason: String

    /// Takes a fault; without a reason it gets the ordinary sentence of its code.
    public init(_ name: String, _ code: String, _ reason: String? = nil) {
        (self.name, self.code, self.reason) = (name, code, reason ?? Reason.sentence(for: code))
    }

    /// The name of a fault that lies in no single field.
    public static let whole = "nonFieldErrors"
}

/// What somebody sent cannot be taken: all faults of it, at least one.
public struct Invalid: Error, Hashable, Sendable {
    /// The faults, in the order in which they were found.
    public let faults: [Fault]

    /// Takes a fault and the others.
    public init(_ first: Fault, _ others: [Fault] = []) {
        faults = [first] + others
    }

    /// Takes a single fault.
    public init(_ name: String, _ code: String, _ reason: String? = nil) {
        self.init(Fault(name, code, reason))
    }

    /// Takes a list of faults; nil if there are none.
    public init?(_ faults: [Fault]) {
        guard !faults.isEmpty else { return nil }
        self.faults = faults
    }
}
