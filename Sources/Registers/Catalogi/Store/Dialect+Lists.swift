import Database
import Kernel

/// What the two databases call differently: lists as JSON. Everything else here is common SQL.
extension Dialect {
    /// The JSON list of what a subquery yields as `x`, in its order, without spaces.
    func list(_ rows: String) -> String {
        switch self {
        case .sqlite: "(SELECT json_group_array(x) FROM (\(rows)))"
        case .postgres: "(SELECT '[' || coalesce(string_agg(to_json(x)::text, ','), '') || ']' FROM (\(rows)) AS l)"
        }
    }

    /// The JSON list of what a subquery yields as `x` that is JSON already.
    func join(_ rows: String) -> String {
        switch self {
        case .sqlite: "(SELECT '[' || coalesce(group_concat(x, ','), '') || ']' FROM (\(rows)))"
        case .postgres: "(SELECT '[' || coalesce(string_agg(x, ','), '') || ']' FROM (\(rows)) AS l)"
        }
    }

    /// The texts of a JSON list, as rows `e.value` for a FROM.
    func texts(in column: String) -> String {
        switch self {
        case .sqlite: "json_each(\(column)) AS e"
        case .postgres: "json_array_elements_text(\(column)::json) AS e(value)"
        }
    }

    /// A text as JSON.
    func quoted(_ text: String) -> String {
        switch self {
        case .sqlite: "json_quote(\(text))"
        case .postgres: "to_json(\(text))::text"
        }
    }
}

/// The SQL for "published, and valid on that day"; the last day counts.
func valid(_ row: String, on day: Day) -> String {
    "\(row).concept = 0 AND \(row).begin_geldigheid <= '\(day)' "
        + "AND (\(row).einde_geldigheid IS NULL OR \(row).einde_geldigheid >= '\(day)')"
}
