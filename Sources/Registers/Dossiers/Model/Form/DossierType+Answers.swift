import Kernel

extension DossierType {
    /// The answer to a field in words; nil for a name that is no field.
    func written(_ name: String, _ answers: Answers) -> String? {
        guard let field = form.fields.first(where: { $0.name == name }) else { return nil }
        return answers.values[name].map { field.written($0) } ?? ""
    }

    /// Answers to calls that need only the type and the answers.
    func ask(_ function: Function, _ values: [Operand], _ answers: Answers) -> Operand {
        guard case .text(let name)? = values.first else { return .empty }
        switch function {
        case .table: return tables.first { $0.name == name }?.value(for: Array(values.dropFirst())) ?? .empty
        case .check: return .boolean(answers.checks[name] ?? false)
        default: return .empty
        }
    }
}
