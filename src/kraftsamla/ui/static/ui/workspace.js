/* Small helps for people who write all day. Everything here works without script too, only slower. */
(() => {
  "use strict";

  /* A list to choose from under a box where a record's name is written (ARIA combobox with list). */
  const pick = (picker, number) => {
    const box = picker.querySelector("input[type=text]");
    const list = document.createElement("ul");
    const many = picker.dataset.picker === "many";
    let active = -1, asked = null, timer = 0;
    list.id = `val-${number}`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.getAttribute("aria-label") || box.labels[0]?.textContent.trim() || "");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) box.setAttribute(name, value);
    picker.append(list);

    const options = () => [...list.querySelectorAll("[role=option]:not([aria-disabled])")];
    const close = () => { clearTimeout(timer); asked?.abort(); list.hidden = true; active = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
    const mark = (to) => {
      const all = options();
      if (!all.length) return;
      active = (to + all.length) % all.length;
      all.forEach((option, index) => { option.setAttribute("aria-selected", String(index === active)); option.id = `${list.id}-${index}`; });
      box.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    };
    const choose = (option) => {
      if (many) {
        const row = document.createElement("li"), label = document.createElement("label"), tick = document.createElement("input");
        Object.assign(tick, { type: "checkbox", name: box.name, value: option.dataset.slug, checked: true });
        label.append(tick, ` ${option.dataset.label}`);
        row.append(label);
        picker.previousElementSibling.append(row);
        box.value = "";
      } else {
        box.value = option.dataset.label;
      }
      box.dispatchEvent(new Event("change", { bubbles: true }));
      close();
    };
    const ask = async () => {
      asked?.abort();
      if (!box.value.trim()) return close();
      asked = new AbortController();
      try {
        const answer = await fetch(`${picker.dataset.source}?q=${encodeURIComponent(box.value)}`, { signal: asked.signal, headers: { "HX-Request": "true" } });
        if (!answer.ok) return close();
        list.innerHTML = await answer.text();
        active = -1;
        list.hidden = !list.children.length || document.activeElement !== box; // an answer may come when the person has gone on
        box.setAttribute("aria-expanded", String(!list.hidden));
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };
    box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && list.hidden) { ask(); event.preventDefault(); }
      else if (list.hidden) return;
      else if (event.key === "ArrowDown") { mark(active + 1); event.preventDefault(); }
      else if (event.key === "ArrowUp") { mark(active - 1); event.preventDefault(); }
      else if (event.key === "Enter" && active >= 0) { choose(options()[active]); event.preventDefault(); }
      else if (event.key === "Escape") { close(); event.preventDefault(); event.stopPropagation(); }
    });
    box.addEventListener("blur", () => setTimeout(close, 150));
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("[role=option]:not([aria-disabled])");
      event.preventDefault();
      if (option) choose(option);
    });
  };
  document.querySelectorAll("[data-picker]").forEach(pick);

  /* Nobody loses what they wrote by closing the page. */
  document.querySelectorAll("form[data-guard]").forEach((form) => {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  });

  /* One menu open at a time; Escape and a click beside it close it. */
  const menus = [...document.querySelectorAll("details.menu")];
  document.addEventListener("click", (event) => menus.forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus.filter((menu) => menu.open).forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  });

  document.querySelector("[autofocus][role=alert]")?.focus();
})();
