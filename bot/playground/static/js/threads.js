// The pane at the right: one thread and its own composer.

import { statusLine } from "./agent.js";
import { composer } from "./composer.js";
import { fill, h, icon } from "./dom.js";
import { messageList } from "./list.js";
import { changed, channelOf, placeName, state, threadOf } from "./state.js";
import { T } from "./texts.js";

let list = null;

/** Build the pane for the open thread, or hide it. */
export function showThread() {
  const pane = document.getElementById("thread");
  pane.hidden = !state.thread;
  document.body.classList.toggle("with-thread", Boolean(state.thread));
  if (!state.thread) return void fill(pane);
  const channel = channelOf(state.thread.channel);
  list = messageList();
  fill(
    pane,
    h(
      "header",
      { class: "head" },
      h("h2", {}, T.thread),
      h("span", { class: "topic" }, placeName(channel)),
      h("span", { class: "grow" }),
      h("button", { type: "button", class: "icon-button", "aria-label": T.close, title: T.close, onclick: close }, icon("close")),
    ),
    list.element,
    composer({ channel, threadTs: state.thread.ts, autofocus: true }),
  );
  pane.onkeydown = (event) => event.key === "Escape" && !event.defaultPrevented && close();
  showReplies();
}

/** Bring the thread's messages up to date. */
export function showReplies() {
  if (!state.thread || !list) return;
  const { channel, ts } = state.thread;
  const { parent, replies } = threadOf(channel, ts);
  if (!parent && !replies.length) return close();
  list.show([parent, ...replies].filter(Boolean), { tail: statusLine(channel, ts) });
}

function close() {
  state.thread = null;
  changed("thread");
}
