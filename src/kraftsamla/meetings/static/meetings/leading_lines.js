/* A follow-up, a decision or a proposal in one line. It is kept in this browser until it has been answered; without a
   connection it stands in a list of what waits, and goes when the connection is back. */
(() => {
  "use strict";
  const kept = window.kraftsamlaKept, forms = [...document.querySelectorAll("form[data-line]")];
  const list = document.querySelector("[data-waiting-list]");
  if (!kept || !list || !forms.length) return;
  const PREFIX = `kraftsamla.line.${kept.user}.`;
  const busy = new Set();
  const said = (form, words) => { form.querySelector("[data-said]").textContent = words; };
  const first = (form) => form.querySelector("input[type=text], textarea");
  const named = (pairs) => pairs.find(([name]) => ["what_sv", "text_sv"].includes(name))?.[1] || "";
  const nameOf = (entry) => `${PREFIX}${entry.pairs.find(([name]) => name === "key")[1]}`;

  const empty = (form) => {
    form.reset();
    form.querySelectorAll("textarea, input[type=text]").forEach((field) => { field.value = ""; });
    form.querySelectorAll(".picked li").forEach((row) => row.remove());
    delete form.dataset.to;
    said(form, "");
  };

  const draw = () => {
    list.replaceChildren(...kept.names(PREFIX).map(kept.read).filter(Boolean).map((entry) => {
      const row = document.createElement("li"), words = document.createElement("span"), state = document.createElement("span");
      words.textContent = `${entry.kind}: ${named(entry.pairs)}`;
      state.className = `small ${entry.wrong ? "errorlist" : "muted"}`;
      state.textContent = entry.wrong || forms[0].dataset.waiting;
      row.append(words, state);
      if (entry.wrong) {
        const fix = document.createElement("button");
        Object.assign(fix, { type: "button", className: "mini", textContent: forms[0].dataset.fix });
        fix.addEventListener("click", () => correct(entry));
        row.append(fix);
      }
      return row;
    }));
  };

  /* What could not be kept goes back to its line, and is sent to the point it was caught at. */
  const correct = (entry) => {
    const form = forms.find((each) => each.dataset.kind === entry.kind);
    if (!form) return;
    for (const [name, value] of entry.pairs) {
      const field = form.querySelector(`[name="${name}"]:not([type=hidden]):not([type=checkbox])`);
      if (field) field.value = value;
    }
    form.dataset.to = entry.url;
    said(form, entry.wrong);
    kept.remove(nameOf(entry));
    draw();
    first(form).focus();
  };

  const go = async (entry) => {
    const name = nameOf(entry);
    if (busy.has(name)) return { failed: "busy" };
    busy.add(name);
    const told = await kept.send(entry.url, entry.pairs);
    busy.delete(name);
    if (told.kept) { kept.remove(name); document.body.dispatchEvent(new Event("uppdatera")); }
    return told;
  };

  const flush = async () => {
    for (const name of kept.names(PREFIX)) {
      const entry = kept.read(name);
      if (!entry || entry.wrong) continue;
      const { failed, errors } = await go(entry);
      if (failed === "refused") kept.write(name, { ...entry, wrong: errors.join(" ") || forms[0].dataset.refused });
      else if (failed) break;
    }
    draw();
  };

  forms.forEach((form) => form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy || !named([...new FormData(form)]).trim()) return first(form).focus();
    const pairs = [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "key"].includes(name));
    const entry = { url: form.dataset.to || form.action, kind: form.dataset.kind, pairs: [...pairs, ["key", kept.uuid()]], at: Date.now() };
    const stored = kept.write(nameOf(entry), entry);
    form.dataset.busy = "1";
    const { kept: done, failed, errors } = await go(entry);
    delete form.dataset.busy;
    if (done || (failed !== "refused" && stored)) empty(form);
    if (failed === "refused") { kept.remove(nameOf(entry)); said(form, errors.join(" ") || form.dataset.refused); }
    draw();
    first(form).focus();
  }));
  window.addEventListener("online", flush);
  setInterval(flush, 10000);
  draw();
  flush();
})();
