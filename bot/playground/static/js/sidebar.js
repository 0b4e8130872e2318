// The left: the workspace, its channels, the app, and who is at the page.

import { act } from "./api.js";
import { openApp } from "./channel.js";
import { fill, h, icon, toast } from "./dom.js";
import { confirmed } from "./layers.js";
import { avatar } from "./message.js";
import { openMenu } from "./menus.js";
import { changed, channelOf, directChannel, state, userOf } from "./state.js";
import { T } from "./texts.js";

/** Build the sidebar anew. */
export function showSidebar() {
  fill(
    document.getElementById("sidebar"),
    h("header", { class: "team" }, h("span", { class: "team-name" }, state.team), shortcutButton(), resetButton()),
    h(
      "div",
      { class: "places" },
      h("h2", {}, T.channels),
      h("ul", {}, state.channels.filter((channel) => channel.kind === "channel").map(channelRow)),
      h("h2", {}, T.apps),
      h("ul", {}, appRow()),
    ),
    person(),
  );
}

function row({ id, mark, label, after, onclick, title }) {
  const unread = state.unread.get(id) ?? 0;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: `place${unread ? " unread" : ""}`,
        title,
        "aria-current": state.place === id ? "page" : undefined,
        onclick,
      },
      mark,
      h("span", { class: "place-name" }, label),
      after,
      unread ? h("span", { class: "count", "aria-label": T.unreadCount(unread) }, unread) : null,
    ),
  );
}

function channelRow(channel) {
  const absent = !channel.members.includes(state.app.bot_user);
  return row({
    id: channel.id,
    mark: h("span", { class: "hash", "aria-hidden": "true" }, "#"),
    label: channel.name,
    after: absent ? h("span", { class: "absent" }, T.absent) : null,
    title: absent ? T.notMember : channel.topic,
    onclick: () => goTo(channel.id),
  });
}

function appRow() {
  const online = state.app.connections > 0;
  const dot = h("span", {
    class: `dot${online ? " online" : ""}`,
    role: "img",
    "aria-label": online ? T.connected : T.disconnected,
  });
  return row({
    id: directChannel().id,
    mark: h("span", { class: "face" }, avatar(state.app.bot_user, true), dot),
    label: state.app.name,
    title: online ? T.connected : T.disconnected,
    onclick: () => goTo(directChannel().id),
  });
}

/** Look at another channel, or at the app. */
export function goTo(channelId) {
  document.body.classList.remove("drawer-open");
  const channel = channelOf(channelId);
  if (!channel) return;
  if (state.thread && state.thread.channel !== channelId) {
    state.thread = null;
    changed("thread");
  }
  state.place = channelId;
  history.replaceState(null, "", `#${channelId}`);
  if (channel.kind === "im") openApp(state.unread.get(channelId) ? "messages" : "home");
  else changed("place");
}

function shortcutButton() {
  const offered = state.app.shortcuts.filter((each) => each.scope === "global");
  const steps = state.app.steps;
  if (!offered.length && !steps.length) return null;
  const made = h("button", { type: "button", class: "icon-button", "aria-label": T.shortcuts, title: T.shortcuts }, icon("bolt"));
  const named = (list, kind) => list.map((each) => ({ name: each.name, value: `${kind}:${each.callback_id}` }));
  const groups = [{ options: named(offered, "shortcut") }];
  if (steps.length) groups.push({ label: { text: T.steps }, options: named(steps, "step") });
  made.addEventListener("click", () =>
    openMenu(made, {
      source: { least: 0, load: async () => groups },
      onPick: async ({ value }) => {
        const [kind, callbackId] = value.split(/:(.*)/);
        const answer = await act(kind, { user: state.me, callback_id: callbackId });
        if (!answer.ok) toast(answer.shown ?? T.failed, "error");
      },
    }),
  );
  return made;
}

function resetButton() {
  const onclick = async () => {
    const confirm = { title: { text: T.resetTitle }, text: { text: T.resetText }, style: "danger" };
    if (await confirmed(confirm)) act("reset", {});
  };
  return h("button", { type: "button", class: "icon-button", "aria-label": T.reset, title: T.reset, onclick }, icon("reset"));
}

function person() {
  const made = h(
    "button",
    { type: "button", class: "me", "aria-label": `${T.switchUser}: ${userOf(state.me).real_name}`, title: T.switchUser },
    avatar(state.me, true),
    h("span", { class: "me-name" }, userOf(state.me).real_name),
    h("small", {}, T.you),
    icon("updown"),
  );
  const options = state.people.map((id) => ({ name: userOf(id).real_name, value: id }));
  made.addEventListener("click", () =>
    openMenu(made, {
      source: { least: 0, load: async () => [{ options }] },
      chosen: () => [state.me],
      onPick: ({ value }) => become(value),
    }),
  );
  return made;
}

function become(id) {
  state.me = id;
  localStorage.setItem("me", id);
  if (channelOf(state.place).kind === "im") state.place = directChannel().id;
  state.thread = null;
  changed("all");
}
