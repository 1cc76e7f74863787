// The conversation without reloading: sends the form, shows the reply as it comes, keeps the person's words if anything fails.
// Without this script the same form works by itself.
"use strict";

(() => {
  const work = document.getElementById("work");
  const announce = document.getElementById("announce");
  if (!work || !window.fetch || !window.TextDecoderStream) return;
  let busy = false;

  work.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-talk]")) return;
    event.preventDefault();
    if (!busy) send(form, event.submitter);
  });

  work.addEventListener("keydown", (event) => {
    if (event.target.id !== "say" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!(event.ctrlKey || event.metaKey) && matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) {
      document.querySelector(close.dataset.close).replaceChildren();
      if (opener && document.contains(opener)) opener.focus();
    }
    const cite = event.target.closest(".cite");
    if (cite) opener = cite;
  });
  let opener = null;

  document.addEventListener("htmx:afterSwap", (event) => {
    const place = event.detail.target;
    if (place.id === "reading") {
      place.focus();
      place.scrollIntoView({ block: "nearest" });
    } else {
      place.querySelector("input, select")?.focus();
    }
  });

  function words(form, data) {
    const picked = [data.get("quick") || "", data.getAll("pick").join(", "), (data.get("say") || "").trim()];
    return picked.filter(Boolean).join(". ");
  }

  async function send(form, submitter) {
    const data = new FormData(form, submitter && submitter.name ? submitter : undefined);
    const said = words(form, data);
    document.getElementById("problem")?.remove();
    if (!said) return trouble(form, "Nothing is written yet", "Write a sentence, or press one of the quick answers.");
    busy = true;
    form.setAttribute("aria-busy", "true");
    const shown = show(said);
    try {
      const reply = await receive(form, data, shown);
      await refresh();
      announce.textContent = reply;
    } catch (error) {
      shown.item.remove();
      trouble(form, error.title || "The line broke", error.detail || "Your words are still here. Send them again; nothing is said twice.");
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
    }
  }

  // The person's words at once, and an empty reply that fills as pieces come.
  function show(said) {
    document.getElementById("latest")?.removeAttribute("id");
    const item = element("li", "exchange new");
    const box = element("div", "said");
    box.append(element("p", "who", "You"), element("p", "text", said));
    const chips = element("ul", "chips");
    const reply = element("div", "reply now");
    const text = element("p", "text waiting", "");
    reply.append(element("p", "who", "Assistant"), text);
    item.append(box, chips, reply);
    document.getElementById("talk").append(item);
    item.scrollIntoView({ block: "nearest" });
    return { item, chips, text };
  }

  function element(name, kind, text) {
    const made = document.createElement(name);
    made.className = kind;
    if (text !== undefined) {
      made.textContent = text;
      made.dir = "auto";
    }
    return made;
  }

  async function receive(form, data, shown) {
    const answer = await fetch(form.action, {
      method: "POST", body: new URLSearchParams(data), headers: { Accept: "text/event-stream" }, credentials: "same-origin",
    });
    if (!answer.ok) throw await problem(answer);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw {};
      rest += value;
      const blocks = rest.split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) {
        const kind = /^event: (.*)$/m.exec(block)?.[1];
        if (!kind) continue;
        const body = JSON.parse(/^data: (.*)$/m.exec(block)[1]);
        if (kind === "understood") for (const fact of body.facts) chip(shown, fact);
        if (kind === "reply") shown.text.textContent += body.text;
        if (kind === "error") throw body;
        if (kind === "done") return body.reply;
      }
    }
  }

  async function problem(answer) {
    try {
      return await answer.json();
    } catch {
      return {};
    }
  }

  function chip(shown, fact) {
    const name = fact.ref.split(".")[1].replaceAll("_", " ");
    const value = fact.status === "known" ? [].concat(fact.value).join(", ").replaceAll("_", " ") : fact.status.replaceAll("_", " ");
    const made = element("li", `chip ${fact.status}`);
    made.append(element("span", "soft", name), " ", element("b", "", value));
    shown.chips.append(made);
  }

  // The server's own picture of the conversation replaces ours: what is stored is what is shown.
  async function refresh() {
    const open = [...work.querySelectorAll("details[open][id]")].map((each) => each.id);
    const answer = await fetch(location.pathname, { headers: { "X-Part": "talk" }, credentials: "same-origin" });
    if (!answer.ok) return location.reload();
    work.innerHTML = await answer.text();
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    window.htmx?.process(work);
    document.getElementById("latest")?.scrollIntoView({ block: "start" });
    document.getElementById("say")?.focus({ preventScroll: true });
  }

  function trouble(form, title, detail) {
    document.getElementById("problem")?.remove();
    const box = element("div", "box trouble");
    box.id = "problem";
    box.setAttribute("role", "alert");
    box.append(element("h2", "", title), element("p", "", detail));
    form.before(box);
    form.querySelector("textarea").focus();
  }
})();
