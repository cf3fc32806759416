import Kernel
import Testing

@testable import Zaken

/// The members that the standard names, resource by resource: facts of ZGW Zaken 1.5.1 (notes: 1.7.0).
@Suite struct StandardTests {
    private func members<R: Resource>(of type: R.Type) throws -> Set<String> {
        let schema = try JSONValue(JSONWriter.bytes { R.declaration.writeSchema(to: &$0) })
        guard case .object(let properties)? = schema["properties"] else { return [] }
        return Set(properties.map(\.name))
    }

    private func names(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    @Test func `every member of a zaak and its main parts is declared, and no other`() throws {
        #expect(
            try members(of: Zaak.self)
                == names(
                    """
                    url uuid identificatie bronorganisatie omschrijving toelichting zaaktype registratiedatum
                    verantwoordelijkeOrganisatie startdatum einddatum einddatumGepland uiterlijkeEinddatumAfdoening
                    publicatiedatum communicatiekanaal productenOfDiensten vertrouwelijkheidaanduiding
                    betalingsindicatie betalingsindicatieWeergave laatsteBetaaldatum zaakgeometrie verlenging
                    opschorting selectielijstklasse hoofdzaak deelzaken relevanteAndereZaken eigenschappen rollen
                    status zaakinformatieobjecten zaakobjecten kenmerken archiefnominatie archiefstatus
                    archiefactiedatum resultaat opdrachtgevendeOrganisatie processobjectaard startdatumBewaartermijn
                    processobject
                    """
                )
        )
        #expect(
            try members(of: Status.self)
                == names(
                    """
                    url uuid zaak statustype datumStatusGezet statustoelichting indicatieLaatstGezetteStatus gezetdoor
                    zaakinformatieobjecten
                    """
                )
        )
        #expect(try members(of: Resultaat.self) == names("url uuid zaak resultaattype toelichting"))
        #expect(
            try members(of: Rol.self)
                == names(
                    """
                    url uuid zaak betrokkene betrokkeneType afwijkendeNaamBetrokkene roltype omschrijving
                    omschrijvingGeneriek roltoelichting registratiedatum indicatieMachtiging contactpersoonRol
                    statussen betrokkeneIdentificatie
                    """
                )
        )
    }

    @Test func `every member of what else belongs to a zaak is declared, and no other`() throws {
        #expect(
            try members(of: ZaakObject.self)
                == names(
                    """
                    url uuid zaak object zaakobjecttype objectType objectTypeOverige objectTypeOverigeDefinitie
                    relatieomschrijving objectIdentificatie
                    """
                )
        )
        #expect(
            try members(of: ZaakInformatieObject.self)
                == names(
                    """
                    url uuid informatieobject zaak aardRelatieWeergave titel beschrijving registratiedatum
                    vernietigingsdatum status
                    """
                )
        )
        #expect(try members(of: ZaakEigenschap.self) == names("url uuid zaak eigenschap naam waarde"))
        #expect(
            try members(of: KlantContact.self)
                == names("url uuid zaak identificatie datumtijd kanaal onderwerp toelichting")
        )
        #expect(try members(of: ZaakBesluit.self) == names("url uuid besluit"))
        #expect(try members(of: ZaakContactMoment.self) == names("url uuid zaak contactmoment"))
        #expect(try members(of: ZaakVerzoek.self) == names("url uuid zaak verzoek"))
        #expect(
            try members(of: ZaakNotitie.self)
                == names(
                    """
                    url uuid onderwerp tekst aangemaaktDoor notitieType status aanmaakdatum wijzigingsdatum
                    gerelateerdAan
                    """
                )
        )
    }

    @Test func `what says something about a person is marked`() {
        #expect(Zaak.declaration.personal == ["omschrijving", "toelichting"])
        #expect(
            Rol.declaration.personal
                == ["betrokkene", "afwijkendeNaamBetrokkene", "contactpersoonRol", "betrokkeneIdentificatie"]
        )
        #expect(NatuurlijkPersoon.declaration.personal.count == NatuurlijkPersoon.declaration.columns.count)
        #expect(ZaakEigenschap.declaration.personal == ["waarde"])
    }

    @Test func `every query parameter of the standard is known`() throws {
        let zaken = """
            identificatie bronorganisatie bronorganisatie__in zaaktype archiefnominatie archiefnominatie__in
            archiefactiedatum archiefactiedatum__isnull archiefactiedatum__lt archiefactiedatum__gt archiefstatus
            archiefstatus__in startdatum startdatum__gt startdatum__gte startdatum__lt startdatum__lte registratiedatum
            registratiedatum__gt registratiedatum__lt einddatum einddatum__isnull einddatum__gt einddatum__lt
            einddatumGepland einddatumGepland__gt einddatumGepland__lt uiterlijkeEinddatumAfdoening
            uiterlijkeEinddatumAfdoening__gt uiterlijkeEinddatumAfdoening__lt
            """
        let known = Set(Zaak.declaration.filters.map(\.name))
        #expect(names(zaken).subtracting(known) == [])
        let parties = [
            "natuurlijkPersoon__inpBsn", "natuurlijkPersoon__anpIdentificatie", "natuurlijkPersoon__inpA_nummer",
            "nietNatuurlijkPersoon__innNnpId", "nietNatuurlijkPersoon__annIdentificatie",
            "vestiging__vestigingsNummer", "organisatorischeEenheid__identificatie", "medewerker__identificatie",
        ]
        for name in parties {
            #expect(
                try RolStore.clauses([Parameter("betrokkeneIdentificatie__\(name)", "1")], Town.addresses).count == 1
            )
            _ = try ZaakQuery([Parameter("rol__betrokkeneIdentificatie__\(name)", "1")], Town.addresses)
        }
        let others = [
            (
                Set(Rol.declaration.filters.map(\.name)),
                "zaak betrokkene betrokkeneType roltype omschrijving omschrijvingGeneriek"
            ),
            (Set(Status.declaration.filters.map(\.name)), "zaak statustype indicatieLaatstGezetteStatus"),
            (Set(Resultaat.declaration.filters.map(\.name)), "zaak resultaattype"),
            (Set(ZaakObject.declaration.filters.map(\.name)), "zaak object objectType"),
            (Set(ZaakInformatieObject.declaration.filters.map(\.name)), "zaak informatieobject"),
            (Set(KlantContact.declaration.filters.map(\.name)), "zaak"),
        ]
        for (known, wanted) in others { #expect(names(wanted).subtracting(known) == []) }
    }

    @Test func `the eleven test takes an RSIN and an OVO code where a town says so`() {
        #expect(OrganisationCode.rsin.fault("123456782") == nil)
        #expect(OrganisationCode.rsin.fault("517439943") == nil)
        #expect(OrganisationCode.rsin.fault("123456789") == "invalid")
        #expect(OrganisationCode.rsin.fault("12345678") == "invalid-length")
        #expect(OrganisationCode.rsin.fault("OVO002949") == "only-digits")
        #expect(OrganisationCode.ovo.fault("OVO002949") == nil)
        #expect(OrganisationCode.ovo.fault("OVO00294X") == "only-digits")
    }
}
