public import Kernel

/// Resources of other registers to which a zaak refers: their addresses, no more.
public enum Elsewhere {
    public enum Zaaktype: Linkable { public static let path = "/catalogi/api/v1/zaaktypen" }
    public enum Statustype: Linkable { public static let path = "/catalogi/api/v1/statustypen" }
    public enum Resultaattype: Linkable { public static let path = "/catalogi/api/v1/resultaattypen" }
    public enum Roltype: Linkable { public static let path = "/catalogi/api/v1/roltypen" }
    public enum Eigenschap: Linkable { public static let path = "/catalogi/api/v1/eigenschappen" }
    public enum Zaakobjecttype: Linkable { public static let path = "/catalogi/api/v1/zaakobjecttypen" }
    public enum Informatieobjecttype: Linkable { public static let path = "/catalogi/api/v1/informatieobjecttypen" }
    public enum Informatieobject: Linkable {
        public static let path = "/documenten/api/v1/enkelvoudiginformatieobjecten"
    }
    public enum Besluit: Linkable { public static let path = "/besluiten/api/v1/besluiten" }
}
