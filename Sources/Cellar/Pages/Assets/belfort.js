// What the pages gain with a script; each works without. No inline code, no markup from strings (trusted types).

/** The form that was changed and not sent, so that leaving it can be asked about. */
const changed = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.guard) changed.add(form);
  if (event.target.dataset?.max) count(event.target);
});

addEventListener("beforeunload", (event) => {
  if (changed.size > 0) event.preventDefault();
});

// A second press sends nothing: the first is still under way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.busy === undefined) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  changed.delete(form);
  const button = event.submitter;
  if (!button) return;
  button.setAttribute("aria-disabled", "true");
  button.dataset.label = button.textContent;
  // Later, so that the button's own name and value are still sent.
  setTimeout(() => { button.textContent = form.dataset.busy; });
});

// Back from the browser's memory: the form may be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[data-label]")) {
    button.removeAttribute("aria-disabled");
    button.textContent = button.dataset.label;
  }
});

// Menus made of <details>: Escape and a press elsewhere close them, and focus goes back to their button.
const openMenus = () => document.querySelectorAll("details[data-menu][open]");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of openMenus()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    }
  }
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector('[data-key="/"]');
    if (field?.checkVisibility?.()) { field.focus(); event.preventDefault(); }
  }
});
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

/** Tells how many characters are left, once four fifths are used. */
function count(area) {
  const max = Number(area.dataset.max);
  let note = area.nextElementSibling;
  if (!note?.classList.contains("counter")) {
    note = document.createElement("p");
    note.className = "counter";
    note.setAttribute("role", "status");
    area.after(note);
  }
  note.textContent = area.value.length > max * 0.8 ? `${area.value.length} / ${max}` : "";
}

/** A region that learns of news; the reader decides when it is shown, so nothing moves under their eyes. */
function listen(live) {
  const bar = live.querySelector(".live-bar");
  let source, closing;
  const say = (text, action) => {
    bar.replaceChildren(text);
    if (!action) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = live.dataset.show;
    button.addEventListener("click", action);
    bar.append(button);
  };
  const open = () => {
    source = new EventSource(live.dataset.live);
    source.addEventListener("nieuws", (event) => say(event.data, () => renew(live, bar)));
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) say(live.dataset.lost);
    });
  };
  document.addEventListener("visibilitychange", () => {
    clearTimeout(closing);
    if (document.hidden) closing = setTimeout(() => source.close(), 300_000);
    else if (source.readyState === EventSource.CLOSED) { say(""); open(); }
  });
  open();
}

/** Fetches this page and takes the region over. A document response is parsed by the browser and runs nothing. */
function renew(live, bar) {
  const request = new XMLHttpRequest();
  request.open("GET", location.href);
  request.responseType = "document";
  request.addEventListener("load", () => {
    const region = document.getElementById(live.dataset.region);
    const fresh = request.response?.getElementById(live.dataset.region);
    if (!region || !fresh) return location.reload();
    region.replaceWith(document.adoptNode(fresh));
    bar.replaceChildren();
    fresh.focus();
  });
  request.addEventListener("error", () => bar.replaceChildren(live.dataset.lost));
  request.send();
}

document.querySelector("[data-focus]")?.focus();
for (const live of document.querySelectorAll("[data-live]")) listen(live);
