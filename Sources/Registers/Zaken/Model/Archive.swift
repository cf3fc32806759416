public import Kernel

/// From which day the archive term of a zaak counts, by the standard's nine ways.
public enum Afleidingswijze: String, Choice {
    case afgehandeld, ander_datumkenmerk, eigenschap, gerelateerde_zaak, hoofdzaak, ingangsdatum_besluit, termijn
    case vervaldatum_besluit, zaakobject
}

/// How the catalogue says to find the day from which the archive term counts.
public struct BrondatumArchiefprocedure: Hashable, Sendable {
    public var afleidingswijze: Afleidingswijze
    /// The name of an eigenschap, or the path of a member within an object.
    public var datumkenmerk: String
    public var objecttype: ObjectType?
    public var procestermijn: Period?

    public init(
        _ afleidingswijze: Afleidingswijze,
        datumkenmerk: String = "",
        objecttype: ObjectType? = nil,
        procestermijn: Period? = nil
    ) {
        (self.afleidingswijze, self.datumkenmerk) = (afleidingswijze, datumkenmerk)
        (self.objecttype, self.procestermijn) = (objecttype, procestermijn)
    }
}

/// The day from which an archive term counts, or why there is none.
enum Brondatum: Hashable {
    case day(Day)
    /// Not known yet: the zaak closes without a date, and gets one when the fact is there.
    case later
    /// The type and the zaak contradict each other, which somebody must mend first.
    case impossible(String)
}

/// Dates from which the brondatum can be found, gathered from a zaak and what belongs to it.
enum Bron {
    /// The latest of some days that should be there.
    static func latest(_ days: [Day], none: Brondatum) -> Brondatum {
        days.max().map { .day($0) } ?? none
    }

    /// A day as clients write it in a text: a date, a moment, or eight digits as the catalogue asks.
    static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        if let instant = Instant(text) { return BrusselsTime.day(of: instant) }
        let digits = Array(text.utf8)
        guard digits.count == 8 || digits.count == 14, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return Day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6).prefix(2))")
    }

    /// The text at a path within an object: `adres/datumIngang`.
    static func text(at path: String, in object: JSONValue) -> String? {
        path.split(separator: "/").reduce(JSONValue?.some(object)) { $0?[String($1)] }?.text
    }
}

extension Record where F == Zaak {
    /// The zaak as it is when it has closed with such a result: what is kept, since when, until when.
    func archived(by type: ResultaattypeFacts, from brondatum: Day?) -> Record<Zaak> {
        var zaak = self
        zaak.archiefnominatie = zaak.archiefnominatie ?? type.archiefnominatie
        guard let brondatum else { return zaak }
        zaak.startdatumBewaartermijn = brondatum
        if let date = type.archiefactietermijn.flatMap({ brondatum.adding($0) }) { zaak.archiefactiedatum = date }
        return zaak
    }

    /// The zaak as it is when it runs again: nothing of its end is left but its result.
    func reopened() -> Record<Zaak> {
        var zaak = self
        zaak.einddatum = nil
        return zaak.unarchived()
    }

    /// The zaak without what was derived for the archive.
    func unarchived() -> Record<Zaak> {
        var zaak = self
        (zaak.archiefnominatie, zaak.archiefactiedatum, zaak.startdatumBewaartermijn) = (nil, nil, nil)
        return zaak
    }
}
