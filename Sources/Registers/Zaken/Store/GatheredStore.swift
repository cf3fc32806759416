import Database

/// Lists that a zaak shows of its parts, made by the database: the one place where the two need different words.
enum GatheredStore {
    /// A JSON list of texts that need no escapes, in order; `[]` when there are none.
    ///
    /// - Parameters:
    ///   - element: what of each row, such as `rol.uuid`.
    ///   - rows: the rest of the statement, from its table on.
    static func list(_ element: String, from rows: String, _ dialect: Dialect) -> String {
        let join = dialect == .postgres ? "string_agg" : "group_concat"
        return """
            (SELECT COALESCE('[' || \(join)('"' || gathered.element || '"', ',') || ']', '[]')
            FROM (SELECT \(element) AS element FROM \(rows)) AS gathered)
            """
    }
}
