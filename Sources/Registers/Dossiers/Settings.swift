public import Catalogi
public import Kernel

/// What a town chooses for its dossiers.
public struct DossierSettings: Sendable {
    /// The code of the organisation (`bronorganisatie`).
    public var organisation: String
    /// The five capitals of the catalogue in which the house keeps its types.
    public var domain: String
    public var addresses: Addresses
    public var catalogi: CatalogiRules
    /// The town's name, as letters sign.
    public var town: String
    /// Names of departments by their code; one that is not here is shown by its code.
    public var departments: [String: Department]

    /// A department, as letters name it.
    public struct Department: Hashable, Sendable {
        public var name: String
        public var phone: String
        public var mail: String

        public init(name: String, phone: String = "", mail: String = "") {
            (self.name, self.phone, self.mail) = (name, phone, mail)
        }
    }

    public init(
        organisation: String,
        domain: String = "BELFO",
        addresses: Addresses,
        catalogi: CatalogiRules = CatalogiRules(),
        town: String,
        departments: [String: Department] = [:]
    ) {
        (self.organisation, self.domain, self.addresses) = (organisation, domain, addresses)
        (self.catalogi, self.town, self.departments) = (catalogi, town, departments)
    }
}
