#!/usr/bin/env python3
"""Checks what belfort.js adds to the pages, in a real browser under the program's policy.

    .build/browser/bin/python Tests/Browser/script.py out/gallery

The last line is `N passed, N failed`; the exit code is 1 if a check failed.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

import gallery

WAIT = 5_000


def news(page, base, checks):
    """News is told in a bar; the list changes only when the reader asks for it, and takes focus then."""
    page.goto(f"{base}/werklijst.html")
    bar = page.locator(".live-bar")
    bar.get_by_role("button", name="Toon").wait_for(timeout=WAIT)
    page.evaluate("document.getElementById('lijst').dataset.old = 'yes'")
    checks.that(page.locator("#lijst[data-old]").count() == 1, "news moves nothing by itself")
    bar.get_by_role("button", name="Toon").click()
    page.locator("#lijst:not([data-old])").wait_for(timeout=WAIT)
    checks.that(page.evaluate("document.activeElement.id") == "lijst", "focus goes to the fresh list")
    checks.that(page.locator("#lijst tbody tr").count() == 6, "the fresh list is whole")


def once(page, base, checks):
    """A second press of a button sends nothing."""
    gallery.Quiet.posts.clear()
    page.goto(f"{base}/beslissing.html")
    button = page.get_by_role("button", name="Bewaar concept")
    button.dblclick(no_wait_after=True)
    busy = page.locator("form[data-sent] button", has_text="Bezig…")
    busy.wait_for(timeout=WAIT)
    page.locator("form[data-sent]").evaluate("form => form.requestSubmit()")
    page.wait_for_timeout(300)
    posts = gallery.Quiet.posts
    checks.that(len(posts) == 1, "a form is sent once", f"{len(posts)} posts")
    checks.that("bewaar=ja" in posts[0], "the pressed button is told", posts[0][-80:])
    checks.that(busy.get_attribute("aria-disabled") == "true", "the button is busy")


def half_filled(page, base, checks):
    """Leaving a half-filled form is asked about; leaving an untouched one is not."""
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{base}/formulier-fout.html")
    page.goto(f"{base}/thuis.html")
    checks.that(asked == [], "an untouched form lets go")
    page.goto(f"{base}/formulier-fout.html")
    page.get_by_label("Oppervlakte").press_sequentially("1")
    page.goto(f"{base}/thuis.html")
    checks.that(asked == ["beforeunload"], "a half-filled form asks", f"{asked}")


def keys(page, base, checks):
    """Escape closes a menu and gives focus back; the slash goes to the search field, except while typing."""
    page.goto(f"{base}/werk-dossier.html")
    page.locator(".more > summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    checks.that(page.locator(".more[open]").count() == 0, "Escape closes the menu")
    checks.that(page.evaluate("document.activeElement.tagName") == "SUMMARY", "focus goes back to its button")
    page.locator(".account > summary").click()
    page.locator("h1").click()
    checks.that(page.locator("[data-menu][open]").count() == 0, "a press elsewhere closes the menu")
    page.keyboard.press("/")
    checks.that(page.evaluate("document.activeElement.name") == "q", "the slash goes to search")
    page.keyboard.press("/")
    checks.that(page.locator(".quick input").input_value() == "/", "and is typed there")


def errors(page, base, checks):
    """The error summary has focus, and its links lead to the wrong part."""
    page.goto(f"{base}/formulier-fout.html")
    checks.that(page.evaluate("document.activeElement.className") == "error-summary", "the summary has focus")
    page.locator(".error-summary a").first.click()
    checks.that(page.evaluate("document.activeElement.name") == "plaats-straat", "its link leads to the field")


def counting(page, base, checks):
    """What is left of a long text is said once four fifths are used."""
    page.goto(f"{base}/velden.html")
    area = page.locator("textarea")
    area.fill("a" * 300)
    checks.that(page.locator(".counter").inner_text() == "", "no count yet")
    area.fill("a" * 450)
    checks.that(page.locator(".counter").inner_text() == "450 / 500", "the count is there")


def main(folder):
    checks = gallery.Checks()
    server, base = gallery.serve(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=gallery.CHROMIUM)
        for check in (news, once, half_filled, keys, errors, counting):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page, noise = context.new_page(), []
            gallery.watch(page, noise)
            check(page, base, checks)
            checks.that(not noise, f"silence {check.__name__}", noise[:3])
            context.close()
        browser.close()
    server.shutdown()
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
