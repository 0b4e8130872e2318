// What an agent shows in its direct message: suggested prompts, and what it is doing.

import { act } from "./api.js";
import { h } from "./dom.js";
import { avatar } from "./message.js";
import { state } from "./state.js";
import { T } from "./texts.js";

/** The head of the app's direct message, with the prompts that the app suggests. */
export function suggestions(channel, empty) {
  const offered = state.prompts[channel.id];
  const send = (text) => act("enter", { user: state.me, channel: channel.id, text });
  return h(
    "section",
    { class: "lead" },
    h("div", { class: "lead-icon" }, avatar(state.app.bot_user)),
    h("h2", {}, state.app.name),
    h("p", {}, state.app.description),
    empty ? h("p", { class: "quiet" }, T.directStart) : null,
    offered?.title ? h("p", { class: "prompts-title" }, offered.title) : null,
    offered
      ? h(
          "div",
          { class: "prompts" },
          offered.prompts.map((prompt) =>
            h("button", { type: "button", class: "prompt", onclick: () => send(prompt.message) }, prompt.title),
          ),
        )
      : null,
  );
}

/** The line that says what the app is doing, or null. */
export function statusLine(channelId, threadTs) {
  const found = state.statuses.get(channelId);
  if (!found?.status || (threadTs && found.thread_ts !== threadTs)) return null;
  return h("div", { class: "status-line", role: "status" }, avatar(state.app.bot_user, true), `${state.app.name} ${found.status}`);
}
