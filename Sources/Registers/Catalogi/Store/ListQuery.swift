import Database
public import Kernel
import Ledger

/// What a client asks of a list: each parameter as a clause.
public struct ListQuery<R: CatalogiResource>: Sendable {
    let clauses: [Clause]
    /// The day for which related types are shown; nil is today.
    public let day: Day?

    /// Reads query parameters, escapes undone, those about pages left out; throws all that is wrong with them.
    ///
    /// An empty value filters nothing. Concepts are left out unless `status` asks for them.
    public init(_ parameters: [(name: String, value: String)], _ scope: FilterScope) throws(Invalid) {
        var (check, clauses, day) = (Check(), [Clause](), Day?.none)
        var given = parameters.filter { !$0.value.isEmpty }
        if !given.contains(where: { $0.name == "status" }) { given.append(("status", "definitief")) }
        for (name, value) in given {
            do throws(Invalid) {
                if let clause = try Self.clause(name, value, scope) {
                    clauses.append(clause)
                } else if name != "status" || parameters.contains(where: { $0.name == name }) {
                    check.add(
                        Fault(Fault.whole, "unknown-parameters", "We kennen de parameter “\(name.prefix(50))” niet.")
                    )
                }
                if name == "datumGeldigheid" { day = try scope.day(name, value) }
            } catch {
                for fault in error.faults { check.add(fault) }
            }
        }
        try check.done()
        (self.clauses, self.day) = (clauses, day)
    }

    private static func clause(_ name: String, _ value: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        if let clause = try R.filter(name, value, scope) { return clause }
        guard let filter = R.declaration.filters.first(where: { $0.name == name }) else { return nil }
        // The day does not matter: no declared filter is on a field that depends on it.
        return R.kept(scope.dialect, on: .first).clause(try filter.condition(value, scope.addresses))
    }
}
