/// Collects all that is wrong, so that a client mends it in one go.
public struct Check: Sendable {
    /// What was found so far.
    public private(set) var faults: [Fault] = []

    /// Starts without faults.
    public init() {}

    /// Whether nothing was found.
    public var isClean: Bool { faults.isEmpty }

    /// Notes a fault unless the condition holds, and says whether it held.
    @discardableResult
    public mutating func that(
        _ condition: Bool,
        _ name: @autoclosure () -> String,
        _ code: @autoclosure () -> String,
        _ reason: @autoclosure () -> String? = nil
    ) -> Bool {
        if !condition { add(Fault(name(), code(), reason())) }
        return condition
    }

    /// Notes a fault; beyond the first hundred they are dropped, since nobody reads on.
    public mutating func add(_ fault: Fault) {
        if faults.count < Check.faultsMax { faults.append(fault) }
    }

    /// Notes the faults of a part, each under the part's own name.
    public mutating func add(_ part: Invalid, inside name: String) {
        for fault in part.faults {
            let path = fault.name == Fault.whole ? name : "\(name).\(fault.name)"
            add(Fault(path, fault.code, fault.reason))
        }
    }

    /// Throws what was found, if anything.
    public func done() throws(Invalid) {
        if let invalid = Invalid(faults) { throw invalid }
    }

    /// Faults that one answer lists at most.
    public static let faultsMax = 100
}
