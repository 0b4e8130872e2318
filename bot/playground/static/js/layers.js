// Dialogs above the page: modals of the app, and questions before an act.

import { h, icon } from "./dom.js";
import { plainText, textObject } from "./mrkdwn.js";
import { T } from "./texts.js";

const FOCUSABLE = "button, a[href], input, textarea, select, [tabindex='0']";

/** Make a dialog: {title, body, foot, onClose}. It keeps the focus inside until it is removed. */
export function dialog({ title, body, foot, onClose, label }) {
  const box = h(
    "div",
    { class: "dialog", role: "dialog", "aria-modal": "true", "aria-label": label },
    h(
      "header",
      { class: "dialog-head" },
      h("h2", {}, title),
      h("button", { type: "button", class: "icon-button", "aria-label": T.close, onclick: onClose }, icon("close")),
    ),
    h("div", { class: "dialog-body" }, body),
    h("footer", { class: "dialog-foot" }, foot),
  );
  const veil = h("div", { class: "veil" }, box);
  veil.addEventListener("pointerdown", (event) => event.target === veil && onClose());
  veil.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) onClose();
    else if (event.key === "Tab") trap(event, box);
  });
  return veil;
}

/** Put a dialog up and the focus into it. */
export function raise(veil) {
  document.getElementById("layers").append(veil);
  const inside = veil.querySelector(".dialog-body");
  (inside.querySelector(FOCUSABLE) ?? veil.querySelector(".dialog-foot button:last-child"))?.focus();
}

function trap(event, box) {
  const all = [...box.querySelectorAll(FOCUSABLE)].filter((each) => !each.disabled && each.offsetParent);
  const first = all[0];
  const last = all.at(-1);
  if (event.shiftKey && document.activeElement === first) last.focus();
  else if (!event.shiftKey && document.activeElement === last) first.focus();
  else return;
  event.preventDefault();
}

/** Ask as a confirm object says; resolves to whether the person agreed. */
export function confirmed(confirm) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const end = (answer) => {
      veil.remove();
      before?.focus?.();
      resolve(answer);
    };
    const style = confirm.style === "danger" ? "button-danger" : "button-primary";
    const veil = dialog({
      title: confirm.title ? plainText(confirm.title) : T.confirm,
      label: confirm.title?.text ?? T.confirm,
      body: h("div", { class: "confirm-text" }, textObject(confirm.text)),
      foot: [
        h("button", { type: "button", class: "button", onclick: () => end(false) },
          confirm.deny ? plainText(confirm.deny) : T.cancel),
        h("button", { type: "button", class: `button ${style}`, onclick: () => end(true) },
          confirm.confirm ? plainText(confirm.confirm) : T.confirm),
      ],
      onClose: () => end(false),
    });
    veil.querySelector(".dialog").classList.add("dialog-small");
    raise(veil);
  });
}
