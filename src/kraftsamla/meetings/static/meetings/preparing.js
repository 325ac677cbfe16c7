/* The agenda in lines. Everything works without script; with it a point is moved from the keyboard, and the clock runs as minutes are typed. */
(() => {
  "use strict";
  const list = document.querySelector("[data-lines]");
  if (!list) return;

  list.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const line = event.target.closest("[data-line]");
    if (!line) return;
    event.preventDefault();
    line.querySelector(event.key === "ArrowUp" ? "[data-up]" : "[data-down]").click();
  });

  /* After a move or an addition one goes on writing where one was. */
  const reached = /^#punkt-\d+$/.test(location.hash) && document.querySelector(`${location.hash} input[type=text]`);
  if (reached) window.addEventListener("load", () => requestAnimationFrame(() => reached.focus()));

  /* Lines stand outside the form's element, so that its own guard does not hear them. */
  const form = document.getElementById("rader");
  const heard = (event) => { if (event.target.form === form) form.dispatchEvent(new Event("input")); };
  document.addEventListener("input", heard);

  /* The clock runs from the first line; a line that had a gap before it keeps its own start. */
  const lines = [...list.querySelectorAll("[data-line]:not(.part)")];
  const minutes = (line) => Number(line.querySelector("input[type=number]").value) || 0;
  const of = (text) => text.split(":").reduce((hours, part) => Number(hours) * 60 + Number(part), 0);
  const starts = lines.map((line) => (line.dataset.start ? of(line.dataset.start) : null));
  const before = lines.map(minutes);
  list.addEventListener("input", () => {
    let moved = 0;
    lines.forEach((line, index) => {
      const time = line.querySelector("time");
      if (time && starts[index] !== null) {
        const at = (starts[index] + moved + 1440) % 1440;
        time.textContent = `${String(Math.floor(at / 60)).padStart(2, "0")}.${String(at % 60).padStart(2, "0")}`;
      }
      moved += minutes(line) - before[index];
    });
  });
})();
