// Opens parts of the chain, glossary entries and forms in place. Without this script the same links lead to pages.
"use strict";

(() => {
  const part = { headers: { "HX-Request": "true" }, credentials: "same-origin" };
  const reading = () => document.getElementById("reading");
  let opener = null;
  let shown = null;

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a[data-panel], a[data-edit], a[data-leave], button[data-close]");
    if (!link) return;
    if (link.matches("[data-close]")) return close();
    const address = link.getAttribute("href");
    if (link.matches("[data-leave]")) {
      const place = link.closest(".edit");
      if (!place) return;
      event.preventDefault();
      const back = place.parentElement.querySelector("a[data-edit]");
      place.replaceChildren();
      back?.focus();
    } else if (link.matches("[data-edit]")) {
      event.preventDefault();
      fill(link.parentElement.querySelector(".edit"), address);
    } else if (reading()) {
      event.preventDefault();
      if (!link.closest("#reading")) opener = link.id || link.getAttribute("href");
      open(address);
    }
  });

  async function open(address) {
    shown = address;
    const place = reading();
    if (!(await fill(place, address))) return;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  function close() {
    shown = null;
    reading().replaceChildren();
    const links = [...document.querySelectorAll("a[data-panel]")];
    // The map is there twice, for wide and for narrow screens, and one of the two is not shown.
    links.find((each) => each.getAttribute("href") === opener && each.getClientRects().length)?.focus();
  }

  // A form is opened with its first field ready; where a part cannot be had, the link leads to its page.
  async function fill(place, address) {
    const separator = address.includes("?") ? "&" : "?";
    const home = reading()?.contains(place) || place === reading() ? `${separator}back=talk` : "";
    let answer;
    try {
      answer = await fetch(address.includes("back=") ? address : address + home, part);
    } catch {
      place.replaceChildren(note("The line broke", "Nothing was changed. Try again in a moment."));
      return true;
    }
    if (!answer.ok) {
      location.assign(address);
      return false;
    }
    place.innerHTML = await answer.text();
    if (place.matches(".edit")) place.querySelector("input:not([type=hidden]), select")?.focus();
    return true;
  }

  function note(title, detail) {
    const box = document.createElement("div");
    box.className = "box trouble";
    box.setAttribute("role", "alert");
    const head = document.createElement("h3");
    head.textContent = title;
    const text = document.createElement("p");
    text.textContent = detail;
    box.append(head, text);
    return box;
  }

  // On the conversation's page a form is sent without leaving it, so that nothing typed elsewhere is lost.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-inplace]") || !form.closest("#work")) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    const data = new URLSearchParams(window.vcForm(form, event.submitter));
    try {
      const answer = await fetch(form.action, { ...part, method: "POST", body: data, redirect: "manual" });
      if (answer.type !== "opaqueredirect" && !answer.ok) {
        const html = await answer.text();
        document.getElementById("problem")?.remove();
        // A form that comes back holds what was filled in; a bare refusal stands before the form, and takes nothing away.
        const place = html.includes("<form") ? form.closest(".edit") || form.closest("#reading") : null;
        if (place) place.innerHTML = html;
        else form.insertAdjacentHTML("beforebegin", html);
        (place || form.parentElement).querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
        if (answer.status === 409) document.dispatchEvent(new CustomEvent("vc:stale"));
        return;
      }
      document.dispatchEvent(new CustomEvent("vc:changed", { detail: { kept: form.closest("#reading") !== null } }));
    } catch {
      form.prepend(note("The line broke", "It is not known whether this was kept. Look again in a moment."));
    } finally {
      form.removeAttribute("aria-busy");
    }
  });

  // After the conversation was drawn anew, an open panel shows what is true now.
  document.addEventListener("vc:drawn", (event) => {
    if (shown && event.detail?.kept) open(shown);
  });
})();
