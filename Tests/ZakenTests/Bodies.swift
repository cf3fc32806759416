import Kernel
import Ledger

@testable import Zaken

/// Bodies as clients send them, and the zaken that tests stand on.
extension Town {
    /// The fewest members with which a zaak is accepted, and others.
    static func body(_ more: String = "", type: Identifier = Catalogue.dakkapel) -> String {
        """
        {"bronorganisatie":"123456782","verantwoordelijkeOrganisatie":"123456782","startdatum":"2026-03-01",
        "zaaktype":"\(Catalogue.url("/catalogi/api/v1/zaaktypen", type))"\(more.isEmpty ? "" : ",\(more)")}
        """
    }

    /// Makes a zaak through the intake.
    @discardableResult
    func zaak(
        _ more: String = "",
        type: Identifier = Catalogue.dakkapel,
        _ mandate: Mandate = Town.plain
    ) async throws -> Identifier {
        clock.advance(milliseconds: 1_000)
        return try await intake.register(
            try draft(Zaak.self, Self.body(more, type: type)),
            mandate,
            by: author,
            request: surroundings.identifier()
        ).chain
    }

    /// The zaak as it stands.
    func record(_ id: Identifier) async throws -> Record<Zaak> {
        try await read { try ZaakStore.rows.find(id, Town.everything, in: $0).record }
    }

    /// The zaak as a client reads it.
    func json(_ id: Identifier) async throws -> JSONValue {
        try await read { transaction in
            var writer = JSONWriter(capacity: 1_024)
            try ZaakStore.rows.write(id, Town.everything, to: &writer, Town.addresses, in: transaction)
            return try JSONValue(writer.withBytes { Array($0) })
        }
    }

    static func url(_ zaak: Identifier) -> String { Catalogue.url(Zaak.path, zaak) }

    @discardableResult
    func status(
        _ type: Identifier,
        on zaak: Identifier,
        at moment: String? = nil,
        more: String = "",
        _ mandate: Mandate = Town.all
    ) async throws -> Identifier {
        let moment = moment ?? clock.now.description
        let body = """
            {"zaak":"\(Self.url(zaak))","statustype":"\(Catalogue.url("/catalogi/api/v1/statustypen", type))",
            "datumStatusGezet":"\(moment)"\(more)}
            """
        let statussen = statussen
        return try await change { change in
            try statussen.add(try draft(Status.self, body), mandate, change).record.identifier
        }
    }

    @discardableResult
    func resultaat(
        on zaak: Identifier,
        type: Identifier = Catalogue.verleend,
        _ mandate: Mandate = Town.plain
    ) async throws -> Identifier {
        let url = Catalogue.url("/catalogi/api/v1/resultaattypen", type)
        let body = #"{"zaak":"\#(Self.url(zaak))","resultaattype":"\#(url)"}"#
        let resultaten = resultaten
        return try await change { change in
            try resultaten.add(try draft(Resultaat.self, body), mandate, change).record.identifier
        }
    }

    /// Changes a zaak with a body.
    func patch(
        _ id: Identifier,
        _ body: String,
        _ rewrite: Rewrite = .patch,
        _ mandate: Mandate = Town.plain
    ) async throws {
        let zaken = zaken
        try await change { change in
            _ = try zaken.change(id, try draft(Zaak.self, body), rewrite, mandate, change)
        }
    }

    /// A zaak that ended, on the day of the clock.
    func closed(_ more: String = "") async throws -> Identifier {
        let id = try await zaak(more)
        try await resultaat(on: id)
        try await status(Catalogue.afgesloten, on: id)
        return id
    }
}

extension Town {
    @discardableResult
    func stuk(on zaak: Identifier, _ document: Identifier = Catalogue.plan) async throws -> Identifier {
        let body = """
            {"zaak":"\(Self.url(zaak))","informatieobject":
            "\(Catalogue.url("/documenten/api/v1/enkelvoudiginformatieobjecten", document))","titel":"Plan"}
            """
        let stukken = stukken
        return try await change { change in
            try stukken.add(try draft(ZaakInformatieObject.self, body), Town.plain, change).record.identifier
        }
    }

    @discardableResult
    func rol(
        on zaak: Identifier,
        type: Identifier = Catalogue.behandelaar,
        _ party: String = #""betrokkeneType":"medewerker","betrokkeneIdentificatie":{"identificatie":"u-12"}"#,
        _ mandate: Mandate = Town.plain
    ) async throws -> Identifier {
        let body = """
            {"zaak":"\(Self.url(zaak))","roltype":"\(Catalogue.url("/catalogi/api/v1/roltypen", type))",
            "roltoelichting":"bij de zaak",\(party)}
            """
        let rollen = rollen
        return try await change { change in
            try rollen.add(try draft(Rol.self, body), mandate, change).record.identifier
        }
    }

    @discardableResult
    func rol(on zaak: Identifier, _ mandate: Mandate) async throws -> Identifier {
        try await rol(
            on: zaak,
            #""betrokkeneType":"medewerker","betrokkeneIdentificatie":{"identificatie":"u-12"}"#,
            mandate
        )
    }

    @discardableResult
    func object(on zaak: Identifier, _ more: String) async throws -> Identifier {
        let objecten = objecten
        let body = "{\"zaak\":\"\(Self.url(zaak))\",\(more)}"
        return try await change { change in
            try objecten.add(try draft(ZaakObject.self, body), Town.plain, change).record.identifier
        }
    }

    @discardableResult
    func eigenschap(on zaak: Identifier, _ waarde: String, _ mandate: Mandate = Town.plain) async throws -> Identifier {
        let url = Catalogue.url("/catalogi/api/v1/eigenschappen", Catalogue.oppervlakte)
        let body = "{\"eigenschap\":\"\(url)\",\"waarde\":\"\(waarde)\"}"
        let eigenschappen = eigenschappen
        return try await change { change in
            try eigenschappen.add(try draft(ZaakEigenschap.self, body), at: zaak, mandate, change).record.identifier
        }
    }

    /// A decision in the zaak, known to the register of decisions.
    @discardableResult
    func besluit(
        _ number: UInt64,
        on zaak: Identifier,
        from: String = "2026-02-01",
        until: String? = nil,
        _ mandate: Mandate = Town.plain
    ) async throws -> Identifier {
        let id = Catalogue.id(number)
        let facts = BesluitFacts(zaak: .own(zaak), ingangsdatum: .known(from), vervaldatum: until.map { .known($0) })
        catalogue.change { $0.besluiten[id] = facts }
        let besluiten = besluiten
        let body = "{\"besluit\":\"\(Catalogue.url("/besluiten/api/v1/besluiten", id))\"}"
        return try await change { change in
            try besluiten.add(try draft(ZaakBesluit.self, body), to: zaak, mandate, change).record.identifier
        }
    }
}
