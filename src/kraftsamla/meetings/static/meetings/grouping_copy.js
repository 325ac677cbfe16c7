/* A button that copies a link; without script the link stands in a box to mark and copy. */
(() => {
  "use strict";
  document.querySelectorAll("input[readonly]").forEach((box) => box.addEventListener("focus", () => box.select()));
  document.querySelectorAll("[data-copy]").forEach((button) => {
    const box = document.getElementById(button.dataset.copy), words = button.firstChild.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      box.select();
      try { await navigator.clipboard.writeText(box.value); } catch { if (!document.execCommand("copy")) return; }
      button.firstChild.textContent = button.dataset.done;
      setTimeout(() => { button.firstChild.textContent = words; }, 2500);
    });
  });
})();
