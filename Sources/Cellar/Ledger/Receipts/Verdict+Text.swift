public import Kernel

extension Verdict {
    /// The verdict for a reader: the judgement first, then what the proof says, a line each.
    ///
    /// Everything after the first line comes from inside the proof. Of names only what shows is shown: a space stands
    /// for control characters and for those that turn the direction of the text.
    public func lines(in language: Language) -> [String] {
        ([judgement[language]] + proved(in: language)).map(Verdict.plain)
    }

    /// The judgement in a sentence.
    public var judgement: Text {
        guard let refusal else {
            return Text(nl: "Dit bewijs klopt.", en: "This proof holds.", fr: "Cette preuve est valable.")
        }
        let reason = refusal.reason
        return Text(
            nl: "Dit bewijs klopt niet: \(reason[.nl]).",
            en: "This proof does not hold: \(reason[.en]).",
            fr: "Cette preuve n'est pas valable : \(reason[.fr])."
        )
    }

    private func proved(in language: Language) -> [String] {
        var lines: [String] = []
        if let content {
            lines.append("\(Label.nummer[language]): \(content.nummer)")
            lines.append("\(Label.tijd[language]): \(content.tijd)")
            lines += content.documenten.map { "\(Label.document[language]): \($0.naam) (SHA-256 \($0.sha256))" }
        }
        if let signed, let entry, let place {
            let log = "\(signed.checkpoint.origin), \(place + 1)/\(signed.checkpoint.size), \(entry.time)"
            lines.append("\(Label.register[language]): \(log)")
            lines += signed.witnesses.map { "\(Label.getuige[language]): \($0.key.name)\(Verdict.time($0.timestamp))" }
        }
        return lines
    }

    private static func time(_ seconds: UInt64?) -> String {
        guard let seconds else { return "" }
        // A witness speaks of this century; what lies beyond the calendar is not shown as a date.
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        let moment = overflow ? nil : Int64(exactly: milliseconds).flatMap { Instant(exactly: $0) }
        return moment.map { ", \($0)" } ?? ""
    }

    private static func plain(_ line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.map { isPlain($0) ? $0 : " " }))
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

/// The words before what a proof says.
private enum Label {
    static let nummer = Text(nl: "Nummer", en: "Number", fr: "Numéro")
    static let tijd = Text(nl: "Tijd", en: "Time", fr: "Heure")
    static let document = Text(nl: "Document", en: "Document", fr: "Document")
    static let register = Text(nl: "Register", en: "Log", fr: "Registre")
    static let getuige = Text(nl: "Getuige", en: "Witness", fr: "Témoin")
}

extension Verdict.Refusal {
    /// Why, as the end of a sentence.
    var reason: Text {
        switch self {
        case .form:
            Text(
                nl: "het bestand heeft niet de vorm van een bewijs",
                en: "the file does not have the form of a proof",
                fr: "le fichier n'a pas la forme d'une preuve"
            )
        case .signature:
            Text(
                nl: "het register heeft dit niet met de gegeven sleutel ondertekend",
                en: "the log did not sign this with the given key",
                fr: "le registre n'a pas signé ceci avec la clé donnée"
            )
        case .inclusion:
            Text(
                nl: "het register bevat deze inschrijving niet",
                en: "the log does not hold this entry",
                fr: "le registre ne contient pas cette inscription"
            )
        case .opening:
            Text(
                nl: "de getoonde inhoud is niet die van de inschrijving",
                en: "the content shown is not that of the entry",
                fr: "le contenu montré n'est pas celui de l'inscription"
            )
        case .content:
            Text(
                nl: "de inhoud noemt geen nummer, tijd en documenten",
                en: "the content does not state number, time and documents",
                fr: "le contenu n'indique pas de numéro, d'heure et de documents"
            )
        case .document(let naam):
            Text(
                nl: "het document “\(naam)” is niet wat werd ontvangen",
                en: "the document “\(naam)” is not what was received",
                fr: "le document « \(naam) » n'est pas ce qui a été reçu"
            )
        }
    }
}
