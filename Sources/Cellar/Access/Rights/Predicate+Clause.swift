public import Database

extension Predicate {
    /// The condition for a Store that puts its WHERE together from clauses; asked for with `firstParameter: 1`.
    public var clause: Clause { Clause(numbered: sql, parameters) }
}
