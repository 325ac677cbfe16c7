/* The time left of the point that is on, by the server's clock. Without script it is as it was when the page came. */
(() => {
  "use strict";
  const ahead = new WeakMap();
  const tick = () => {
    for (const box of document.querySelectorAll("[data-clock][data-began]")) {
      const shown = box.querySelector("[data-time]");
      if (!shown) continue;
      if (!ahead.has(box)) ahead.set(box, Number(box.dataset.at) * 1000 - Date.now());
      const passed = Math.max(0, Math.floor((Date.now() + ahead.get(box)) / 1000 - Number(box.dataset.began)));
      const has = box.dataset.minutes !== undefined;
      const left = has ? Number(box.dataset.minutes) * 60 - passed : 0;
      const [words, seconds] = !has ? [box.dataset.passed, passed] : left >= 0 ? [box.dataset.left, left] : [box.dataset.over, -left];
      const told = words.replace("{n}", String(has && left >= 0 ? Math.ceil(seconds / 60) : Math.floor(seconds / 60)));
      if (shown.textContent !== told) shown.textContent = told;
      shown.classList.toggle("over", has && left < 0);
      shown.classList.toggle("soon", has && left >= 0 && left <= 120);
    }
  };
  tick();
  setInterval(tick, 1000);
  document.body.addEventListener("htmx:afterSettle", tick);
})();
