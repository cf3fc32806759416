/// A type that stands nowhere else: other phases, a form of its own, two advices, a decision by the mayor.
enum UnseenType {
    static let json = """
        {
          "identificatie": "ballonvaart", "versie": 3, "geldigVanaf": "2026-01-01",
          "titel": "Opstijgen met een luchtballon",
          "product": {
            "wat": "Toelating om op te stijgen.", "voorWie": "Ballonvaarders.", "kost": "Hangt af van de ballon.",
            "wieBeslist": "De burgemeester.", "hoelang": "Binnen 20 dagen.", "thema": "vrijeTijd",
            "doelgroepen": ["inwoner"]
          },
          "dienst": "evenementen", "kanalen": ["loket", "balie"],
          "documentsoorten": [
            {"naam": "brevet", "titel": "Brevet", "bestandstypes": ["application/pdf"]},
            {"naam": "weerbericht", "titel": "Weerbericht"}
          ],
          "rollen": [
            {"naam": "luchtwacht", "titel": "Luchtwacht", "soort": "behandelaar"},
            {"naam": "brandweer", "titel": "Brandweer", "soort": "adviseur", "dienst": "brandweer"},
            {"naam": "vogelwacht", "titel": "Vogelwacht", "soort": "adviseur", "dienst": "natuur"},
            {"naam": "burgemeester", "titel": "Burgemeester", "soort": "beslisser"}
          ],
          "formulier": {
            "stappen": [
              {"naam": "vlucht", "titel": "De vlucht", "velden": [
                {"naam": "dag", "soort": "datum", "titel": "Wanneer?", "vanaf": "plusDagen(vandaag, 5)"},
                {"naam": "mandje", "soort": "getal", "titel": "Hoeveel personen?",
                 "geheel": true, "minstens": "1", "hoogstens": "20"},
                {"naam": "nacht", "soort": "jaNee", "titel": "Vlieg je 's nachts?"}
              ]},
              {"naam": "licht", "titel": "Licht", "tonenAls": "nacht", "velden": [
                {"naam": "lampen", "soort": "getal", "titel": "Hoeveel lampen?"}
              ]},
              {"naam": "papieren", "titel": "Papieren", "velden": [
                {"naam": "brevet", "soort": "bestand", "titel": "Je brevet", "documentsoort": "brevet"}
              ]}
            ]
          },
          "tabellen": [
            {"naam": "schijf", "titel": "Per persoon", "rijen": [
              {"vanaf": "0", "waarde": "10"}, {"vanaf": "6", "waarde": "8.25"}]}
          ],
          "retributie": {"betalen": "voorBehandeling", "minstens": "25", "lijnen": [
            {"naam": "personen", "titel": "Personen", "formule": "mandje * tabel('schijf', mandje)",
             "uitleg": "{mandje} × {tabel('schijf', mandje)}"},
            {"naam": "nachtvlucht", "titel": "Nachtvlucht", "als": "nacht", "formule": "personen * 0.5"}
          ]},
          "fasen": [
            {"naam": "aangemeld", "titel": "Aangemeld", "publiek": "Ingediend"},
            {"naam": "bevraagd", "titel": "Bevraagd",
             "publiek": "We vragen advies", "begintAls": "betaald en toegewezen"},
            {"naam": "gewogen", "titel": "Gewogen", "publiek": "In behandeling"},
            {"naam": "klaar", "titel": "Klaar", "publiek": "Afgerond"}
          ],
          "taken": [
            {"naam": "weer", "titel": "Weer nakijken",
             "fase": "bevraagd", "rol": "luchtwacht", "stukken": ["weerbericht"]},
            {"naam": "besluit", "titel": "Toelating schrijven",
             "soort": "ontwerp", "fase": "gewogen", "rol": "luchtwacht"},
            {"naam": "tekenen", "titel": "Tekenen",
             "soort": "beslissing", "fase": "gewogen", "rol": "burgemeester", "na": ["besluit"]}
          ],
          "adviezen": [
            {"naam": "brand", "titel": "Brandweer", "vraag": "Is het veilig?", "fase": "bevraagd", "rol": "brandweer",
             "tegen": {"duur": "P5D", "werkdagen": true}},
            {"naam": "vogels", "titel": "Vogelwacht",
             "vraag": "Broeden er vogels?", "fase": "bevraagd", "rol": "vogelwacht",
             "als": "mandje > 4"}
          ],
          "termijnen": [
            {"naam": "toelating", "titel": "Toelating", "begint": "ontvangst", "duur": "P20D", "opschorting": {},
             "verschuift": "volgendeWerkdag", "bijVerstrijken": {"gevolg": "toegekend",
               "tekst": "Je mag dan opstijgen."}}
          ],
          "poorten": [
            {"naam": "ogen", "voor": "beslissing", "soort": "vierOgen", "tekst": "Je schreef dit zelf."},
            {"naam": "geld", "voor": "ontwerp", "soort": "betaald", "tekst": "Er is nog niet betaald."}
          ],
          "beslissingen": [
            {"naam": "ja", "titel": "Toelating", "resultaten": ["opstijgen"], "orgaan": "De burgemeester", "pdf": false,
             "artikelen": [{"tekst": "{aanvrager.naam} mag met {mandje} personen opstijgen op {dag}."},
                           {"tekst": "Met {lampen} lampen.", "als": "nacht"}]},
            {"naam": "nee", "titel": "Weigering", "resultaten": ["blijven"], "orgaan": "De burgemeester", "pdf": false,
             "artikelen": [{"tekst": "Geen toelating. {beslissing.motivering}"}]}
          ],
          "resultaten": [
            {"naam": "opstijgen", "titel": "Toegelaten", "betekenis": "toegekend", "tekst": "Je mag opstijgen.",
             "beroep": {"waar": "de Raad van State", "binnen": "P60D", "hoe": "Met een verzoekschrift."}},
            {"naam": "blijven", "titel": "Geweigerd", "betekenis": "geweigerd", "tekst": "Je mag niet opstijgen."}
          ],
          "bewaring": {"regel": "Luchtvaart", "nominatie": "vernietigen", "termijn": "P3Y"}
        }
        """
}
