// Where a person types: a field that grows, completes commands and mentions, and sends on Enter.

import { act } from "./api.js";
import { completionsFor } from "./completion.js";
import { fill, h, icon, toast } from "./dom.js";
import { avatar } from "./message.js";
import { placeName, state } from "./state.js";
import { T } from "./texts.js";

let made = 0;

/** Make a composer for a channel, or for a thread of it. */
export function composer({ channel, threadTs = null, autofocus = false }) {
  const id = threadTs ? `reply-input` : "composer-input";
  const listId = `completions-${++made}`;
  const label = threadTs ? T.composerReply : T.composer(placeName(channel));
  const field = h("textarea", {
    id,
    class: "composer-field",
    rows: 1,
    placeholder: label,
    "aria-label": label,
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": listId,
    "aria-expanded": "false",
    autocomplete: "off",
  });
  const list = h("div", { class: "completions", id: listId, role: "listbox", "aria-label": T.completions, hidden: true });
  const sendButton = h("button", { type: "button", class: "send", "aria-label": T.send, title: T.send }, icon("send"));
  let offer = null;
  let active = -1;

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 240)}px`;
    sendButton.disabled = !field.value.trim();
  };
  const showOffer = () => {
    offer = completionsFor(field.value, field.selectionStart, Boolean(threadTs));
    active = offer?.eager ? 0 : -1;
    list.hidden = !offer;
    field.setAttribute("aria-expanded", String(Boolean(offer)));
    if (!offer) return;
    fill(list, offer.options.map((option, index) => row(option, index)));
    mark(active);
  };
  const row = (option, index) =>
    h(
      "div",
      {
        class: "completion",
        role: "option",
        id: `${listId}-${index}`,
        onpointerdown: (event) => {
          event.preventDefault();
          take(index);
        },
      },
      option.user ? avatar(option.user, true) : option.app ? avatar(state.app.bot_user, true) : h("span", { class: "completion-slash" }, "/"),
      h("span", { class: "completion-label" }, option.label),
      option.usage ? h("span", { class: "completion-usage" }, option.usage) : null,
      h("span", { class: "completion-hint" }, option.hint),
    );
  const mark = (index) => {
    active = index;
    [...list.children].forEach((each, at) => each.setAttribute("aria-selected", String(at === index)));
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `${listId}-${index}`);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const take = (index) => {
    const { text } = offer.options[index];
    const after = field.value.slice(field.selectionStart).replace(/^ /, "");
    field.value = field.value.slice(0, offer.start) + text + after;
    field.selectionStart = field.selectionEnd = offer.start + text.length;
    grow();
    showOffer();
    field.focus();
  };
  const insert = (text) => {
    field.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    grow();
    showOffer();
  };
  const hide = () => {
    offer = null;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  };
  const send = async () => {
    const text = field.value;
    if (!text.trim()) return;
    field.value = "";
    grow();
    hide();
    const answer = await act("enter", { user: state.me, channel: channel.id, text, thread_ts: threadTs ?? undefined });
    if (!answer.ok) {
      toast(T.failed, "error");
      if (!field.value) field.value = text;
    }
  };

  field.addEventListener("input", () => (grow(), showOffer()));
  field.addEventListener("blur", () => setTimeout(hide, 100));
  field.addEventListener("keydown", (event) => {
    // While a Hangul syllable is being composed, Enter ends the syllable and not the message.
    if (event.isComposing || event.keyCode === 229) return;
    const count = offer?.options.length ?? 0;
    if (count && event.key === "ArrowDown") mark((active + 1) % count);
    else if (count && event.key === "ArrowUp") mark((active + count - (active < 0 ? 0 : 1)) % count);
    else if (count && event.key === "Escape") hide();
    else if (count && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey && active >= 0) take(active);
    else if (count && event.key === "Tab" && !event.shiftKey) take(0);
    else if (event.key === "Enter" && !event.shiftKey) send();
    else return;
    event.preventDefault();
  });
  sendButton.addEventListener("click", send);
  if (autofocus) queueMicrotask(() => field.focus());
  queueMicrotask(grow);
  const quick = (text, title) =>
    h("button", { type: "button", class: "quick", title, "aria-label": title, onclick: () => insert(text) }, text);
  const command = () => h("button", {
    type: "button", class: "quick", title: T.insertCommand, "aria-label": T.insertCommand,
    onclick: () => { field.value = "/"; insert(""); },
  }, "/");
  return h(
    "div",
    { class: "composer" },
    list,
    h(
      "div",
      { class: "composer-box" },
      field,
      h(
        "div",
        { class: "composer-bar" },
        threadTs ? null : command(),
        quick(`@${state.app.name} `, T.insertMention),
        h("span", { class: "grow" }),
        h("span", { class: "composer-help" }, T.composerHelp),
        sendButton,
      ),
    ),
  );
}
