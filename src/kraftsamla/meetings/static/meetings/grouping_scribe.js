/* A group's scribe writes on a telephone that loses its connection. Each point gets its key here, is kept in this
   browser (leading_store.js), and is sent in the order it was made until there is an answer. */
(() => {
  "use strict";
  const kept = window.kraftsamlaKept, status = document.querySelector("[data-sending]");
  const page = document.querySelector("[data-now]"), template = document.querySelector("template[data-point]");
  if (!kept || !status || !page) return;
  const PREFIX = `kraftsamla.group.${kept.user}.`, DRAFT = `kraftsamla.draft.${kept.user}.`;
  const unkept = new Map(); /* what the browser could not store: it lives as long as the page is open */
  let sending = null, count = 0;

  const waiting = () => [...new Set([...kept.names(PREFIX), ...unkept.keys()])].sort();
  const entryOf = (name) => unkept.get(name) || kept.read(name);
  const drop = (name) => { unkept.delete(name); kept.remove(name); };
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const formOf = (question) => document.querySelector(`[data-question="${question}"] form[data-write]`);
  const lines = (question) => document.querySelector(`[data-question="${question}"] [data-points]`);
  const rowOf = (key) => document.querySelector(`li[data-key="${key}"]`);

  const put = (values) => {
    const name = `${PREFIX}${String(Date.now()).padStart(15, "0")}.${String(count++).padStart(5, "0")}.${values.key}`;
    if (!kept.write(name, values)) unkept.set(name, values);
    show(values);
    flush();
  };

  /* The list as it will be when what waits has been sent. */
  const show = (values) => {
    if (values.deed === "bort") return rowOf(values.key)?.remove();
    if (values.replaces) rowOf(values.replaces)?.remove();
    if (rowOf(values.key) || !lines(values.question)) return;
    const row = template.content.cloneNode(true).querySelector("li");
    row.dataset.key = values.key;
    row.classList.add("waiting");
    row.querySelector("p").textContent = values.text;
    lines(values.question).append(row);
  };

  const clear = (form) => {
    form.elements.text.value = "";
    form.elements.replaces.value = "";
    form.querySelector("button").textContent = form.dataset.add;
    form.querySelector("label").textContent = form.dataset.label;
    kept.remove(DRAFT + form.elements.question.value);
  };

  const draft = (form) => kept.write(DRAFT + form.elements.question.value, { text: form.elements.text.value, replaces: form.elements.replaces.value });

  /* What could not be kept goes back to where it was written, with the reason. */
  const giveBack = (values, errors) => {
    rowOf(values.key)?.remove();
    const form = formOf(values.question);
    if (form && values.deed === "punkt") {
      form.elements.text.value = [values.text, form.elements.text.value].filter(Boolean).join("\n");
      draft(form);
      form.elements.text.focus();
    }
    say(errors.join(" "));
  };

  /* One at a time: whoever asks meanwhile waits for the same answer. */
  const flush = () => { sending ||= sendAll().finally(() => { sending = null; }); return sending; };

  const sendAll = async () => {
    let wrong = false;
    for (let names = waiting(); names.length; names = waiting()) {
      const values = entryOf(names[0]);
      if (!values) { drop(names[0]); continue; }
      say(status.dataset.waiting);
      const { failed, errors } = await kept.send(page.dataset.state, Object.entries(values));
      if (failed === "offline" || failed === "signedout") {
        say(failed === "signedout" ? status.dataset.gone : unkept.size ? status.dataset.full : status.dataset.offline);
        return false;
      }
      drop(names[0]);
      if (failed) { giveBack(values, errors); wrong = true; }
      else rowOf(values.key)?.classList.remove("waiting");
    }
    if (!wrong && status.textContent) say(status.dataset.kept);
    return !wrong;
  };

  document.querySelectorAll("form[data-write]").forEach((form) => {
    const box = form.elements.text, stored = kept.read(DRAFT + form.elements.question.value);
    if (stored?.text && !box.value) { box.value = stored.text; form.elements.replaces.value = stored.replaces || ""; }
    box.addEventListener("input", () => draft(form));
    box.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = box.value.trim();
      if (!text) return box.focus();
      put({ deed: "punkt", question: form.elements.question.value, key: kept.uuid(), text, replaces: form.elements.replaces.value });
      clear(form);
      box.focus();
    });
  });

  document.addEventListener("click", (event) => {
    const row = event.target.closest("li[data-key]");
    if (!row || !event.target.closest("[data-change], [data-withdraw]")) return;
    event.preventDefault();
    const form = formOf(row.closest("[data-question]").dataset.question);
    if (event.target.closest("[data-withdraw]")) {
      put({ deed: "bort", key: row.dataset.key });
      return form?.elements.text.focus();
    }
    if (form.elements.text.value.trim()) form.requestSubmit();
    form.elements.text.value = row.querySelector("p").innerText;
    form.elements.replaces.value = row.dataset.key;
    form.querySelector("button").textContent = form.dataset.save;
    form.querySelector("label").textContent = form.dataset.changing;
    draft(form);
    form.elements.text.focus();
  });

  /* "We are done" takes with it what stands in a box, and waits until everything has been sent. */
  document.querySelector("form[data-report]")?.addEventListener("submit", async (event) => {
    document.querySelectorAll("form[data-write]").forEach((form) => { if (form.elements.text.value.trim()) form.requestSubmit(); });
    if (!waiting().length) return;
    event.preventDefault();
    const { target, submitter } = event;
    while (waiting().length) if (!await flush()) return;
    target.requestSubmit(submitter);
  });

  const left = document.querySelector("[data-ends]");
  const tick = () => {
    const minutes = Math.floor((new Date(left.dataset.ends) - Date.now()) / 60000);
    if (minutes < 0) { left.textContent = left.dataset.over; left.className = "chip warn"; }
    else left.querySelector("b").textContent = minutes;
  };
  if (left?.querySelector("b")) setInterval(tick, 10000);

  window.addEventListener("online", flush);
  window.addEventListener("beforeunload", (event) => { if (unkept.size) event.preventDefault(); });
  setInterval(flush, 8000);
  waiting().map(entryOf).filter(Boolean).forEach(show);
  flush();
})();
