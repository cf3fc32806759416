public import Database
public import Kernel

extension PartOfZaakType {
    /// What each part shows of its zaaktype.
    static var fromZaakType: [String: String] {
        let own = "FROM zaaktype z WHERE z.uuid = \(table).zaaktype"
        let all = """
            FROM zaaktype z JOIN zaaktype v ON v.catalogus = z.catalogus AND v.identificatie = z.identificatie \
            WHERE z.uuid = \(table).zaaktype
            """
        return [
            "catalogus": "(SELECT z.catalogus \(own))",
            "zaaktype_identificatie": "(SELECT z.identificatie \(own))",
            "begin_geldigheid": "(SELECT z.begin_geldigheid \(own))",
            "einde_geldigheid": "(SELECT z.einde_geldigheid \(own))",
            "begin_object": "(SELECT min(v.begin_geldigheid) \(all))",
            "einde_object":
                "(SELECT CASE WHEN count(*) = count(v.einde_geldigheid) THEN max(v.einde_geldigheid) END \(all))",
        ]
    }

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] { fromZaakType }

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        try scope.part(of: Self.self, name, text)
    }
}
