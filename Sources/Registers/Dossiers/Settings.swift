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

    public init(
        organisation: String,
        domain: String = "BELFO",
        addresses: Addresses,
        catalogi: CatalogiRules = CatalogiRules(),
        town: String
    ) {
        (self.organisation, self.domain, self.addresses) = (organisation, domain, addresses)
        (self.catalogi, self.town) = (catalogi, town)
    }
}
