public import Kernel

/// One dossier in an official's list.
public struct WorkItem: Sendable {
    let number: String
    let title: String
    let link: Href
    let about: String
    let phase: String
    let turn: Turn
    let last: LastDay?
    let suspended: Day?
    let assignee: String?

    /// Takes a row. `about` is the kind of dossier and the applicant, in a few words; `suspended` the day since which
    /// the clock stands still.
    public init(
        _ number: String,
        _ title: String,
        to link: Href,
        about: String,
        phase: String,
        turn: Turn,
        last: LastDay?,
        suspended: Day? = nil,
        assignee: String?
    ) {
        (self.number, self.title, self.link, self.about) = (number, title, link, about)
        (self.phase, self.turn, self.last) = (phase, turn, last)
        (self.suspended, self.assignee) = (suspended, assignee)
    }
}

extension HTML {
    /// The official's list of dossiers: what it is, where it stands, who is to act, by when, whose it is.
    ///
    /// With `selecting` each row has a checkbox of that name with the number as value, for bulk work; the caller puts
    /// the list in a form with the buttons below it.
    public static func worklist(
        _ caption: String,
        _ items: [WorkItem],
        selecting: String? = nil,
        in language: Language = .nl
    ) -> HTML {
        let labels = WorklistWords.columns.map { $0[language] }
        let columns = labels.map { head(TableColumn($0)) }
        let select = HTML(
            "<th scope=\"col\" role=\"columnheader\" class=\"select\">\(hidden(WorklistWords.select[language]))</th>"
        )
        return HTML(
            """
            <div class="table-scroll"><table role="table" class="worklist"><caption>\(caption)</caption>\
            <thead role="rowgroup"><tr role="row">\(select, if: selecting != nil)\(columns)</tr></thead>\
            <tbody role="rowgroup">\(items.map { workRow($0, labels, selecting, language) })</tbody></table></div>
            """
        )
    }

    /// A person in a row: initials in a square and the name.
    public static func person(_ name: String) -> HTML {
        let words = name.utf8.split(separator: UInt8(ascii: " "))
        let ends = words.count > 1 ? [words.first, words.last] : [words.first]
        let shown = ends.compactMap { $0.flatMap { Substring($0).first } }
        return HTML(
            "<span class=\"person\"><span class=\"initials\" aria-hidden=\"true\">\(String(shown))</span>\(name)</span>"
        )
    }

    private static func workRow(
        _ item: WorkItem,
        _ labels: [String],
        _ selecting: String?,
        _ language: Language
    ) -> HTML {
        HTML(
            """
            <tr role="row"\(attribute: "class", (item.last?.daysLeft ?? 0) < 0 ? "late" : nil)>\
            \(selecting.map { selectCell(item, $0, language) })\
            <th scope="row" role="rowheader"><a href="\(item.link)">\(item.title)</a>\
            <span class="meta"><span>\(item.number)</span> <span>\(item.about)</span></span></th>\
            <td role="cell" data-label="\(labels[1])"><div>\(item.phase)</div></td>\
            <td role="cell" data-label="\(labels[2])"><div>\(turn(item.turn, isShort: true, in: language))</div></td>\
            <td role="cell" data-label="\(labels[3])"><div>\(termCell(item, language))</div></td>\
            <td role="cell" data-label="\(labels[4])"><div>\(assignee(item, language))</div></td></tr>
            """
        )
    }

    private static func selectCell(_ item: WorkItem, _ name: String, _ language: Language) -> HTML {
        HTML(
            """
            <td role="cell" class="select"><input type="checkbox" name="\(name)" value="\(item.number)" \
            aria-label="\(WorklistWords.select[language]): \(item.number) \(item.title)"></td>
            """
        )
    }

    private static func termCell(_ item: WorkItem, _ language: Language) -> HTML {
        if let since = item.suspended { return suspendedTerm(since: since, in: language) }
        return item.last.map { term($0.day, daysLeft: $0.daysLeft, in: language) }
            ?? HTML("<span class=\"meta\">\(WorklistWords.noTerm, language)</span>")
    }

    private static func assignee(_ item: WorkItem, _ language: Language) -> HTML {
        item.assignee.map { person($0) } ?? HTML("<span class=\"meta\">\(WorklistWords.nobody, language)</span>")
    }
}

private enum WorklistWords {
    static let columns = [
        Phrase(nl: "Dossier", en: "Case file", fr: "Dossier"),
        Phrase(nl: "Fase", en: "Phase", fr: "Phase"),
        Phrase(nl: "Aan zet", en: "Whose turn", fr: "À qui d’agir"),
        Phrase(nl: "Uiterste dag", en: "Deadline", fr: "Date limite"),
        Phrase(nl: "Behandelaar", en: "Case officer", fr: "Gestionnaire"),
    ]
    static let select = Phrase(nl: "Selecteer", en: "Select", fr: "Sélectionner")
    static let noTerm = Phrase(nl: "geen termijn", en: "no term", fr: "sans délai")
    static let nobody = Phrase(nl: "nog niemand", en: "nobody yet", fr: "encore personne")
}
