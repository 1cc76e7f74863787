// What the pages' scripts share: a form's words with the pressed button, and the events of an answer as they come.
"use strict";

// Older browsers do not take the pressed button as an argument of FormData.
window.vcForm = (form, button) => {
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  return data;
};

// Calls on[kind](data) for each event. Gives the data of "done"; throws {title, detail} of an error told by the server,
// and {broken: true} when the line broke before the end.
window.vcEvents = async (address, options, on) => {
  let answer;
  try {
    answer = await fetch(address, { ...options, method: "POST", headers: { Accept: "text/event-stream" }, credentials: "same-origin" });
  } catch {
    throw { broken: true };
  }
  if (!answer.ok) throw await answer.json().catch(() => ({ broken: true }));
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    let piece;
    try {
      piece = await reader.read();
    } catch {
      throw { broken: true };
    }
    if (piece.done) throw { broken: true };
    rest += piece.value;
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const kind = /^event: (.*)$/m.exec(block)?.[1];
      if (!kind) continue;
      const data = JSON.parse(/^data: (.*)$/m.exec(block)[1]);
      if (kind === "error") throw data;
      if (kind === "done") return data;
      on[kind]?.(data);
    }
  }
};
