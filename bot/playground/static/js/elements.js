// Block elements that act: buttons, menus, pickers. An act goes to the app, and its element waits for the ack.

import { h, icon, imageUrl, safeUrl, toast } from "./dom.js";
import { choice } from "./inputs.js";
import { confirmed } from "./layers.js";
import { openMenu } from "./menus.js";
import { plainText, textObject, unescape } from "./mrkdwn.js";
import { menuSource, multiOf, shownOption } from "./options.js";
import { T } from "./texts.js";
import { remember, remembered } from "./values.js";

const ELEMENTS = {
  button,
  workflow_button: button,
  image,
  overflow,
  feedback_buttons: feedback,
  icon_button: iconButton,
};

/** Turn one element into DOM. `acts` says whether a choice is sent at once (false in input blocks). */
export function element(each, block, surface, acts = true) {
  if (ELEMENTS[each.type]) return ELEMENTS[each.type](each, block, surface);
  if (/_select$/.test(each.type)) return select(each, block, surface, acts);
  return choice(each, block, surface, (chosen, node) => acts && send(each, block, surface, chosen, node));
}

/** Send an act; the node shows that it waits, and what went wrong. */
export async function send(each, block, surface, chosen, node) {
  if (node.getAttribute("aria-busy") === "true") return false;
  if (each.confirm && !(await confirmed(each.confirm))) return false;
  node.setAttribute("aria-busy", "true");
  const answer = await surface.send("act", { block_id: block.block_id, action_id: each.action_id, chosen });
  node.removeAttribute("aria-busy");
  if (!answer.ok) toast(answer.shown ?? (answer.error === "message_not_found" ? T.gone : T.failed), "error");
  return answer.ok;
}

function button(each, block, surface) {
  const style = ["primary", "danger"].includes(each.style) ? ` button-${each.style}` : "";
  const props = { class: `button${style}`, "aria-label": each.accessibility_label };
  const label = h("span", { class: "button-label" }, plainText(each.text));
  const act = (event) => send(each, block, surface, {}, event.currentTarget);
  const href = each.url ? safeUrl(each.url) : null;
  if (href) {
    return h(
      "a",
      { ...props, href, target: "_blank", rel: "noopener noreferrer", onclick: act },
      label,
      icon("external"),
    );
  }
  return h("button", { ...props, type: "button", onclick: act }, label);
}

function iconButton(each, block, surface) {
  const onclick = (event) => send(each, block, surface, {}, event.currentTarget);
  const label = unescape(each.text?.text ?? "");
  const shape = each.icon === "trash" ? "trash" : "dots";
  return h("button", { type: "button", class: "icon-button", title: label, "aria-label": label, onclick }, icon(shape));
}

function feedback(each, block, surface) {
  const one = (side, shape) => {
    const made = h(
      "button",
      { type: "button", class: "icon-button feedback", title: each[side].text.text, "aria-pressed": "false" },
      icon(shape),
      h("span", { class: "visually-hidden" }, plainText(each[side].text)),
    );
    made.addEventListener("click", async () => {
      const { text, value } = each[side];
      if (!(await send(each, block, surface, { text, value }, made))) return;
      for (const other of made.parentNode.children) other.setAttribute("aria-pressed", String(other === made));
    });
    return made;
  };
  return h("span", { class: "feedback-buttons" }, one("positive_button", "up"), one("negative_button", "down"));
}

function image(each) {
  return h("img", { class: "image-element", src: imageUrl(each), alt: each.alt_text ?? "", loading: "lazy" });
}

function overflow(each, block, surface) {
  const made = h(
    "button",
    { type: "button", class: "icon-button", "aria-haspopup": "listbox", "aria-label": T.menu },
    icon("dots"),
  );
  made.addEventListener("click", () =>
    openMenu(made, {
      source: menuSource(each, block, surface),
      onPick: (option) => {
        const href = option.url && safeUrl(option.url);
        if (href) window.open(href, "_blank", "noopener");
        send(each, block, surface, { selected_option: option }, made);
      },
    }),
  );
  return made;
}

function select(each, block, surface, acts) {
  const label = h("span", { class: "select-label" });
  const made = h(
    "button",
    { type: "button", class: "select", "aria-haspopup": "listbox", id: `${block.block_id}-${each.action_id}` },
    label,
    icon("down-small"),
  );
  const multi = multiOf(each);
  const show = () => {
    const chosen = remembered(surface, block, each).filter(Boolean);
    label.replaceChildren(...(chosen.length ? chosen.map((one) => chip(one, multi)) : [placeholder(each)]));
    made.classList.toggle("select-empty", !chosen.length);
  };
  made.addEventListener("click", () =>
    openMenu(made, {
      source: menuSource(each, block, surface),
      search: true,
      multi,
      chosen: () => remembered(surface, block, each),
      onPick: (option) => {
        const value = remember(surface, block, each, option);
        show();
        if (acts) send(each, block, surface, value, made);
      },
    }),
  );
  show();
  return made;
}

function chip(option, multi) {
  const text = shownOption(option);
  return h("span", { class: multi ? "chip" : "" }, typeof text === "string" ? text : textObject(text));
}

function placeholder(each) {
  return h("span", { class: "placeholder" }, each.placeholder ? plainText(each.placeholder) : T.pick);
}
