import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// Lists of work; each shows only what the visitor may see.
struct WorklistRoutes {
    let desk: WorkDesk

    var routes: [Route] {
        [.get("/werk", policy: .official) { [desk] request, caller in try await desk.worklist(request, caller) }]
    }
}

extension WorkDesk {
    func worklist(_ request: Request, _ caller: Caller) async throws -> Answer {
        let query = try WorkQuery(request.query())
        let page = try await register.work(query, for: caller.visitor)
        var due: [WorkPage.Row] = []
        if query == WorkQuery(heap: .mine) {
            let tasks = try await register.work(WorkQuery(heap: .tasks), for: caller.visitor)
            let own = Set(page.rows.map(\.open.id))
            let today = register.today
            due = (page.rows + tasks.rows.filter { !own.contains($0.open.id) }).filter { $0.isDue(by: today) }
        }
        let types = try await register.types().map { ($0.type.identification, $0.type.title.nl) }
        var sheet = try await frame.sheet("Werk", door: .desk, request, caller)
        sheet.page.width = .full
        sheet.page.main = WorklistPage(query: query, page: page, due: due, types: types, today: register.today).main
        return sheet.answer()
    }
}

extension WorkQuery {
    /// Reads what the address asks for; what it does not know is left out.
    init(_ pairs: Pairs) throws(Refusal) {
        self.init(
            heap: Heap(rawValue: try pairs.single("hoop") ?? "") ?? .mine,
            text: String((try pairs.single("zoek") ?? "").prefix(100)).trimmed,
            isLate: try pairs.single("telaat") == "ja",
            type: String((try pairs.single("soort") ?? "").prefix(50)),
            page: Int(try pairs.single("pagina") ?? "") ?? 1
        )
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
