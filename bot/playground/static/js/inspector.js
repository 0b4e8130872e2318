// The side panel of a bot's developer: every payload to the app and every call by it, as JSON.

import { fill, h, icon } from "./dom.js";
import { faultSwitches } from "./faults.js";
import { jsonView } from "./json_view.js";
import { changed, state } from "./state.js";
import { T } from "./texts.js";
import { secondsOf } from "./time.js";

let wanted = "all";
let rows = new Map();
let list = null;

/** Build the panel, or hide it. */
export function showInspector() {
  const pane = document.getElementById("inspector");
  pane.hidden = !state.inspector;
  document.body.classList.toggle("with-inspector", state.inspector);
  if (!state.inspector) return void fill(pane);
  rows = new Map();
  list = h("ol", { class: "log", role: "log", tabIndex: 0 });
  fill(
    pane,
    h(
      "header",
      { class: "head" },
      h("h2", {}, T.inspectorTitle),
      h("span", { class: "grow" }),
      h("button", { type: "button", class: "icon-button", "aria-label": T.close, title: T.close, onclick: close }, icon("close")),
    ),
    h("div", { class: "filters", role: "group" }, ["all", "to_app", "from_app"].map(filter)),
    faultSwitches(),
    list,
  );
  for (const entry of state.log) showEntry(entry);
  if (!state.log.length) list.append(h("li", { class: "log-empty" }, T.inspectorEmpty));
}

/** Add an entry, or bring it up to date. */
export function showEntry(entry) {
  if (!state.inspector || !list || (wanted !== "all" && entry.way !== wanted)) return;
  list.querySelector(".log-empty")?.remove();
  const made = row(entry);
  const old = rows.get(entry.id);
  rows.set(entry.id, made);
  if (old) {
    made.firstChild.open = old.firstChild.open;
    old.replaceWith(made);
    return;
  }
  list.prepend(made);
}

function filter(name) {
  const label = { all: T.all, to_app: T.toApp, from_app: T.fromApp }[name];
  const onclick = () => {
    wanted = name;
    showInspector();
  };
  return h("button", { type: "button", class: "filter", "aria-pressed": String(wanted === name), onclick }, label);
}

function row(entry) {
  const outward = entry.way === "to_app";
  const good = entry.note === "ok" || entry.note === "ack";
  const summary = h(
    "summary",
    {},
    h("span", { class: `way way-${entry.way}`, title: outward ? T.toApp : T.fromApp }, outward ? "→" : "←"),
    h("span", { class: "log-title" }, entry.title),
    h("span", { class: `log-note ${good ? "good" : entry.note ? "bad" : ""}` }, entry.note || "…"),
    h("time", {}, secondsOf(entry.at)),
  );
  const details = h("details", {}, summary);
  details.addEventListener("toggle", () => {
    if (!details.open || details.children.length > 1) return;
    details.append(jsonView(entry.body, 3));
    if (entry.answer) details.append(h("p", { class: "log-answer" }, T.answer), jsonView(entry.answer, 2));
  });
  return h("li", {}, details);
}

function close() {
  state.inspector = false;
  changed("inspector");
}
