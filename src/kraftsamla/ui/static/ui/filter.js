// Filters the list of actions in place. Without it the links and the form do the same by loading a page.
(() => {
  const form = document.querySelector("form.filter");
  const rows = [...document.querySelectorAll("#rows > li")];
  const count = document.querySelector(".count");
  if (!form || !rows.length || !count) return;
  const [area, progress] = form.querySelectorAll("select");
  const words = form.querySelector("input[type=search]");
  words.closest("[hidden]").hidden = false;
  form.querySelector("button").hidden = true;
  const titles = rows.map((row) => row.textContent.toLocaleLowerCase());

  const show = () => {
    const asked = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits =
        (!area.value || row.dataset.areas.split(" ").includes(area.value)) &&
        (!progress.value || row.dataset.progress === progress.value) &&
        asked.every((word) => titles[index].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    const { none, one, many } = form.dataset;
    count.textContent = shown === 0 ? none : shown === 1 ? one : many.replace("{n}", shown);
  };

  const address = () => {
    const query = new URLSearchParams();
    for (const select of [area, progress]) if (select.value) query.set(select.name, select.value);
    if (words.value.trim()) query.set("q", words.value.trim());
    return query.size ? `?${query}` : location.pathname;
  };

  const restore = () => {
    const query = new URLSearchParams(location.search);
    for (const select of [area, progress]) {
      select.value = query.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    words.value = query.get("q") ?? "";
    show();
  };

  const choose = () => {
    history.pushState(null, "", address());
    show();
  };
  area.addEventListener("change", choose);
  progress.addEventListener("change", choose);
  words.addEventListener("input", () => {
    history.replaceState(null, "", address());
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  window.addEventListener("popstate", restore);
  if (location.search) restore();
})();
