// Documents: drop them on the form, and see how far the reading has come. Without this script the form works by itself.
"use strict";

(() => {
  const form = document.querySelector("[data-files]");
  if (!form || !window.TextDecoderStream) return;
  const input = form.querySelector("input[type=file]");
  const told = form.querySelector("[data-told]");
  const bar = document.createElement("progress");
  bar.hidden = true;
  bar.setAttribute("aria-label", "Reading");
  told.before(bar);

  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    named();
  });
  // A file dropped beside the form must not open in its place.
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
  input.addEventListener("change", named);

  function named() {
    told.textContent = [...input.files].map((file) => file.name).join(", ");
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    if (!input.files.length) return void (told.textContent = "Choose a file first.");
    form.setAttribute("aria-busy", "true");
    bar.hidden = false;
    bar.removeAttribute("value");
    told.textContent = "Reading…";
    try {
      await window.vcEvents(form.action, { body: new FormData(form) }, {
        progress: ({ name, page, pages }) => {
          bar.max = pages;
          bar.value = page;
          told.textContent = `Reading ${name}, page ${page} of ${pages}`;
        },
      });
      // The same address again, with what was read.
      const there = new URL(form.action);
      there.hash = "read";
      history.replaceState(null, "", there);
      location.reload();
    } catch (error) {
      told.textContent = `${error.title || "The line broke"}. ${error.detail || "Your files are still chosen. Read them again in a moment."}`;
      form.removeAttribute("aria-busy");
      bar.hidden = true;
    }
  });
})();
