// A list that opens under a button: options, optionally with a search field. One is open at a time.

import { fill, h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { shownOption } from "./options.js";
import { T } from "./texts.js";

let close = () => {};

/**
 * Open a menu under `anchor`. `source` is {least, load(query)}; `search` shows a field; `multi` keeps it open;
 * `chosen()` returns what is chosen; `onPick(option)` runs at each pick.
 */
export function openMenu(anchor, { source, search = false, multi = false, chosen = () => [], onPick }) {
  close();
  const list = h("div", { class: "menu-list", role: "listbox", "aria-multiselectable": String(multi) });
  const field = h("input", { class: "menu-search", placeholder: T.search, "aria-label": T.search, role: "combobox" });
  const box = h("div", { class: "menu" }, search ? field : null, list);
  let active = -1;
  let asked = 0;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const mark = (index) => {
    const all = options();
    active = all.length ? (index + all.length) % all.length : -1;
    all.forEach((each, at) => each.classList.toggle("active", at === active));
    all[active]?.scrollIntoView({ block: "nearest" });
  };
  const row = (option) => {
    const text = shownOption(option);
    const is = (one) => (typeof one === "string" ? one === option.value : one?.value === option.value);
    return h(
      "div",
      {
        class: "menu-option",
        role: "option",
        tabIndex: -1,
        "aria-selected": String(chosen().some(is)),
        onclick: () => {
          if (!multi) close();
          onPick(option);
          if (multi) show(field.value);
        },
      },
      typeof text === "string" ? text : textObject(text),
      option.description ? h("small", {}, textObject(option.description)) : null,
    );
  };
  const show = async (query) => {
    const turn = ++asked;
    if (query.length < source.least) return void fill(list, note(T.typeMore(source.least)));
    if (!list.children.length) fill(list, note(T.loading));
    const groups = await source.load(query);
    if (turn !== asked) return;
    fill(
      list,
      groups.map((group) => [
        group.label ? h("div", { class: "menu-group" }, textObject(group.label)) : null,
        group.options.map(row),
      ]),
    );
    if (!options().length) fill(list, note(T.noOptions));
    mark(search ? 0 : -1);
  };
  const keys = (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close(true);
    else if (event.key === "ArrowDown") mark(active + 1);
    else if (event.key === "ArrowUp") mark(active - 1);
    else if (event.key === "Enter" && active >= 0) options()[active].click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const outside = (event) => {
    if (!box.contains(event.target) && !anchor.contains(event.target)) close();
  };

  close = (refocus = false) => {
    box.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (refocus) anchor.focus();
    close = () => {};
  };
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(field.value), 150);
  });
  box.addEventListener("keydown", keys);
  document.addEventListener("pointerdown", outside, true);
  document.getElementById("layers").append(box);
  anchor.setAttribute("aria-expanded", "true");
  place(box, anchor);
  (search ? field : box).focus();
  if (!search) {
    box.tabIndex = -1;
    box.focus();
  }
  show("").then(() => place(box, anchor));
}

/** Close the open menu, if there is one. */
export const closeMenu = () => close();

function note(text) {
  return h("div", { class: "menu-note" }, text);
}

function place(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const width = Math.max(220, Math.min(at.width, 420));
  box.style.minWidth = `${width}px`;
  box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - Math.max(box.offsetWidth, width) - 8))}px`;
  const below = innerHeight - at.bottom > box.offsetHeight + 12 || at.top < box.offsetHeight + 12;
  box.style.top = below ? `${at.bottom + 4}px` : `${at.top - box.offsetHeight - 4}px`;
}
