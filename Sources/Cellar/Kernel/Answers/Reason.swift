/// The ordinary Dutch sentence of each code.
enum Reason {
    static func sentence(for code: String) -> String {
        sentences[code] ?? "Deze waarde is niet toegelaten."
    }

    private static let sentences = [
        "bad-url": "Deze verwijzing leidt nergens heen.",
        "blank": "Vul hier iets in.",
        "date": "Dit is geen datum, zoals 2026-01-31.",
        "date-in-future": "Dit tijdstip ligt in de toekomst.",
        "datetime": "Dit is geen tijdstip, zoals 2026-01-31T09:30:00Z.",
        "does_not_exist": "Dit object bestaat niet.",
        "duplicate": "Deze waarde staat er al.",
        "empty": "Deze lijst moet minstens één element hebben.",
        "future_not_allowed": "Dit ligt in de toekomst.",
        "identificatie-niet-uniek": "Deze identificatie is al in gebruik.",
        "invalid": "Deze waarde heeft niet de juiste vorm.",
        "invalid_choice": "Deze keuze is er niet.",
        "invalid-resource": "Deze verwijzing leidt naar iets anders dan hier hoort.",
        "no_match": "Deze verwijzing is geen URL van dit register.",
        "not_a_dict": "Hier hoort een object.",
        "not_a_list": "Hier hoort een lijst.",
        "not-published": "Dit type is nog niet gepubliceerd.",
        "null": "Dit veld mag niet null zijn.",
        "null_characters_not_allowed": "Een tekst mag geen nulteken bevatten.",
        "only-digits": "Dit veld mag alleen cijfers bevatten.",
        "required": "Dit veld is verplicht.",
        "unique": "Deze combinatie bestaat al.",
        "unknown-parameters": "Deze parameter kennen we niet.",
        "wijzigen-niet-toegelaten": "Dit veld kan niet meer wijzigen.",
        "zaaktype-mismatch": "Dit hoort niet bij het type van de zaak.",
    ]
}
