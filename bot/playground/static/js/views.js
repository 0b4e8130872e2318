// Views: the Home tab, and the stack of modals of which the top one shows.

import { act } from "./api.js";
import { blocks } from "./blocks.js";
import { h, toast } from "./dom.js";
import { dialog, raise } from "./layers.js";
import { closeMenu } from "./menus.js";
import { plainText } from "./mrkdwn.js";
import { state } from "./state.js";
import { T } from "./texts.js";

const surfaces = new Map();
let shown = null;

function surfaceOf(view) {
  let surface = surfaces.get(view.id);
  if (!surface) {
    surface = { values: structuredClone(view.state?.values ?? {}) };
    surfaces.set(view.id, surface);
  }
  surface.errors = view.errors ?? {};
  surface.send = (name, body) =>
    act(name, { user: state.me, source: { view_id: view.id, values: surface.values }, ...body });
  forget(surface, view);
  return surface;
}

function forget(surface, view) {
  const present = new Set(view.blocks.map((block) => block.block_id));
  for (const blockId of Object.keys(surface.values)) if (!present.has(blockId)) delete surface.values[blockId];
}

/** Turn the Home tab of the person at the page into an element. */
export function homeTab() {
  const view = state.homes[state.me];
  if (!view) return h("div", { class: "home home-empty" }, h("p", {}, T.homeEmpty));
  return h("div", { class: "home" }, blocks(view.blocks, surfaceOf(view)));
}

/** Show the top modal of the person at the page, or none. */
export function showModals() {
  const stack = state.modals[state.me] ?? [];
  const view = stack.at(-1);
  const same = view && shown && shown.view.id === view.id && shown.view.hash === view.hash;
  if (same && JSON.stringify(shown.view.errors) === JSON.stringify(view.errors)) return;
  closeMenu();
  const scroll = shown?.view.id === view?.id ? shown?.veil.querySelector(".dialog-body").scrollTop : 0;
  const focus = document.activeElement?.id;
  shown?.veil.remove();
  shown = null;
  if (!view) {
    for (const id of surfaces.keys()) if (!Object.values(state.homes).some((home) => home?.id === id)) surfaces.delete(id);
    return;
  }
  const veil = modal(view);
  shown = { view, veil };
  raise(veil);
  veil.querySelector(".dialog-body").scrollTop = scroll ?? 0;
  if (focus) document.getElementById(focus)?.focus();
}

function modal(view) {
  const surface = surfaceOf(view);
  const onClose = () => act("close", { user: state.me, view_id: view.id });
  const label = view.title?.text ?? "";
  const form = h("form", { id: "modal-form", novalidate: true }, blocks(view.blocks, surface));
  const done = view.submit
    ? h("button", { type: "submit", class: "button button-primary", form: "modal-form" }, plainText(view.submit))
    : null;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(view, surface, form, done);
  });
  return dialog({
    title: plainText(view.title),
    label,
    body: form,
    foot: [
      h("button", { type: "button", class: "button", onclick: onClose }, view.close ? plainText(view.close) : T.close),
      done,
    ],
    onClose,
  });
}

async function submit(view, surface, form, done) {
  const lacking = view.blocks.filter((block) => block.type === "input" && !block.optional && isEmpty(block, surface));
  for (const old of form.querySelectorAll(".input-error")) old.remove();
  for (const block of lacking) {
    const help = document.getElementById(`${block.block_id}-help`);
    help.prepend(h("p", { class: "input-error", role: "alert" }, T.required));
  }
  if (lacking.length || done?.getAttribute("aria-busy") === "true") return;
  done?.setAttribute("aria-busy", "true");
  const answer = await act("submit", { user: state.me, view_id: view.id, values: surface.values });
  done?.removeAttribute("aria-busy");
  if (!answer.ok) toast(answer.shown ?? T.failed, "error");
}

function isEmpty(block, surface) {
  const slot = surface.values[block.block_id]?.[block.element.action_id] ?? {};
  const value = Object.entries(slot).find(([name]) => name !== "type")?.[1];
  return value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
}

