/* The reading desk by keyboard: J next, K previous, G accept, M accept with the proposed
   objective, Ä or E edit, A reject, Z undo. All of it also works by mouse, and without script by plain forms. */
(() => {
  "use strict";
  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const paper = desk.querySelector(".paper-side");
  const STORE = "kraftsamla.desk.keys";
  desk.dataset.settled = "0";
  let current = "";

  const items = () => [...desk.querySelectorAll(".item")];
  const waiting = () => items().filter((item) => item.dataset.state === "waiting");
  const itemOf = (number) => document.getElementById(`forslag-${number}`);
  const marksOf = (number) => [...desk.querySelectorAll("[data-s]")].filter((mark) => mark.dataset.s.split(" ").includes(number));

  /* Shown as page pictures, the page of the current suggestion is fetched; once, for its words may not be found there. */
  let sought = "";
  const seek = (number) => {
    if (!paper.dataset.pages || sought === number) return;
    sought = number;
    htmx.ajax("GET", `${paper.dataset.pages}?forslag=${number}`, { target: "#sida", swap: "outerHTML" });
  };

  const light = (number) => {
    desk.querySelectorAll("[data-s].on").forEach((mark) => mark.classList.remove("on"));
    const lit = marksOf(number);
    lit.forEach((mark) => mark.classList.add("on"));
    if (!lit.length) { seek(number); return; }
    const box = paper.getBoundingClientRect(), at = lit[0].getBoundingClientRect();
    if (at.top < box.top + 24 || at.bottom > box.bottom - 24) paper.scrollTop += at.top - box.top - box.height / 3;
  };

  const go = (item, { focus = true } = {}) => {
    if (!item) return;
    items().forEach((each) => { each.classList.toggle("on", each === item); each.removeAttribute("aria-current"); });
    item.setAttribute("aria-current", "true");
    current = item.dataset.number;
    light(current);
    if (!focus) return;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };

  const step = (by) => {
    const all = items();
    if (!all.length) return;
    const at = all.findIndex((item) => item.dataset.number === current);
    go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
  };

  const nextWaiting = (number) => {
    const all = items();
    const at = all.findIndex((item) => item.dataset.number === number);
    const left = (item) => item.dataset.state === "waiting" && item.dataset.number !== number;
    return all.slice(at + 1).find(left) || all.slice(0, at).reverse().find(left) || null;
  };

  const repaint = () => {
    const states = new Map(items().map((item) => [item.dataset.number, item.dataset.state]));
    desk.querySelectorAll("[data-s]").forEach((mark) => {
      const found = mark.dataset.s.split(" ").map((number) => states.get(number)).filter(Boolean);
      if (!found.length) return;
      const state = found.includes("waiting") ? "waiting" : found.sort()[0];
      for (const name of ["waiting", "accepted", "rejected"]) mark.classList.toggle(name, name === state);
    });
  };

  const press = (deed) => {
    const item = itemOf(current);
    if (!item) return;
    const question = "gm".includes(deed) && item.querySelector(".ask.open :is(select, input:not([type=hidden]))");
    const open = question && ![...item.querySelectorAll(".ask.open")].every((ask) => ask.querySelector("input:checked") || ask.querySelector("select")?.value);
    if (open) { question.focus(); return; }
    item.querySelector(`[data-deed="${deed}"]`)?.click();
  };

  const undo = () => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (desk.dataset.undo && token) htmx.ajax("POST", desk.dataset.undo, { source: desk, swap: "none", values: { csrfmiddlewaretoken: token.value } });
  };

  const KEYS = {
    j: () => step(1), k: () => step(-1), g: () => press("g"), m: () => press("m"), a: () => press("a"), "ä": () => press("e"), e: () => press("e"), z: undo,
  };

  const tick = desk.querySelector("[data-keys]");
  const keysOn = () => !tick || tick.checked;
  if (tick) {
    try { tick.checked = localStorage.getItem(STORE) !== "off"; } catch { /* private browsing: they are on */ }
    tick.addEventListener("change", () => { try { localStorage.setItem(STORE, tick.checked ? "on" : "off"); } catch { /* as above */ } });
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inField = event.target.closest("textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]");
    if (event.key === "Escape") {
      const item = event.target.closest(".item"), cancel = item?.querySelector("[data-deed=escape]");
      if (cancel) cancel.click();
      else if (item) item.focus();
      return;
    }
    if (inField || !keysOn()) return;
    const act = KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  desk.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-s]");
    if (mark && !getSelection().isCollapsed) return;
    if (mark) { const numbers = mark.dataset.s.split(" "); go(itemOf(numbers[(numbers.indexOf(current) + 1) % numbers.length]) || itemOf(numbers[0])); return; }
    const item = event.target.closest(".item");
    if (!item) return;
    if (event.target.closest("h4 a")) event.preventDefault();
    go(item, { focus: false });
  });
  desk.addEventListener("focusin", (event) => {
    const item = event.target.closest(".item");
    if (item && item.dataset.number !== current) go(item, { focus: false });
  });

  /* A refusal is an answer too: show it where the card stands. */
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if ([409, 422].includes(event.detail.xhr.status)) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  /* One answer may swap several cards; what to do next is decided when all have settled. */
  let asked = "", wasWaiting = false, swapped = [], timer = 0;
  const settle = () => {
    desk.dataset.settled = String(Number(desk.dataset.settled) + 1);
    const card = itemOf(asked) || itemOf(swapped[0]) || itemOf(current);
    swapped = [];
    repaint();
    if (!card) return;
    const question = card.querySelector(".ask.open :is(select, input:not([type=hidden]))");
    const field = card.querySelector(".edit :is(input:not([type=hidden]), textarea, select)");
    const told = card.querySelector("[role=alert]");
    const decided = wasWaiting && asked && card.dataset.state !== "waiting";
    wasWaiting = false;
    if (field || told) { go(card, { focus: false }); (told && question || field || card).focus(); return; }
    go((decided && nextWaiting(asked)) || card);
  };
  /* A card somebody is writing in, or has begun to answer, is not swapped because of what was decided elsewhere. */
  desk.addEventListener("input", (event) => { const item = event.target.closest(".item"); if (item) item.dataset.touched = "1"; });
  document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    const old = event.detail.target;
    if (old?.matches?.(".item.editing, .item[data-touched]") && old.dataset.number !== asked && event.detail.fragment.querySelector?.(".item")?.dataset.state === "waiting") event.detail.shouldSwap = false;
  });
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const item = event.detail.elt.closest(".item");
    asked = item ? item.dataset.number : "";
    if (event.detail.elt.closest(".page-nav")) sought = current;
    wasWaiting = item?.dataset.state === "waiting";
  });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const panel = event.detail.elt.closest?.("#sida");
    /* Somebody may have gone on to the next suggestion while its page was on the way. */
    if (panel) { if (panel.dataset.for && panel.dataset.for !== current) sought = ""; light(current); return; }
    const item = event.detail.elt.closest?.(".item");
    if (item) swapped.push(item.dataset.number);
    clearTimeout(timer);
    timer = setTimeout(settle, 20);
  });

  const start = location.hash.startsWith("#forslag-") ? itemOf(location.hash.slice(9)) : waiting()[0];
  go(start || items()[0], { focus: location.hash.startsWith("#forslag-") });
})();
