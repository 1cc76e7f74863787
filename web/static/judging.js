// Facts that were read are accepted and refused without leaving the page: the next one comes to where the last one was, ready to be
// judged. Without this script the same buttons lead back to the next fact.
"use strict";

(() => {
  const read = document.getElementById("read");
  const told = document.querySelector("[data-judged]");
  if (!read || !told || !window.vcForm) return;
  let busy = false;

  read.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-judge]")) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const body = new URLSearchParams(window.vcForm(form, event.submitter));
    const act = event.submitter?.textContent.trim() || "";
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" }, credentials: "same-origin" });
      const html = await answer.text();
      if (answer.ok) show(html, answer.headers.get("X-Place"), form, act);
      else trouble(html, form);
    } catch {
      told.textContent = "The line broke. It is not known whether this was kept. Load the page again in a moment.";
      told.classList.remove("hide");
    } finally {
      busy = false;
    }
  });

  function show(html, place, form, act) {
    const top = (form.closest(".read-fact") || form).getBoundingClientRect().top;
    const before = new Map([...read.querySelectorAll("details")].map((each) => [each.id, { open: each.open, left: each.dataset.left }]));
    read.innerHTML = html;
    const next = document.getElementById(place) || read;
    // What the person opened or closed stays so; a part that is done with closes, and the one with the next fact is open.
    for (const each of read.querySelectorAll("details")) {
      const was = before.get(each.id);
      if (was) each.open = each.contains(next) || (was.open && (each.dataset.left !== "0" || was.left === "0"));
    }
    // From one fact to the next nothing moves under the finger; a further jump shows its head.
    window.scrollBy({ top: next.getBoundingClientRect().top - Math.max(top, 0), behavior: "instant" });
    (next.matches(".read-fact") ? next.querySelector("button") : next).focus({ preventScroll: true });
    told.textContent = `Done: ${act}`;
  }

  function trouble(html, form) {
    document.getElementById("problem")?.remove();
    form.insertAdjacentHTML("beforebegin", html);
    document.getElementById("problem")?.focus();
  }
})();
