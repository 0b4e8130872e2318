// One message: its author, time, content, reactions, thread link and the tools that show on hover.

import { act } from "./api.js";
import { content } from "./blocks.js";
import { h, icon, toast } from "./dom.js";
import { emoji, REACTIONS } from "./emoji.js";
import { jsonView } from "./json_view.js";
import { dialog, raise } from "./layers.js";
import { openMenu } from "./menus.js";
import { unescape } from "./mrkdwn.js";
import { state, userOf } from "./state.js";
import { T } from "./texts.js";
import { fullTimeOf, timeOf } from "./time.js";

const surfaces = new Map();

function surfaceOf(message) {
  const key = `${message.channel}/${message.ts}`;
  if (!surfaces.has(key)) surfaces.set(key, { values: {} });
  const surface = surfaces.get(key);
  surface.send = (name, body) =>
    act(name, {
      user: state.me,
      source: { channel: message.channel, ts: message.ts, values: surface.values },
      ...body,
    });
  return surface;
}

/** A person's or app's picture: the app's icon, or a letter on a colour. */
export function avatar(userId, small = false) {
  const size = small ? " avatar-small" : "";
  if (userId === state.app.bot_user) {
    return h("img", { class: `avatar${size}`, src: "/static/icon.svg", alt: "" });
  }
  const index = state.people.indexOf(userId);
  const letter = userId === "USLACKBOT" ? "#" : userOf(userId).real_name.slice(0, 1);
  return h("span", { class: `avatar avatar-${index < 0 ? "none" : index}${size}`, "aria-hidden": "true" }, letter);
}

/**
 * Turn a message into an element. `compact` leaves author and picture out, under a message of the same author;
 * `replies` are those of its thread; `onThread(ts)` opens the thread, and is absent inside one.
 */
export function messageElement(message, { compact = false, replies = [], onThread } = {}) {
  const user = userOf(message.user);
  const classes = ["message"];
  if (compact) classes.push("compact");
  if (message.ephemeral_for) classes.push("ephemeral");
  const time = h("time", { title: fullTimeOf(message.ts) }, timeOf(message.ts));
  return h(
    "article",
    { class: classes.join(" "), dataset: { ts: message.ts }, "aria-label": `${user.real_name}, ${timeOf(message.ts)}` },
    h("div", { class: "gutter" }, compact ? time : avatar(message.user)),
    h(
      "div",
      { class: "message-main" },
      message.ephemeral_for
        ? h("div", { class: "only-you" }, icon("eye"), T.onlyYou)
        : null,
      compact
        ? null
        : h(
            "div",
            { class: "author" },
            h("span", { class: "author-name" }, user.real_name),
            user.is_bot ? h("span", { class: "badge" }, T.app) : null,
            time,
          ),
      h(
        "div",
        { class: "message-content" },
        content(message, surfaceOf(message)),
        message.edited ? h("span", { class: "edited" }, T.edited) : null,
      ),
      reactions(message),
      onThread && replies.length ? threadLink(message, replies, onThread) : null,
      message.ephemeral_for
        ? h("button", { type: "button", class: "dismiss", onclick: () => remove(message) }, T.dismiss)
        : null,
    ),
    tools(message, onThread),
  );
}

function threadLink(message, replies, onThread) {
  const people = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  return h(
    "button",
    { type: "button", class: "thread-link", onclick: () => onThread(message.ts) },
    h("span", { class: "thread-faces" }, people.map((id) => avatar(id, true))),
    h("span", { class: "thread-count" }, T.replies(replies.length)),
    h("span", { class: "thread-last" }, T.lastReply(timeOf(replies.at(-1).ts))),
  );
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return h(
    "div",
    { class: "reactions" },
    message.reactions.map((reaction) =>
      h(
        "button",
        {
          type: "button",
          class: "reaction",
          "aria-pressed": String(reaction.users.includes(state.me)),
          title: reaction.users.map((id) => userOf(id).real_name).join(", "),
          onclick: () => react(message, reaction.name),
        },
        emoji(reaction.name),
        h("span", {}, reaction.count),
      ),
    ),
  );
}

function tools(message, onThread) {
  const tool = (label, shape, onclick) =>
    h("button", { type: "button", class: "tool", title: label, "aria-label": label, onclick }, shape);
  const more = tool(T.more, icon("dots"), () => openMore(more, message));
  const shared = message.ephemeral_for
    ? []
    : [
        REACTIONS.map(([name, shape, says]) => tool(`${T.react}: ${says}`, icon(shape), () => react(message, name))),
        onThread ? tool(T.reply, icon("thread"), () => onThread(message.thread_ts ?? message.ts)) : null,
      ];
  return h("div", { class: "tools" }, shared, more);
}

function openMore(anchor, message) {
  const own = message.user === state.me;
  const shortcuts = message.ephemeral_for ? [] : state.app.shortcuts.filter((each) => each.scope === "message");
  const options = [
    ...shortcuts.map((each) => ({ name: each.name, value: `shortcut:${each.callback_id}` })),
    own && { name: T.edit, value: "edit" },
    (own || message.ephemeral_for) && { name: T.remove, value: "remove" },
    { name: T.showJson, value: "json" },
  ].filter(Boolean);
  openMenu(anchor, {
    source: { least: 0, load: async () => [{ options }] },
    onPick: ({ value }) => {
      if (value === "json") showJson(message);
      else if (value === "remove") remove(message);
      else if (value === "edit") edit(message);
      else useShortcut(message, value.slice("shortcut:".length));
    },
  });
}

async function useShortcut(message, callbackId) {
  const where = { channel: message.channel, ts: message.ts };
  const answer = await act("shortcut", { user: state.me, callback_id: callbackId, message: where });
  if (!answer.ok) toast(answer.shown ?? T.failed, "error");
}

const react = (message, name) => act("react", { user: state.me, channel: message.channel, ts: message.ts, name });
const remove = (message) => act("delete", { user: state.me, channel: message.channel, ts: message.ts });

function showJson(message) {
  const { is_reply, broadcast, ...plain } = message;
  const close = () => veil.remove();
  const veil = dialog({ title: "JSON", label: "JSON", body: jsonView(plain, 4), foot: [], onClose: close });
  raise(veil);
}

function edit(message) {
  const field = h("textarea", { class: "field", rows: 4 });
  field.value = unescape(message.text.replace(/<@(\w+)>/g, (_, id) => `@${userOf(id).name}`).replace(/<(https?:[^>|]+)>/g, "$1"));
  const close = () => veil.remove();
  const save = async () => {
    close();
    await act("edit", { user: state.me, channel: message.channel, ts: message.ts, text: field.value });
  };
  const veil = dialog({
    title: T.edit,
    label: T.edit,
    body: field,
    foot: [
      h("button", { type: "button", class: "button", onclick: close }, T.cancel),
      h("button", { type: "button", class: "button button-primary", onclick: save }, T.save),
    ],
    onClose: close,
  });
  raise(veil);
}
