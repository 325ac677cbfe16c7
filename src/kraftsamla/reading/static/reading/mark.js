/* A passage marked in the document becomes a fact: by mouse, or in the focused document by the arrow keys (a word at a
   time, with Shift more of them) and U. Without script the same form takes the words themselves. */
(() => {
  "use strict";
  const sheet = document.querySelector(".sheet"), form = document.querySelector("[data-mark-form]");
  const button = document.querySelector("[data-mark]");
  if (!sheet || !form || !button) return;
  const paper = sheet.closest(".paper-side"), selection = getSelection();
  const box = (name) => form.querySelector(`[name="stalle-${name}"]`);

  /* Where in the document's text a place on the page is, counted in whole characters. */
  const offset = (node, at) => {
    const row = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!row || !sheet.contains(row) || row.dataset.at === "") return null;
    const before = document.createRange();
    before.setStart(row, 0);
    before.setEnd(node, at);
    return Number(row.dataset.at) + [...before.toString()].length;
  };

  const marked = () => {
    if (!selection.rangeCount || selection.isCollapsed || !selection.toString().trim()) return null;
    const range = selection.getRangeAt(0);
    return sheet.contains(range.commonAncestorContainer) ? range : null;
  };

  const use = () => {
    const range = marked();
    if (!range) return;
    const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
    box("quote").value = selection.toString().trim();
    box("start").value = start ?? "";
    box("end").value = end ?? "";
    form.open = true;
    box("kind").focus();
    form.scrollIntoView({ block: "nearest" });
  };

  const byWord = (event) => {
    const forward = event.key === "ArrowRight" || event.key === "ArrowDown";
    if (!selection.rangeCount || !sheet.contains(selection.focusNode)) {
      selection.collapse(sheet.querySelector("mark.on") || sheet.querySelector("[data-at]") || sheet, 0);
    }
    if (!event.shiftKey) { if (forward) selection.collapseToEnd(); else selection.collapseToStart(); }
    selection.modify("extend", forward ? "forward" : "backward", event.key.startsWith("ArrowL") || event.key.startsWith("ArrowR") ? "word" : "line");
    const place = selection.focusNode?.parentElement;
    if (place && sheet.contains(place)) place.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("selectionchange", () => { button.hidden = !marked(); });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", use);
  box("quote").addEventListener("input", () => { box("start").value = box("end").value = ""; });
  paper.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button")) return;
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (sideways || (event.shiftKey && ["ArrowUp", "ArrowDown"].includes(event.key))) {
      event.preventDefault();
      byWord(event);
    }
  });
  document.addEventListener("keydown", (event) => {
    const tick = document.querySelector("[data-keys]");
    if (event.key.toLowerCase() !== "u" || event.ctrlKey || event.metaKey || event.altKey || (tick && !tick.checked)) return;
    if (event.target.closest("textarea, select, input:not([type=checkbox]):not([type=radio])") || !marked()) return;
    event.preventDefault();
    use();
  });
})();
