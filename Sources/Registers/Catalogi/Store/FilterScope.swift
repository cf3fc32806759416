public import Database
public import Kernel

/// What query parameters are read with.
public struct FilterScope: Sendable {
    public let dialect: Dialect
    public let addresses: Addresses

    public init(_ dialect: Dialect, _ addresses: Addresses) {
        (self.dialect, self.addresses) = (dialect, addresses)
    }
}

extension FilterScope {
    /// `status` and `datumGeldigheid` of a type with versions.
    func version<T: VersionedType>(of type: T.Type, _ name: String, _ text: String) throws(Invalid) -> Clause? {
        switch name {
        case "status": try concept(name, text).map { "\(name: T.table).concept = \($0)" } ?? .all([])
        case "datumGeldigheid": valid(T.table, on: try day(name, text))
        default: nil
        }
    }

    /// `status`, `datumGeldigheid` and `zaaktypeIdentificatie` of a part of a zaaktype.
    ///
    /// The names with an underscore stand in the standard for resultaattypen; they are taken everywhere.
    func part<P: PartOfZaakType>(of type: P.Type, _ name: String, _ text: String) throws(Invalid) -> Clause? {
        switch name {
        case "status": try concept(name, text).map { each(P.self, "z.concept = \($0)") } ?? .all([])
        case "datumGeldigheid", "datum_geldigheid": each(P.self, valid("z", on: try day(name, text)))
        case "zaaktypeIdentificatie", "zaaktype_identificatie": few(P.self, "z.identificatie = \(.text(text))")
        default: nil
        }
    }

    /// Parts of zaaktypen for which something holds that holds for many: looked up row by row.
    func each<P: PartOfZaakType>(_ type: P.Type, _ condition: Clause) -> Clause {
        "EXISTS (SELECT 1 FROM zaaktype z WHERE z.uuid = \(name: P.table).zaaktype AND \(condition))"
    }

    /// Parts of zaaktypen for which something holds that holds for few: those are found first.
    func few<P: PartOfZaakType>(_ type: P.Type, _ condition: Clause) -> Clause {
        "\(name: P.table).zaaktype IN (SELECT z.uuid FROM zaaktype z WHERE \(condition))"
    }

    func day(_ name: String, _ text: String) throws(Invalid) -> Day {
        guard let day = Day(text) else { throw Invalid(name, "invalid", "Dit is geen datum, zoals 2026-01-31.") }
        return day
    }

    /// Nil asks for all.
    private func concept(_ name: String, _ text: String) throws(Invalid) -> Value? {
        switch text {
        case "definitief": .integer(0)
        case "concept": .integer(1)
        case "alles": nil
        default: throw Invalid(name, "invalid_choice", "Kies alles, concept of definitief.")
        }
    }

    private func valid(_ row: String, on day: Day) -> Clause {
        """
        \(name: row).begin_geldigheid <= \(day.stored)
        AND (\(name: row).einde_geldigheid IS NULL OR \(name: row).einde_geldigheid >= \(day.stored))
        """
    }
}
