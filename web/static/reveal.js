// A passphrase can be looked at while it is typed. Without this script it is typed twice where it is set, and that is compared.
"use strict";

for (const form of document.querySelectorAll("[data-reveal]")) {
  const fields = [...form.querySelectorAll("input[type=password]")];
  const label = document.createElement("label");
  label.className = "pick";
  const tick = document.createElement("input");
  tick.type = "checkbox";
  const words = document.createElement("span");
  words.textContent = "Show what I type";
  label.append(tick, words);
  fields.at(-1).after(label);
  tick.addEventListener("change", () => fields.forEach((each) => (each.type = tick.checked ? "text" : "password")));
  // What is sent is no plain text field: browsers would offer it again to whoever comes next.
  form.addEventListener("submit", () => fields.forEach((each) => (each.type = "password")));
}
