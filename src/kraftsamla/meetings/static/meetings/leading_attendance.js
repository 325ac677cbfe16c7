/* Marking who is here: letters narrow the list, arrows choose, one key marks. Digits are never part of a name, so the
   box where the letters are typed takes them as marks. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-attendance]");
  if (!form) return;
  const box = form.querySelector("input[type=search]"), told = document.querySelector("[data-told]");
  const big = Boolean(document.querySelector("[data-more]"));
  let chosen = "", timer = 0;
  const fold = (words) => words.toLocaleLowerCase("sv").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/æ/g, "a").replace(/ø/g, "o").replace(/\s+/g, " ").trim();
  const lines = () => [...document.querySelectorAll("#lista [data-line]")];
  const shown = () => lines().filter((line) => !line.hidden);

  const mark = (line) => {
    chosen = line?.id || "";
    for (const each of lines()) { each.classList.toggle("chosen", each === line); if (each === line) each.setAttribute("aria-current", "true"); else each.removeAttribute("aria-current"); }
    line?.scrollIntoView({ block: "nearest" });
  };
  const narrow = () => {
    const sought = fold(box.value);
    for (const line of lines()) line.hidden = !fold(line.dataset.find).includes(sought);
    const all = shown();
    mark(all.find((line) => line.id === chosen) || (sought ? all[0] : null));
  };
  const ask = () => {
    const query = new URLSearchParams(new FormData(form));
    htmx.ajax("GET", `${location.pathname}?${query}`, { target: "#lista", select: "#lista", swap: "outerHTML" });
  };
  const press = (line, selector) => {
    const button = line?.querySelector(selector);
    if (!button) return;
    told.textContent = `${line.dataset.name}: ${button.textContent.trim()}`;
    button.click();
    if (box.value) { box.value = ""; chosen = ""; if (big) ask(); else narrow(); }
  };

  box.addEventListener("input", () => {
    narrow();
    clearTimeout(timer);
    if (big) timer = setTimeout(ask, 250);
  });
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const all = shown(), at = all.findIndex((line) => line.id === chosen);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(all[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), all.length - 1)]);
    else if (event.key === "Enter") press(all[at], `[value="${all[at]?.dataset.expected}"]`);
    else if (/^[0-7]$/.test(event.key)) press(all[at], `[data-key="${event.key}"]`);
    else return;
    event.preventDefault();
  });
  form.addEventListener("change", (event) => { if (event.target.type === "checkbox") form.requestSubmit(); });

  /* A line somebody is working in is not taken away by what happened elsewhere; the list is asked for again. */
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const list = event.detail.target;
    if (list.id !== "lista" || document.activeElement === box) return;
    if (list.contains(document.activeElement) || list.querySelector("details[open]")) event.detail.shouldSwap = false;
  });
  document.body.addEventListener("htmx:afterSettle", narrow);
  for (const name of ["htmx:sendError", "htmx:responseError"]) document.body.addEventListener(name, (event) => {
    if (event.detail.requestConfig?.verb !== "post") return;
    told.classList.remove("hidden");
    told.className = "notice stop";
    told.textContent = form.dataset.lost;
  });
  document.body.addEventListener("htmx:afterOnLoad", () => { if (told.classList.contains("notice")) { told.className = "hidden"; told.textContent = ""; } });
  if (matchMedia("(hover: hover)").matches) box.focus();
})();
