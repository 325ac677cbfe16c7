/* Files are sent one by one, so that each gets its answer at once and a bad one stops none of the others. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-upload]");
  if (!form) return;
  const box = form.querySelector("input[type=file]"), drop = form.querySelector(".drop");
  const side = document.querySelector("[data-results]");
  const said = side.querySelector("p"), bar = side.querySelector("progress"), list = side.querySelector("ul");

  const row = (name, text) => {
    const item = document.createElement("li"), words = document.createElement("p");
    item.className = "result stop";
    words.textContent = `${name}: ${text}`;
    item.append(words);
    list.append(item);
  };

  /* The list below shows what has come in, without the page being loaded anew. */
  const refresh = () => htmx.ajax("GET", location.pathname + location.search, { target: "#inlasta-lista", select: "#inlasta-lista", swap: "outerHTML" });

  const send = async (files) => {
    if (!files.length) return;
    side.hidden = false;
    bar.max = files.length;
    bar.value = 0;
    bar.hidden = false;
    form.querySelector("button").disabled = true;
    for (const [number, file] of [...files].entries()) {
      said.textContent = `${form.dataset.doing} ${file.name} (${number + 1}/${files.length})`;
      const body = new FormData();
      body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
      body.append(box.name, file, file.name);
      try {
        const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
        if (answer.ok || answer.status === 422) { list.insertAdjacentHTML("beforeend", await answer.text()); await refresh(); }
        else row(file.name, form.dataset.failed);
      } catch {
        row(file.name, form.dataset.failed);
      }
      bar.value = number + 1;
    }
    said.textContent = form.dataset.done;
    bar.hidden = true;
    form.querySelector("button").disabled = false;
    form.reset();
  };

  form.addEventListener("submit", (event) => { if (box.files.length) { event.preventDefault(); send(box.files); } });
  for (const name of ["dragenter", "dragover"]) document.addEventListener(name, (event) => { if (event.dataTransfer?.types.includes("Files")) { event.preventDefault(); drop.classList.add("over"); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => { if (event.dataTransfer?.files.length) { event.preventDefault(); drop.classList.remove("over"); send(event.dataTransfer.files); } });
})();
