#!/usr/bin/env python3
"""Looks at the gallery of pages in a real browser: screenshots to view, and checks that must hold.

    scripts/browser-gallery              writes the gallery, takes the screenshots, runs the checks
    scripts/browser-gallery thuis leeg   the same for pages whose name holds one of these words

The last line is `N passed, N failed`; the exit code is 1 if a check failed.
"""

import functools
import http.server
import pathlib
import sys
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The policy that every page of the program carries (research: trust, 2.6).
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
SIZES = {"1280": (1280, 900), "390": (390, 844), "320": (320, 700), "640": (640, 800)}
SHOTS = ["1280", "390"]

TARGETS = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
  .filter(e => e.checkVisibility() && !e.closest('.hidden, p, dd, li > span'))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => r.width > 0 && (r.width < 24 || r.height < 24) && getComputedStyle(e).display !== 'inline')
  .map(([e, r]) => `${e.tagName} "${e.textContent.trim().slice(0, 30)}" ${Math.round(r.width)}x${Math.round(r.height)}`)"""

FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  if (e === document.body) return null;
  const at = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
  const covered = at && !(e === at || e.contains(at) || at.contains(e) || e.labels?.[0]?.contains(at));
  const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
  return {name: e.tagName + ' ' + (e.textContent || e.name || '').trim().slice(0, 30),
          ring, inView: r.bottom > 8 && r.top < innerHeight - 8, covered};
}"""

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the gallery with the program's policy."""

    posts = []

    def do_POST(self):
        # 204 keeps the page, so that one can see what became of it.
        Quiet.posts.append(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        self.send_response(204)
        self.end_headers()

    def do_GET(self):
        # The live stream: one piece of news, then silence.
        if self.path.startswith("/stroom"):
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write("retry: 600000\nevent: nieuws\ndata: 1 nieuw dossier\n\n".encode())
        else:
            super().do_GET()

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


class Checks:
    """Counts what held and prints what did not."""

    def __init__(self):
        self.passed = self.failed = 0

    def that(self, holds, name, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {name}: {detail}", flush=True)


def serve(folder):
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def accessible(checks, axe, page, name, mode):
    options = {"runOnly": {"type": "tag", "values": TAGS}}
    if mode["name"] == "forced":
        # There the browser paints other colours than the ones that axe reads from the stylesheet.
        options["rules"] = {"color-contrast": {"enabled": False}}
    results = axe.run(page, options=options).response
    for found in results["violations"]:
        nodes = [n["target"][0] + " " + n["any"][0]["message"] if n["any"] else n["target"][0] for n in found["nodes"][:4]]
        checks.that(False, f"axe {name}", f"{found['id']}: {nodes}")
    checks.that(True, name)


def watch(page, noise):
    page.on("console", lambda m: noise.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: noise.append(str(e)))
    page.on("request", lambda r: noise.append(f"outside: {r.url}") if "127.0.0.1" not in r.url else None)


def keyboard(checks, page, name, folder):
    for step in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        checks.that(focus["ring"], f"focus ring {name}", focus["name"])
        checks.that(focus["inView"], f"focus in view {name}", focus["name"])
        checks.that(not focus["covered"], f"focus covered {name}", focus["name"])
        if step == 7:
            page.screenshot(path=folder / f"{name}-focus.png")


def without_script(browser, base, name, checks):
    """Without script menus open, and nothing that a person needs is missing."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{base}/{name}.html")
    menu = page.locator("details.menu > summary")
    menu.click()
    checks.that(page.locator(".menu-sheet a").first.is_visible(), f"menu without script {name}")
    context.close()


def printed(page, checks, name, folder):
    """On paper there is no navigation and no button."""
    page.emulate_media(media="print")
    shown = page.locator("nav:visible, .button:visible, .skip:visible").count()
    checks.that(shown == 0, f"print {name}", f"{shown} controls on paper")
    page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
    page.emulate_media(media="screen")


def look(browser, base, name, shots, checks, axe, mode):
    context = browser.new_context(locale="nl-BE", **mode["context"])
    page = context.new_page()
    noise = []
    watch(page, noise)
    for size, (width, height) in SIZES.items():
        if size not in mode["sizes"]:
            continue
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{base}/{name}.html")
        label = f"{name} {mode['name']} {size}"
        if size in SHOTS:
            page.screenshot(path=shots / f"{name}-{mode['name']}-{size}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        checks.that(wide <= 0, f"reflow {label}", f"{wide} px too wide")
        accessible(checks, axe, page, label, mode)
        small = page.evaluate(TARGETS)
        checks.that(not small, f"targets {label}", small)
    checks.that(not noise, f"silence {name} {mode['name']}", noise[:3])
    if mode["name"] == "light":
        without_script(browser, base, name, checks)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{base}/{name}.html")
        printed(page, checks, name, shots)
        keyboard(checks, page, name, shots)
        page.goto(f"{base}/{name}.html")
        page.set_viewport_size({"width": 390, "height": 844})
        page.evaluate("css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }", SPACING)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        checks.that(wide <= 0, f"text spacing {name}", f"{wide} px too wide")
    context.close()


MODES = [
    {"name": "light", "context": {"color_scheme": "light"}, "sizes": ["1280", "640", "390", "320"]},
    {"name": "dark", "context": {"color_scheme": "dark"}, "sizes": ["1280", "390"]},
    {"name": "forced", "context": {"forced_colors": "active"}, "sizes": ["1280"]},
]


def main(folder, words):
    checks, axe = Checks(), Axe()
    shots = folder / "shots"
    shots.mkdir(exist_ok=True)
    names = sorted(p.stem for p in folder.glob("*.html"))
    names = [n for n in names if not words or any(w in n for w in words)]
    server, base = serve(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for name in names:
            for mode in MODES:
                if mode["sizes"]:
                    look(browser, base, name, shots, checks, axe, mode)
        browser.close()
    server.shutdown()
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:]))
