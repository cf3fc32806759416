/// What an advice says.
public enum AdviceOutcome: String, CaseIterable, Hashable, Sendable {
    case favourable = "gunstig"
    case conditional = "voorwaardelijk"
    case unfavourable = "ongunstig"
    /// The adviser has nothing to say, or did not answer in time.
    case none = "geen"
}
