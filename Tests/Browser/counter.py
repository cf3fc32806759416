#!/usr/bin/env python3
"""Goes the way of a request through the counter of a house that serves, in a browser without script and with it.

    scripts/browser-counter          makes a house, walks, takes screenshots in out/counter/shots, runs the checks

The last line is `N passed, N failed`; the exit code is 1 if a check failed.
"""

import datetime
import pathlib
import re
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import gallery

PASSWORD = "een paard op het dak"
PRODUCT = "inname-openbaar-domein"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

WIDE = """() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth)
  .map(e => `${e.tagName}.${e.className} ${e.textContent.slice(0, 40)}`).slice(0, 5)"""


class Walk:
    """One visitor; each page that is worth it is looked at in several sizes and colours."""

    def __init__(self, browser, base, folder, checks, axe):
        self.base, self.folder, self.checks, self.axe = base, folder, checks, axe
        self.context = browser.new_context(locale="nl-BE", java_script_enabled=False)
        self.page = self.context.new_page()
        self.browser, self.number = browser, 0

    def go(self, path):
        self.page.goto(self.base + path)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def look(self, name):
        """Takes pictures of what this visitor sees, in a browser with script that shows the same page."""
        self.number += 1
        name = f"{self.number:02}-{name}"
        for scheme, size in [("light", "1280"), ("light", "390"), ("dark", "1280"), ("light", "320")]:
            width, height = gallery.SIZES[size]
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": height})
            if size != "320":
                self.page.screenshot(path=self.folder / f"{name}-{scheme}-{size}.png", full_page=True)
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 1280, "height": 900})

    def check(self, path, name):
        """Looks at a page that can be opened again: axe, reflow, targets, keyboard, silence."""
        context = self.browser.new_context(locale="nl-BE", storage_state=self.context.storage_state())
        page, noise = context.new_page(), []
        gallery.watch(page, noise)
        for scheme, size in [("light", "1280"), ("light", "320"), ("dark", "390")]:
            width, height = gallery.SIZES[size]
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": height})
            page.goto(self.base + path)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            self.checks.that(wide <= 0, f"reflow {name} {size}", f"{wide} px too wide: {page.evaluate(WIDE)}")
            gallery.accessible(self.checks, self.axe, page, f"{name} {scheme} {size}", {"name": scheme})
            small = page.evaluate(gallery.TARGETS)
            self.checks.that(not small, f"targets {name} {size}", small)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(self.base + path)
        gallery.keyboard(self.checks, page, name, self.folder)
        # A page that is told not to be there is no noise.
        noise = [line for line in noise if "404" not in line]
        self.checks.that(not noise, f"silence {name}", noise[:3])
        context.close()

    @property
    def path(self):
        return self.page.url.removeprefix(self.base)


def catalogue(walk):
    walk.go("/aanvragen")
    walk.look("aanvragen")
    walk.check("/aanvragen", "aanvragen")
    walk.page.get_by_label("Waarmee kunnen we je helpen?").fill("kraan")
    walk.press("Zoeken")
    walk.checks.that(walk.page.get_by_text("1 product voor").count() == 1, "search finds the crane")
    walk.go("/aanvragen?zoek=zeppelin")
    walk.look("niets-gevonden")
    walk.go(f"/aanvragen/{PRODUCT}")
    walk.look("product")
    walk.check(f"/aanvragen/{PRODUCT}", "product")


def fill(walk, name="Lien Maes", mail="lien@example.org", looks=True):
    """All steps, without script, with the mistakes that people make on the way."""
    page, form = walk.page, walk.path.rsplit("/", 1)[0]

    def look(what):
        if looks:
            walk.look(what)

    page.get_by_label("Voor mezelf").check()
    if looks:
        page.get_by_label("Wat is je e-mailadres?").fill("lien")
        walk.press("Opslaan en verdergaan")
        look("stap-fouten")
        walk.checks.that(page.title().startswith("Fout:"), "errors are in the title")
    page.get_by_label("Wat is je naam?").fill(name)
    page.get_by_label("Wat is je e-mailadres?").fill(mail)
    page.get_by_label("Op welk nummer bereiken we je?").fill("0470 12 34 56")
    walk.press("Opslaan en verdergaan")
    if page.get_by_text("komt er hieronder nog een vraag bij").count():
        walk.press("Opslaan en verdergaan")
    page.get_by_label("Kraan of hoogwerker").check()
    page.get_by_label("Wat ga je doen?").fill("Een dak herstellen.\nMet een kraan van 20 ton.")
    walk.press("Opslaan en verdergaan")
    look("nieuwe-vraag")
    page.get_by_label("Nee", exact=True).check()
    walk.press("Opslaan en verdergaan")
    page.get_by_label("Met een tekening op de kaart").check()
    page.get_by_label("Buiten de ring").check()
    page.get_by_label("Rijweg").check()
    walk.press("Opslaan en verdergaan")
    page.get_by_label("Teken de plaats").fill("51.0543, 3.7174\n51.0543, 3.7176\n51.0544, 3.7176\n51.0544, 3.7174")
    page.get_by_label("Nee", exact=True).check()
    walk.press("Opslaan en verdergaan")
    look("waar-met-schets")
    walk.press("Opslaan en verdergaan")
    day = datetime.date.today() + datetime.timedelta(days=90)
    for group in ["Van", "Tot en met"]:
        box = page.get_by_role("group", name=group, exact=True)
        for label, value in [("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)]:
            box.get_by_label(label).fill(str(value))
    look("wanneer")
    walk.check(walk.path, "wanneer") if looks else None
    walk.press("Opslaan en verdergaan")
    if page.get_by_text("Lees de opmerking hieronder").count():
        look("waarschuwing")
        walk.press("Opslaan en verdergaan")
    plan = {"name": "inplantingsplan van de kraan in de Kerkstraat, versie 3.pdf", "mimeType": "application/pdf", "buffer": PDF}
    page.get_by_label("Inplantingsplan").set_input_files([plan])
    walk.press("Opslaan en verdergaan")
    look("bijlagen-ontbreekt")
    page.get_by_label("Verzekeringsattest").set_input_files([{**plan, "name": "attest.pdf"}])
    walk.press("Opslaan en verdergaan")
    page.get_by_label("Ik laat de plaats proper achter").check()
    walk.press("Opslaan en verdergaan")
    walk.checks.that(walk.path == f"{form}/nakijken", "the last step leads to the check", walk.path)
    return form


def extras(walk, path, step):
    """What the pages gain with script: a button to print, and word of a file that is too large before it is sent."""
    context = walk.browser.new_context(locale="nl-BE", storage_state=walk.context.storage_state())
    page = context.new_page()
    page.goto(walk.base + path)
    if step:
        large = {"name": "groot.pdf", "mimeType": "application/pdf", "buffer": b"x" * 20_000_001}
        page.get_by_label("Inplantingsplan").set_input_files([large])
        told = page.get_by_text("‘groot.pdf’ is te groot (21 MB). Het mag hoogstens 20 MB zijn.")
        walk.checks.that(told.count() == 1, "a file that is too large is told at once")
    else:
        walk.checks.that(page.get_by_role("button", name="Afdrukken").is_visible(), "a receipt can be printed")
    context.close()


def resident(walk):
    catalogue(walk)
    walk.press("Begin je aanvraag")
    walk.look("stap-1")
    walk.check(walk.path, "stap")
    walk.press("Later verdergaan")
    walk.look("bewaard")
    walk.check(walk.path, "bewaard")
    walk.go(f"/aanvragen/{PRODUCT}")
    walk.look("product-met-concept")
    walk.page.get_by_role("link", name="Ga ermee verder").click()
    form = fill(walk)
    walk.look("nakijken")
    walk.check(f"{form}/nakijken", "nakijken")
    extras(walk, f"{form}/bijlagen", True)
    walk.press("Indienen")
    walk.page.get_by_role("link", name="Bewaar het bewijs").wait_for(timeout=15_000)
    walk.look("ontvangst")
    walk.check(walk.path, "ontvangst")
    extras(walk, walk.path, False)
    walk.page.get_by_role("link", name="Naar je dossier").click()
    walk.look("dossier")
    walk.check(walk.path, "dossier")
    walk.page.get_by_text("Je aanvraag intrekken").click()
    walk.press("Intrekken")
    walk.look("intrekken-zonder-reden")
    walk.checks.that(walk.page.get_by_label("Waarom trek je").is_visible(), "the wrong field is in view")
    walk.go("/aanvraag/5f4d3c2b-0000-4000-8000-000000000001")
    walk.look("niet-gevonden")
    walk.check(walk.path, "niet-gevonden")


def desk(walk):
    walk.go("/aanmelden?naar=/werk/innemen")
    walk.page.get_by_label(re.compile("mail", re.I)).first.fill("els@leiebeke.example")
    walk.page.get_by_label(re.compile("achtwoord")).first.fill(PASSWORD)
    walk.press("Aanmelden")
    walk.look("innemen")
    walk.check("/werk/innemen", "innemen")
    walk.press("Naar het formulier")
    walk.look("innemen-fouten")
    walk.page.get_by_label("Waarvoor is de aanvraag?").select_option(PRODUCT)
    walk.page.get_by_label("Aan de balie").check()
    walk.page.get_by_label("Naam van de aanvrager").fill("Jos Peeters")
    walk.page.get_by_label("Postadres").fill("Dorp 1, 9000 Gent")
    walk.press("Naar het formulier")
    walk.look("innemen-stap")
    fill(walk, name="Jos Peeters", mail="", looks=False)
    walk.look("innemen-nakijken")
    walk.press("Indienen")
    walk.look("innemen-ontvangst")
    walk.check(walk.path, "innemen-ontvangst")


def main(base, folder):
    checks, axe = gallery.Checks(), Axe()
    shots = folder / "shots"
    shots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=gallery.CHROMIUM)
        walk = Walk(browser, base, shots, checks, axe)
        resident(walk)
        official = Walk(browser, base, shots, checks, axe)
        official.number = walk.number
        desk(official)
        browser.close()
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
