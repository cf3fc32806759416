/// A column of a table.
public struct TableColumn: Sendable {
    /// How the table is sorted by it.
    public enum Order: String, Sendable { case ascending, descending }

    let title: String
    let isNumber: Bool
    let sort: Href?
    let order: Order?

    /// Takes a column; numbers are set right. `sort` is the address of the same page sorted by this column.
    public init(_ title: String, isNumber: Bool = false, sort: Href? = nil, order: Order? = nil) {
        (self.title, self.isNumber, self.sort, self.order) = (title, isNumber, sort, order)
    }
}

extension HTML {
    /// Rows that are compared with each other. Below 40rem each row becomes a card with the column's name before each
    /// value, so nothing scrolls sideways on a phone.
    ///
    /// The caption names the table for everybody; the first cell of a row is its heading. Rows shorter or longer than
    /// the columns are shown as they are. Not for layout, and not for facts about one thing (`summaryList`).
    public static func table(_ caption: String, _ columns: [TableColumn], rows: [[HTML]]) -> HTML {
        HTML(
            """
            <div class="table-scroll"><table role="table"><caption>\(caption)</caption>\
            <thead role="rowgroup"><tr role="row">\(columns.map(head))</tr></thead>\
            <tbody role="rowgroup">\(rows.map { row($0, columns) })</tbody></table></div>
            """
        )
    }

    static func head(_ column: TableColumn) -> HTML {
        let title = column.sort.map { link in
            HTML("<a href=\"\(link)\">\(column.title)\(icon(.chevronDown), if: column.order != nil)</a>")
        }
        return HTML(
            """
            <th scope="col" role="columnheader"\(attribute: "class", column.isNumber ? "number" : nil)\
            \(attribute: "aria-sort", column.order?.rawValue)>\(title ?? HTML("\(column.title)"))</th>
            """
        )
    }

    private static func row(_ cells: [HTML], _ columns: [TableColumn]) -> HTML {
        let made = cells.enumerated().map { index, cell in
            let column = index < columns.count ? columns[index] : nil
            let kind = column?.isNumber == true ? "number" : nil
            guard index > 0 else { return HTML("<th scope=\"row\" role=\"rowheader\">\(cell)</th>") }
            return HTML(
                """
                <td role="cell"\(attribute: "class", kind)\(attribute: "data-label", column?.title)>\
                <div>\(cell)</div></td>
                """
            )
        }
        return HTML("<tr role=\"row\">\(made)</tr>")
    }
}
