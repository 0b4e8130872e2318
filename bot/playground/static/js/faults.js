// The switches for faults, in the side panel: what a bot meets at Slack sooner or later.

import { act } from "./api.js";
import { h } from "./dom.js";
import { state } from "./state.js";
import { F } from "./texts.js";

const SWITCHES = ["rate_limits", "duplicate_events"];
const COUNTS = ["server_errors", "lost_responses", "unacked"];

/** The panel's section of faults. */
export function faultSwitches() {
  return h(
    "details",
    { class: "faults" },
    h("summary", {}, F.title),
    h("p", { class: "quiet" }, F.text),
    SWITCHES.map(onOff),
    h("label", { class: "box" }, delay(), h("span", {}, F.event_delay)),
    h("div", { class: "actions" }, COUNTS.map(once)),
    h(
      "div",
      { class: "actions" },
      linkButton(F.drop, {}),
      linkButton(F.refresh, { reason: "refresh_requested" }),
      linkButton(F.warning, { reason: "warning" }),
    ),
  );
}

function onOff(name) {
  const box = h("input", { type: "checkbox", checked: state.faults[name] });
  box.addEventListener("change", () => set({ [name]: box.checked }));
  return h("label", { class: "box" }, box, h("span", {}, F[name]));
}

function delay() {
  const box = h("input", { type: "checkbox", checked: state.faults.event_delay > 0 });
  box.addEventListener("change", () => set({ event_delay: box.checked ? 5 : 0 }));
  return box;
}

function once(name) {
  return h("button", { type: "button", class: "button", onclick: () => set({ [name]: 1 }) }, F[name]);
}

function linkButton(label, body) {
  return h("button", { type: "button", class: "button", onclick: () => act("link", body) }, label);
}

function set(wanted) {
  Object.assign(state.faults, wanted);
  act("faults", wanted);
}
