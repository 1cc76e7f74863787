// A passphrase can be looked at while it is typed. Without this script it is typed twice where it is set, and that is compared.
"use strict";

for (const form of document.querySelectorAll("[data-reveal]")) {
  const fields = [...form.querySelectorAll("input[type=password]")];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link-button";
  const show = (shown) => {
    for (const each of fields) each.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide what I type" : "Show what I type";
  };
  show(false);
  fields.at(-1).after(button);
  button.addEventListener("click", () => show(fields[0].type === "password"));
  // What is sent is no plain text field: browsers would offer it again to whoever comes next.
  form.addEventListener("submit", () => show(false));
}
