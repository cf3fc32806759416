// What the counter gains with a script; each works without. No markup from strings (trusted types).

/** A print button where there is paper to take home. */
for (const place of document.querySelectorAll("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button secondary";
  button.textContent = place.dataset.print;
  button.addEventListener("click", () => print());
  place.append(button);
}

/** How large a chosen file is and whether it may be, said before it is sent. */
for (const input of document.querySelectorAll('input[type="file"]')) {
  const rules = document.getElementById(input.getAttribute("aria-describedby")?.split(" ").at(-1) ?? "");
  const most = Number(input.closest("[data-megabytes]")?.dataset.megabytes ?? 0) * 1e6;
  if (!rules || !most) continue;
  const note = document.createElement("p");
  note.className = "hint";
  note.setAttribute("role", "status");
  rules.after(note);
  input.addEventListener("change", () => {
    const large = [...input.files].filter((file) => file.size > most);
    note.textContent = large.map((file) =>
      `‘${file.name}’ is te groot (${Math.ceil(file.size / 1e6)} MB). Het mag hoogstens ${most / 1e6} MB zijn.`
    ).join(" ");
  });
}
