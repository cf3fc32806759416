public import Kernel

/// How confidential, from open to most secret.
public enum Vertrouwelijkheidaanduiding: String, Choice {
    case openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim, zeer_geheim
}

/// Whether zaken of a type begin inside the town or with somebody outside.
public enum IndicatieInternOfExtern: String, Choice { case intern, extern }

/// What one zaak is to another.
public enum AardRelatie: String, Choice { case vervolg, bijdrage, onderwerp }

/// Whether a dossier is kept for ever or destroyed.
public enum Archiefnominatie: String, Choice { case blijvend_bewaren, vernietigen }

/// From which fact the term of keeping a dossier starts.
public enum Afleidingswijze: String, Choice {
    case afgehandeld, ander_datumkenmerk, eigenschap, gerelateerde_zaak, hoofdzaak, ingangsdatum_besluit, termijn,
        vervaldatum_besluit, zaakobject
}

/// A kind of object that a zaak can be about.
public enum Objecttype: String, Choice {
    case adres, besluit, buurt, enkelvoudig_document, gemeente, gemeentelijke_openbare_ruimte, huishouden,
        inrichtingselement, kadastrale_onroerende_zaak, kunstwerkdeel, maatschappelijke_activiteit, medewerker,
        natuurlijk_persoon, niet_natuurlijk_persoon, openbare_ruimte, organisatorische_eenheid, pand, spoorbaandeel,
        status, terreindeel, terrein_gebouwd_object, vestiging, waterdeel, wegdeel, wijk, woonplaats, woz_deelobject,
        woz_object, woz_waarde, zakelijk_recht, overige
}

/// What somebody does in a zaak, in the words that all catalogues share.
public enum OmschrijvingGeneriek: String, Choice {
    case adviseur, behandelaar, belanghebbende, beslisser, initiator, klantcontacter, zaakcoordinator, mede_initiator
}

/// The form of an eigenschap's values.
public enum Formaat: String, Choice { case tekst, getal, datum, datum_tijd }

/// Which way a document goes.
public enum Richting: String, Choice { case inkomend, intern, uitgaand }
