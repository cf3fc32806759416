import Kernel

extension BetrokkeneType {
    /// Reads what somebody is known by, in the form that belongs to the type; answers it with every member, so that
    /// it is shown as it is stored. What belongs to another type is left out.
    func identification(_ sent: RawJSON) throws(Invalid) -> RawJSON {
        switch self {
        case .natuurlijk_persoon: try Self.whole(NatuurlijkPersoon.self, sent)
        case .niet_natuurlijk_persoon: try Self.whole(NietNatuurlijkPersoon.self, sent)
        case .vestiging: try Self.whole(Vestiging.self, sent)
        case .organisatorische_eenheid: try Self.whole(OrganisatorischeEenheid.self, sent)
        case .medewerker: try Self.whole(Medewerker.self, sent)
        }
    }

    /// The members by which lists can be filtered: what the filter calls the group, and the members.
    var keys: (group: String, members: [String]) {
        switch self {
        case .natuurlijk_persoon: ("natuurlijkPersoon", ["inpBsn", "anpIdentificatie", "inpA_nummer"])
        case .niet_natuurlijk_persoon: ("nietNatuurlijkPersoon", ["innNnpId", "annIdentificatie"])
        case .vestiging: ("vestiging", ["vestigingsNummer"])
        case .organisatorische_eenheid: ("organisatorischeEenheid", ["identificatie"])
        case .medewerker: ("medewerker", ["identificatie"])
        }
    }

    private static func whole<F: Fields>(_ type: F.Type, _ sent: RawJSON) throws(Invalid) -> RawJSON {
        do {
            // A group holds no reference, so the address is never shown.
            guard let nowhere = Addresses(publicURL: "http://localhost") else { return sent }
            let record = try Draft<F>.read(Array(sent.text.utf8), nowhere).record()
            let bytes = try JSONWriter.bytes { writer throws(JSONError) in try record.write(to: &writer, nowhere) }
            return RawJSON(try JSONValue(bytes))
        } catch let invalid as Invalid {
            throw invalid
        } catch {
            throw Invalid(Fault.whole, "invalid")
        }
    }
}
