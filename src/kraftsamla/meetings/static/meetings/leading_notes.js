/* The note at a point saves itself a moment after the typing stops. Until it is answered the text also lies in this
   browser, so that a lost connection, a closed lid or an ended session takes nothing away. A text that another has
   overtaken is kept beside it by the server; here it stays in its box until somebody has chosen. */
(() => {
  "use strict";
  const kept = window.kraftsamlaKept, form = document.querySelector("form[data-note]");
  if (!kept || !form) return;
  const area = form.querySelector("textarea"), status = form.querySelector("[data-status]");
  const item = form.closest("[data-item]").dataset.item;
  const PREFIX = `kraftsamla.note.${kept.user}.`, own = `${PREFIX}${item}.${kept.tab}`;
  const WAIT = 1300, AGAIN = 4000;
  let base = Number(form.elements.base.value), continues = 0, sent = null, acknowledged = area.defaultValue;
  let sending = false, timer = 0, stored = true, stopped = false;
  /* Whether the page has shown that the text put aside waits: what it showed before that says nothing of it. */
  let shownAside = false, swaps = 0;

  const clean = () => area.value === acknowledged && !sent && !sending;
  const say = (words, { tone = "", link = "" } = {}) => {
    if (status.dataset.words === words) return;
    status.dataset.words = words;
    status.className = `saved ${tone}`;
    status.textContent = words;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = link; anchor.textContent = form.dataset.signin;
      status.append(" ", anchor);
    }
  };
  const keep = () => { stored = kept.write(own, { url: form.action, item, base, continues, sent, text: area.value, seen: Date.now() }); };
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

  const save = async ({ last = false } = {}) => {
    clearTimeout(timer);
    if (sending || clean() || (stopped && !sent)) return;
    sent ||= { key: kept.uuid(), text: area.value, base, continues };
    keep();
    sending = true;
    if (!last) say(form.dataset.saving);
    const { kept: told, failed, errors } = await kept.send(form.action, Object.entries(sent), { last });
    sending = false;
    if (failed) return fail(failed, errors);
    acknowledged = sent.text; base = told.version; sent = null;
    if (continues !== told.aside) { continues = told.aside; shownAside = false; swaps = 0; }
    if (area.value === acknowledged) kept.remove(own);
    else { keep(); later(WAIT); }
    say((told.aside ? form.dataset.aside : form.dataset.saved).replace("{t}", told.at), { tone: told.aside ? "warn" : "" });
    if (told.aside) document.body.dispatchEvent(new Event("uppdatera"));
    take();
  };

  const fail = (why, errors) => {
    keep();
    if (why === "refused") { sent = null; stopped = true; keep(); return say(errors.join(" ") || form.dataset.refused, { tone: "stop" }); }
    const back = encodeURIComponent(`${location.pathname}?punkt=${item}`);
    if (why === "signedout") say(form.dataset.signedout, { tone: "stop", link: `${document.querySelector("[data-now]").dataset.signin}?next=${back}` });
    else say(stored ? form.dataset.offline : form.dataset.unkept, { tone: "stop" });
    later(why === "signedout" ? AGAIN * 3 : AGAIN);
  };

  /* What the others have written, when nothing here waits to be sent. The caret stays where it was. */
  const take = () => {
    const standing = document.querySelector(`[data-standing][data-item="${item}"]`);
    if (!standing || !clean()) return;
    const version = Number(standing.dataset.version), asides = standing.dataset.asides.split(" ");
    if (continues && asides.includes(String(continues))) { shownAside = true; return; }
    if (continues && !shownAside && swaps < 2) return;
    if (version < base || (version === base && !continues)) return;
    const text = standing.querySelector("[data-text]").value;
    const [from, to, old] = [area.selectionStart, area.selectionEnd, area.value];
    let same = 0;
    while (same < Math.min(old.length, text.length) && old[same] === text[same]) same += 1;
    const moved = (at) => (at <= same ? at : Math.max(same, text.length - (old.length - at)));
    if (text !== old) { area.value = text; area.setSelectionRange(moved(from), moved(to)); }
    base = version; continues = 0; acknowledged = text;
    if (standing.dataset.time) say(form.dataset.saved.replace("{t}", standing.dataset.time));
  };

  /* What a tab that is no longer open could not send. At this point it comes back into the box; the rest is sent. */
  const bringBack = async () => {
    for (const name of kept.names(PREFIX)) {
      const slot = kept.read(name);
      if (!slot) { kept.remove(name); continue; }
      if (await kept.isOpen(name.slice(name.lastIndexOf(".") + 1), slot.seen)) continue;
      if (slot.item === item && clean() && !continues) {
        ({ base, continues, sent } = slot);
        area.value = slot.text;
        keep();
        kept.remove(name);
        say(form.dataset.brought);
        later(0);
      } else await pass(name, slot);
    }
  };
  const pass = async (name, slot) => {
    slot.sent ||= { key: kept.uuid(), text: slot.text, base: slot.base, continues: slot.continues };
    if (!kept.write(name, slot)) return;
    const { kept: told, failed } = await kept.send(slot.url, Object.entries(slot.sent));
    if (failed) return;
    const rest = slot.text !== slot.sent.text;
    if (!rest) { kept.remove(name); document.body.dispatchEvent(new Event("uppdatera")); return; }
    Object.assign(slot, { base: told.version, continues: told.aside, sent: null });
    kept.write(name, slot);
    await pass(name, slot);
  };

  area.addEventListener("input", () => {
    stopped = false;
    keep();
    if (!status.classList.contains("stop")) say(form.dataset.typing);
    if (!sending) later(WAIT);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); stopped = false; save(); });
  document.addEventListener("keydown", (event) => { if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); save(); } });
  window.addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save({ last: true }); else save(); });
  window.addEventListener("pagehide", () => save({ last: true }));
  window.addEventListener("beforeunload", (event) => { if (!stored && !clean()) event.preventDefault(); });
  document.body.addEventListener("htmx:oobAfterSwap", (event) => { if (event.detail.target?.matches?.("[data-standing]")) swaps += 1; take(); });
  setInterval(() => { if (!clean()) keep(); }, 20000);
  setInterval(bringBack, 20000);

  /* Alt+Shift+N goes on to the next point, once what is written here has been sent or lies kept. */
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.code !== "KeyN") return;
    const next = document.querySelector("form[data-next] button");
    if (next) { event.preventDefault(); next.click(); }
  });
  bringBack();
})();
