internal import Database
internal import HTTPTypes

extension Refusal {
    /// What a visitor is told when the database did not do what was asked; nil for a fault of the program.
    init?(_ error: DatabaseError) {
        switch error.code {
        case .unavailable, .busy, .overloaded, .closed, .deadline, .conflict:
            self = .unavailable("De databank antwoordt nu niet. Er is niets veranderd; probeer het zo meteen opnieuw.")
        case .commitUnknown:
            self = Refusal(
                .serviceUnavailable,
                "commit_unknown",
                "De verbinding met de databank viel weg tijdens het bewaren. Kijk na of het gelukt is.",
                headers: [.retryAfter: "5"]
            )
        case .full, .readOnly:
            let status = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
            self = Refusal(status, "read_only", "Er kan nu niets bewaard worden. Lezen gaat wel.")
        case .unique, .foreignKey, .check, .statement, .disk, .corrupt, .newer, .migrationChanged: return nil
        }
    }
}
