// The conversation without reloading: sends the form, shows the reply as it comes, keeps the person's words whatever happens.
// Without this script the same form works by itself.
"use strict";

(() => {
  const work = document.getElementById("work");
  const announce = document.getElementById("announce");
  if (!work || !window.fetch || !window.TextDecoderStream) return;
  const at = work.dataset.at;
  // How long to wait before each new attempt, in milliseconds. The server takes a turn once, however often it is sent.
  const WAITS = [500, 1500, 3000, 6000];
  // After how many seconds of silence what is said of the wait.
  const PATIENCE = [[4, "Reading"], [20, "Still reading. Long messages and a first question can take a while"], [90, "Still at it. Nothing is lost if you come back later"]];
  let busy = false;

  // --- what is typed is kept in this window until it is sent --------------------------------------------------------

  const inWindow = (name) => ({
    get: () => { try { return sessionStorage.getItem(name) || ""; } catch { return ""; } },
    set: (text) => { try { text ? sessionStorage.setItem(name, text) : sessionStorage.removeItem(name); } catch { /* private window */ } },
  });
  const draft = inWindow(`draft ${at}`);
  const box = () => document.getElementById("say");

  // Words that were on their way when the page was left: once they stand last in the conversation, they were said.
  const sending = inWindow(`sent ${at}`);
  function wasSaid(text) {
    const last = [...work.querySelectorAll(".exchange:not(.new) .said .text")].pop()?.textContent.trim() || "";
    return Boolean(text.trim()) && sending.get() === text && last.endsWith(text.trim());
  }

  function restore() {
    if (box() && wasSaid(box().value || draft.get())) {
      draft.set("");
      box().value = "";
    }
    if (box() && !box().value) box().value = draft.get();
  }

  work.addEventListener("input", (event) => {
    if (event.target.id === "say") draft.set(event.target.value);
  });

  // --- sending ------------------------------------------------------------------------------------------------------

  work.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-talk]")) return;
    event.preventDefault();
    if (busy) stillReading();
    else send(form, event.submitter);
  });

  // It is not sent by itself afterwards: the next question would take it for its answer before anybody has read that question.
  function stillReading() {
    const words = "Your last message is still being read. What you write stays here: send it when the answer has come.";
    document.getElementById("say-hint").textContent = announce.textContent = words;
  }

  work.addEventListener("keydown", (event) => {
    if (event.target.id !== "say" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!(event.ctrlKey || event.metaKey) && matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  function words(data) {
    const picked = [data.get("quick") || "", data.getAll("pick").join(", "), (data.get("say") || "").trim()];
    return picked.filter(Boolean).join(". ");
  }

  async function send(form, submitter) {
    const data = window.vcForm(form, submitter);
    const said = words(data);
    document.getElementById("problem")?.remove();
    if (!said) return trouble("Nothing is written yet", "Write a sentence, or press one of the quick answers.");
    busy = true;
    form.setAttribute("aria-busy", "true");
    const hint = document.getElementById("say-hint");
    const hinted = hint.textContent;
    const sent = box().value;
    draft.set(sent);
    sending.set(sent);
    const shown = show(said);
    const timers = PATIENCE.map(([seconds, words]) => setTimeout(() => shown.wait(words), 1000 * seconds));
    let done;
    try {
      done = await deliver(form, data, shown);
      // What was typed meanwhile stays.
      const typed = box().value;
      box().value = typed.startsWith(sent) ? typed.slice(sent.length).trimStart() : typed;
      draft.set(box().value);
      await refresh({ sent: true });
      announce.textContent = done.reply;
    } catch (error) {
      if (done) {
        trouble("Your words were taken", "Only the page could not be drawn anew. Load it again when you are connected.");
        return;
      }
      shown.item.remove();
      if (error.status === 409) await refresh();
      trouble(
        error.title || "The line is broken",
        error.detail || "Your words are still here. Send them again when you are connected; nothing is said twice.",
      );
    } finally {
      timers.forEach(clearTimeout);
      busy = false;
      hint.textContent = hinted;
      document.getElementById("composer")?.removeAttribute("aria-busy");
    }
  }

  // Sends the turn, and sends it again when the line breaks.
  async function deliver(form, data, shown) {
    for (let attempt = 0; ; attempt++) {
      try {
        return await window.vcEvents(form.action, { body: new URLSearchParams(data) }, {
          understood: (body) => shown.facts(body.shown),
          reply: (body) => shown.more(body.text),
        });
      } catch (error) {
        if (!error.broken || attempt >= WAITS.length) throw error;
        shown.again();
        await new Promise((go) => setTimeout(go, WAITS[attempt]));
      }
    }
  }

  // The person's words at once, and an empty reply that fills as pieces come.
  function show(said) {
    document.getElementById("latest")?.removeAttribute("id");
    const item = element("li", "exchange new");
    const bubble = element("div", "said");
    bubble.append(element("p", "who", "You"), element("p", "text", said));
    const chips = element("ul", "chips");
    const reply = element("div", "reply now");
    const text = element("p", "text waiting", "");
    reply.append(element("p", "who", "Assistant"), text);
    item.append(bubble, chips, reply);
    document.getElementById("talk").append(item);
    item.scrollIntoView({ block: "nearest" });
    const meanwhile = (words) => {
      text.dataset.meanwhile = "1";
      text.textContent = announce.textContent = words;
    };
    return {
      item,
      facts: (facts) => chips.replaceChildren(...facts.map(chip)),
      more: (piece) => {
        text.classList.remove("again");
        text.textContent = text.dataset.meanwhile ? piece : text.textContent + piece;
        delete text.dataset.meanwhile;
      },
      wait: (words) => {
        if (text.textContent && !text.dataset.meanwhile) return;
        meanwhile(words);
      },
      again: () => {
        text.classList.add("again");
        meanwhile("The line broke. Trying again");
      },
    };
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

  function chip(fact) {
    const made = element("li", `chip ${fact.status}`);
    made.append(element("span", "soft", fact.label), " ", element("b", "", fact.words));
    return made;
  }

  // --- the server's own picture of the conversation replaces ours: what is stored is what is shown -----------------

  async function refresh({ sent = false, kept = false } = {}) {
    const answer = await fetch(at, { headers: { "X-Part": "talk" }, credentials: "same-origin" });
    if (!answer.ok) return location.reload();
    const html = await answer.text();
    const old = {
      open: [...work.querySelectorAll("details[open][id]")].map((each) => each.id),
      shut: [...work.querySelectorAll(".keep:not([open])")].length > 0,
      picks: [...work.querySelectorAll("[name=pick]:checked")].map((each) => each.value),
      text: box()?.value || "",
      reading: document.getElementById("reading"),
      scrolled: work.querySelector(".beside")?.scrollTop || 0,
      typing: document.activeElement === box(),
    };
    work.innerHTML = html;
    rename(work.querySelector("[data-title]").dataset.title);
    document.getElementById("reading")?.replaceWith(old.reading);
    for (const id of old.open) document.getElementById(id)?.setAttribute("open", "");
    if (old.shut) work.querySelector(".keep")?.removeAttribute("open");
    for (const tick of work.querySelectorAll("[name=pick]")) tick.checked = !sent && old.picks.includes(tick.value);
    if (old.text && (sent || !wasSaid(old.text))) box().value = old.text;
    work.querySelector(".beside").scrollTop = old.scrolled;
    if (sent) {
      document.getElementById("latest")?.scrollIntoView({ block: "start" });
      // On a phone the keyboard would cover the question.
      if (!matchMedia("(pointer: coarse)").matches) box()?.focus({ preventScroll: true });
    } else if (old.typing) {
      box()?.focus({ preventScroll: true });
    }
    document.dispatchEvent(new CustomEvent("vc:drawn", { detail: { kept } }));
  }

  // The assessment bears the organisation's name from the moment it is known.
  function rename(title) {
    const name = document.querySelector(".places-name");
    document.title = document.title.replace(name.textContent, () => title);
    name.textContent = title;
  }

  document.addEventListener("vc:changed", async (event) => {
    if (busy) return;
    try {
      await refresh({ kept: event.detail.kept });
      announce.textContent = "Kept.";
    } catch {
      location.reload();
    }
  });

  // Another window may have gone on, or the browser may show an old page: then what is stored is shown.
  async function lookAgain() {
    if (busy || document.visibilityState !== "visible") return;
    try {
      const answer = await fetch(`${at}/at`, { credentials: "same-origin" });
      const now = answer.ok ? (await answer.json()).at : null;
      const here = work.querySelector("#composer input[name=at]")?.value;
      if (now !== null && !busy && String(now) !== here) {
        await refresh();
        announce.textContent = "The conversation went on in another window.";
      }
    } catch { /* not connected: nothing to show */ }
  }
  document.addEventListener("visibilitychange", lookAgain);
  window.addEventListener("pageshow", lookAgain);
  document.addEventListener("vc:stale", lookAgain);

  function trouble(title, detail) {
    document.getElementById("problem")?.remove();
    const form = document.getElementById("composer");
    const made = element("div", "box trouble");
    made.id = "problem";
    made.setAttribute("role", "alert");
    made.append(element("h2", "", title), element("p", "", detail));
    form.before(made);
    box().focus();
  }

  restore();
  // Whoever comes anew to a longer conversation is shown its last question.
  const came = performance.getEntriesByType?.("navigation")[0]?.type;
  if (!location.hash && came === "navigate" && document.querySelectorAll(".exchange").length > 1) {
    document.getElementById("latest")?.scrollIntoView({ block: "start", behavior: "instant" });
  }
})();
