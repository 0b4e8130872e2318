// The middle of the page: a channel with its messages, or the app with its Home and Messages tabs.

import { act } from "./api.js";
import { composer } from "./composer.js";
import { fill, h, icon } from "./dom.js";
import { messageList } from "./list.js";
import { avatar } from "./message.js";
import { atHome, changed, channelOf, messagesOf, placeName, repliesByThread, state, userOf } from "./state.js";
import { T } from "./texts.js";
import { toggleTheme } from "./theme.js";
import { homeTab } from "./views.js";
import { statusLine, suggestions } from "./agent.js";

let list = null;
let place = "";

/** Open a thread beside the channel. */
export function openThread(ts) {
  state.thread = { channel: state.place, ts };
  changed("thread");
}

/** Build the middle anew, for another place, tab or person. */
export function showPlace() {
  const main = document.getElementById("main");
  const channel = channelOf(state.place);
  place = channel.id;
  const home = atHome();
  if (!home) state.unread.delete(channel.id);
  list = messageList({ days: true, onThread: openThread });
  const body = home
    ? h("div", { class: "home-scroll" }, homeTab())
    : [list.element, composer({ channel, autofocus: matchMedia("(min-width: 760px)").matches })];
  fill(main, head(channel), notice(), channel.kind === "im" ? tabs() : null, body);
  if (!home) showMessages();
}

/** Bring the messages up to date. */
export function showMessages() {
  const channel = channelOf(place);
  if (atHome()) document.querySelector("#main .tabs")?.replaceWith(tabs());
  if (!list || atHome()) return;
  const messages = messagesOf(channel.id);
  list.show(messages, {
    replies: repliesByThread(channel.id),
    lead: lead(channel, messages.length === 0),
    tail: statusLine(channel.id),
  });
}

/** Bring the Home tab up to date, where it is looked at. */
export function showHome() {
  const scroll = document.querySelector(".home-scroll");
  if (scroll) fill(scroll, homeTab());
}

/** Bring the line about the app's connection up to date. */
export function showNotice() {
  document.querySelector("#main .notice")?.replaceWith(notice());
}

function head(channel) {
  const button = (label, shape, onclick, pressed) =>
    h("button", { type: "button", class: "icon-button", title: label, "aria-label": label, "aria-pressed": pressed, onclick }, icon(shape));
  const direct = channel.kind === "im";
  return h(
    "header",
    { class: "head" },
    h("button", { type: "button", class: "icon-button drawer", "aria-label": T.menu, onclick: () => document.body.classList.toggle("drawer-open") }, icon("menu")),
    direct ? avatar(state.app.bot_user, true) : null,
    h("h1", {}, placeName(channel)),
    direct ? h("span", { class: "badge" }, T.app) : null,
    h("span", { class: "topic" }, direct ? state.app.description : channel.topic),
    h("span", { class: "grow" }),
    direct ? null : h("span", { class: "members", title: channel.members.map((id) => userOf(id).real_name).join(", ") }, T.members(channel.members.length)),
    button(T.theme, "theme", toggleTheme),
    button(T.inspector, "code", () => {
      state.inspector = !state.inspector;
      changed("inspector");
    }),
  );
}

function notice() {
  const text = !state.online ? T.offline : state.app.connections ? "" : T.waiting;
  return h("div", { class: "notice", role: "status", hidden: !text }, text);
}

function tabs() {
  const tab = (name, label) =>
    h(
      "button",
      { type: "button", role: "tab", class: "tab", "aria-selected": String(state.tab === name), onclick: () => openApp(name) },
      label,
    );
  const home = state.app.home_tab ? tab("home", T.home) : null;
  const unread = state.unread.get(state.place);
  const count = unread ? h("span", { class: "count", "aria-label": T.unreadCount(unread) }, unread) : null;
  return h("div", { class: "tabs", role: "tablist" }, home, tab("messages", [T.messages, count]));
}

/** Open the app's Home or Messages tab; the app hears of it. */
export function openApp(tab) {
  state.tab = state.app.home_tab ? tab : "messages";
  changed("place");
  act("open_app", { user: state.me, tab: state.tab });
}

function lead(channel, empty) {
  if (channel.kind === "im") return suggestions(channel, empty);
  const main = state.channels[0].id === channel.id;
  if (!main) return h("div", { class: "lead lead-plain" }, h("p", {}, T.channelStart(channel.name)));
  return h(
    "section",
    { class: "lead" },
    h("div", { class: "lead-icon" }, avatar(state.app.bot_user)),
    h("h2", {}, T.welcomeTitle(state.app.name)),
    h("p", {}, T.welcomeText),
    h("div", { class: "examples" }, state.examples.map((text) => example(channel, text))),
  );
}

function example(channel, text) {
  const kind = text.startsWith("/") ? T.exampleCommand : T.exampleMention;
  const onclick = () => act("enter", { user: state.me, channel: channel.id, text });
  return h("button", { type: "button", class: "example", onclick }, h("span", { class: "example-text" }, text), h("small", {}, kind));
}
