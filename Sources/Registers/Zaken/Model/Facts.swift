public import Kernel

/// What the catalogue says of a zaaktype, as far as a zaak must know it.
public struct ZaaktypeFacts: Sendable {
    /// A concept cannot be used.
    public var isPublished: Bool
    /// The first day on which zaken of this version can be made.
    public var beginGeldigheid: Day
    /// How confidential its zaken are when nobody says so.
    public var vertrouwelijkheidaanduiding: Vertrouwelijkheidaanduiding
    /// How long the town means to take; it gives `einddatumGepland`.
    public var servicenorm: Period?
    /// How long the town may take by law; it gives `uiterlijkeEinddatumAfdoening`.
    public var doorlooptijd: Period?
    public var productenOfDiensten: [Link]
    /// The types that parts of such a zaak can have.
    public var deelzaaktypen: [Reference<Elsewhere.Zaaktype>]

    public init(
        isPublished: Bool,
        beginGeldigheid: Day,
        vertrouwelijkheidaanduiding: Vertrouwelijkheidaanduiding,
        servicenorm: Period? = nil,
        doorlooptijd: Period? = nil,
        productenOfDiensten: [Link] = [],
        deelzaaktypen: [Reference<Elsewhere.Zaaktype>] = []
    ) {
        (self.isPublished, self.beginGeldigheid) = (isPublished, beginGeldigheid)
        self.vertrouwelijkheidaanduiding = vertrouwelijkheidaanduiding
        (self.servicenorm, self.doorlooptijd) = (servicenorm, doorlooptijd)
        (self.productenOfDiensten, self.deelzaaktypen) = (productenOfDiensten, deelzaaktypen)
    }
}

/// What the catalogue says of a statustype.
public struct StatustypeFacts: Sendable {
    public var zaaktype: Reference<Elsewhere.Zaaktype>
    /// Whether it is the last of its zaaktype, and so closes a zaak.
    public var isEindstatus: Bool

    public init(zaaktype: Reference<Elsewhere.Zaaktype>, isEindstatus: Bool) {
        (self.zaaktype, self.isEindstatus) = (zaaktype, isEindstatus)
    }
}

/// What the catalogue says of a resultaattype: what is kept, for how long, counted from when.
public struct ResultaattypeFacts: Sendable {
    public var zaaktype: Reference<Elsewhere.Zaaktype>
    public var archiefnominatie: Archiefnominatie?
    public var archiefactietermijn: Period?
    /// Nil only where all is kept for ever.
    public var brondatum: BrondatumArchiefprocedure?

    public init(
        zaaktype: Reference<Elsewhere.Zaaktype>,
        archiefnominatie: Archiefnominatie?,
        archiefactietermijn: Period?,
        brondatum: BrondatumArchiefprocedure?
    ) {
        (self.zaaktype, self.archiefnominatie) = (zaaktype, archiefnominatie)
        (self.archiefactietermijn, self.brondatum) = (archiefactietermijn, brondatum)
    }
}

/// What the catalogue says of a roltype.
public struct RoltypeFacts: Sendable {
    public var zaaktype: Reference<Elsewhere.Zaaktype>
    public var omschrijving: String
    public var omschrijvingGeneriek: OmschrijvingGeneriek

    public init(
        zaaktype: Reference<Elsewhere.Zaaktype>,
        omschrijving: String,
        omschrijvingGeneriek: OmschrijvingGeneriek
    ) {
        (self.zaaktype, self.omschrijving) = (zaaktype, omschrijving)
        self.omschrijvingGeneriek = omschrijvingGeneriek
    }
}

/// What the catalogue says of an eigenschap.
public struct EigenschapFacts: Sendable {
    public var zaaktype: Reference<Elsewhere.Zaaktype>
    public var naam: String

    public init(zaaktype: Reference<Elsewhere.Zaaktype>, naam: String) {
        (self.zaaktype, self.naam) = (zaaktype, naam)
    }
}

/// What the register of documents says of one.
public struct InformatieobjectFacts: Sendable {
    public var informatieobjecttype: Reference<Elsewhere.Informatieobjecttype>
    /// Whether its status is `gearchiveerd`.
    public var isGearchiveerd: Bool
    /// Whether somebody is working on it.
    public var isLocked: Bool
    /// Nil while nobody said whether rights restrict its use.
    public var indicatieGebruiksrecht: Bool?

    public init(
        informatieobjecttype: Reference<Elsewhere.Informatieobjecttype>,
        isGearchiveerd: Bool = false,
        isLocked: Bool = false,
        indicatieGebruiksrecht: Bool? = nil
    ) {
        self.informatieobjecttype = informatieobjecttype
        (self.isGearchiveerd, self.isLocked) = (isGearchiveerd, isLocked)
        self.indicatieGebruiksrecht = indicatieGebruiksrecht
    }
}

/// What the register of decisions says of one.
public struct BesluitFacts: Sendable {
    /// The zaak in which it says that it was taken.
    public var zaak: Reference<Zaak>?
    public var ingangsdatum: Day
    public var vervaldatum: Day?

    public init(zaak: Reference<Zaak>?, ingangsdatum: Day, vervaldatum: Day?) {
        (self.zaak, self.ingangsdatum, self.vervaldatum) = (zaak, ingangsdatum, vervaldatum)
    }
}
