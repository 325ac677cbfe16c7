/* What is half written in a suggestion survives a closed lid: it is kept in this browser until it is saved or cancelled,
   and comes back when the same version of the suggestion is opened again. */
(() => {
  "use strict";
  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const PREFIX = "kraftsamla.draft.";
  const store = (deed) => { try { return deed(localStorage); } catch { return null; /* private browsing: nothing is kept */ } };
  const keyOf = (form) => `${PREFIX}${form.closest(".item").dataset.number}.${form.querySelector("[name$=-version]")?.value}`;
  const fields = (form) => [...form.querySelectorAll("input:not([type=hidden]), textarea, select")].filter((field) => field.name);
  const value = (field) => (["checkbox", "radio"].includes(field.type) ? field.checked : field.value);

  const keep = (form) => store((kept) => kept.setItem(keyOf(form), JSON.stringify(fields(form).map((field) => [field.name, value(field)]))));
  const forget = (number) => store((kept) => Object.keys(kept).filter((key) => key.startsWith(`${PREFIX}${number}.`)).forEach((key) => kept.removeItem(key)));

  const bringBack = (form) => {
    const kept = store((all) => all.getItem(keyOf(form)));
    if (!kept || form.dataset.draft) return;
    form.dataset.draft = "1";
    const values = new Map(JSON.parse(kept));
    for (const field of fields(form)) {
      if (!values.has(field.name)) continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.get(field.name);
      else field.value = values.get(field.name);
    }
  };

  desk.addEventListener("input", (event) => { const form = event.target.closest("form.edit"); if (form?.closest(".item")) keep(form); });
  desk.addEventListener("click", (event) => { if (event.target.closest("[data-deed=escape]")) forget(event.target.closest(".item").dataset.number); });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const item = event.detail.elt.closest?.(".item");
    if (!item) return;
    const form = item.querySelector("form.edit");
    if (form) bringBack(form);
    else forget(item.dataset.number);
  });
  desk.querySelectorAll(".item form.edit").forEach(bringBack);
  /* Signing out leaves nothing behind. */
  document.querySelectorAll("form[action*='logga-ut']").forEach((form) => form.addEventListener("submit", () => store((kept) => Object.keys(kept).filter((key) => key.startsWith(PREFIX)).forEach((key) => kept.removeItem(key)))));
})();
