// A list of messages that changes as little as it can, so that open menus and typed values stay.

import { h } from "./dom.js";
import { messageElement } from "./message.js";
import { state } from "./state.js";
import { dayOf } from "./time.js";

const GROUP_SECONDS = 300;

/** A list: `element` to put into the page and `show(messages, options)` to bring it up to date. */
export function messageList(options = {}) {
  const element = h("div", { class: "messages", role: "log", "aria-live": "polite", tabIndex: 0 });
  let known = new Map();
  let first = true;
  let stuck = true;
  const nearEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < 120;
  element.addEventListener("scroll", () => (stuck = nearEnd()), { passive: true });
  new ResizeObserver(() => stuck && (element.scrollTop = element.scrollHeight)).observe(element);

  function show(messages, { replies = new Map(), lead = null, tail = null } = {}) {
    const atEnd = first || nearEnd();
    const next = new Map();
    const nodes = lead ? [lead] : [];
    let before = null;
    for (const message of messages) {
      const day = dayOf(message.ts);
      if (options.days && (!before || dayOf(before.ts) !== day)) {
        nodes.push(h("div", { class: "day", role: "separator" }, h("span", {}, day)));
      }
      const below = replies.get(message.ts) ?? [];
      const compact = Boolean(before) && joins(before, message) && !replies.get(before.ts)?.length;
      const key = JSON.stringify([message, compact, below.length, below.at(-1)?.ts]);
      const old = known.get(message.ts);
      const made =
        old?.key === key ? old.node : messageElement(message, { compact, replies: below, onThread: options.onThread });
      next.set(message.ts, { key, node: made });
      nodes.push(made);
      before = message;
    }
    if (tail) nodes.push(tail);
    const last = messages.at(-1);
    const arrived = !first && last && !known.has(last.ts) ? last : null;
    reconcile(element, nodes);
    known = next;
    if (first || atEnd || (arrived && concernsMe(arrived))) toEnd(arrived && next.get(arrived.ts).node);
    first = false;
  }

  // A message taller than the list shows from its beginning.
  function toEnd(newest) {
    element.scrollTop = element.scrollHeight;
    if (newest && newest.offsetHeight > element.clientHeight) newest.scrollIntoView({ block: "start" });
  }

  return { element, show };
}

const concernsMe = (message) => state.me === (message.ephemeral_for || message.user);

function joins(before, message) {
  return (
    before.user === message.user &&
    before.ephemeral_for === message.ephemeral_for &&
    !message.ephemeral_for &&
    message.user !== state.app.bot_user &&
    Number(message.ts) - Number(before.ts) < GROUP_SECONDS &&
    dayOf(before.ts) === dayOf(message.ts)
  );
}

function reconcile(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
