/* What is typed while a meeting goes on is first kept in this browser, then sent, and sent again with the same key until
   there is an answer. The scripts for notes and for lines both build on this. */
(() => {
  "use strict";
  const page = document.querySelector("[data-now]");
  if (!page) return;
  const user = page.dataset.user;
  let token = document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";

  const uuid = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((byte, n) => ([4, 6, 8, 10].includes(n) ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
  };

  /* False when the browser cannot keep anything: private browsing, or a full store. */
  const write = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; } };
  const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const remove = (name) => { try { localStorage.removeItem(name); } catch { /* nothing was kept */ } };
  const names = (prefix) => { try { return Object.keys(localStorage).filter((name) => name.startsWith(prefix)); } catch { return []; } };

  const reach = async (address, options) => {
    const giveUp = new AbortController(), timer = setTimeout(() => giveUp.abort(), 15000);
    try { return await fetch(address, { ...options, signal: giveUp.signal, redirect: "manual" }); } catch { return null; } finally { clearTimeout(timer); }
  };

  /* A new token when somebody has signed in again; false when nobody has, or somebody else. */
  const renew = async () => {
    const answer = await reach(`${page.dataset.state}?nyckel=1`, { headers: { "HX-Request": "true" } });
    if (!answer) return null;
    if (!answer.ok) return false;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (found.querySelector("[data-user]")?.dataset.user !== user) return false;
    token = found.querySelector("[name=csrfmiddlewaretoken]").value;
    return true;
  };

  /* What became of it: {kept}, or {failed: "offline" | "signedout" | "refused", errors}. */
  const send = async (address, pairs, { last = false } = {}) => {
    const body = new URLSearchParams(pairs);
    const post = () => reach(address, { method: "POST", body, keepalive: last && body.toString().length < 60000, headers: { "X-CSRFToken": token, Accept: "application/json" } });
    let answer = await post();
    if (answer && [403, 404].includes(answer.status)) {
      const renewed = await renew();
      if (renewed === null) return { failed: "offline" };
      if (!renewed) return { failed: "signedout" };
      answer = await post();
      if (answer && [403, 404].includes(answer.status)) return { failed: "refused", errors: [] };
    }
    if (!answer || answer.status >= 500 || answer.type === "opaqueredirect") return { failed: "offline" };
    let told;
    try { told = await answer.json(); } catch { return { failed: "offline" }; }
    return answer.ok ? { kept: told } : { failed: "refused", errors: told.errors || [] };
  };

  /* Whether the tab that keeps something is still open: it holds a lock by its name for as long as it lives. */
  const tab = uuid();
  navigator.locks?.request(`kraftsamla.tab.${tab}`, () => new Promise(() => {}));
  const isOpen = async (other, seen) => {
    if (other === tab) return true;
    if (!navigator.locks) return Date.now() - seen < 90000;
    return (await navigator.locks.query()).held.some((lock) => lock.name === `kraftsamla.tab.${other}`);
  };

  window.kraftsamlaKept = { user, tab, uuid, write, read, remove, names, send, isOpen };
})();
