// Slack's mrkdwn → DOM (docs.slack.dev/messaging/formatting-message-text).
//
// Only <…> and the three entities are special; whatever does not parse stays as it was written. Markers count
// only beside what is no letter: in "*KT*는" the stars stay, as they do in Slack.

import { append, h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { channelOf, state, userOf } from "./state.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const INLINE = /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+-]+(?:::skin-tone-[2-6])?):|([*_~])/g;
const WORD = /[\p{L}\p{N}]/u;

export const unescape = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

/** Turn a mrkdwn text into a fragment. */
export function mrkdwn(text) {
  const fragment = document.createDocumentFragment();
  for (const [index, part] of String(text).split("```").entries()) {
    if (index % 2) fragment.append(h("pre", { class: "code" }, unescape(part.replace(/^\n/, ""))));
    else if (part) append(fragment, paragraphs(part));
  }
  return fragment;
}

/** Turn plain_text into a fragment: entities and emoji, nothing else. */
export function plainText(object) {
  const text = unescape(object?.text ?? "");
  if (object?.emoji === false) return document.createTextNode(text);
  return document.createTextNode(text.replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name)));
}

/** Turn any text object into nodes. */
export function textObject(object) {
  return object?.type === "mrkdwn" ? mrkdwn(object.text) : plainText(object);
}

function paragraphs(text) {
  const nodes = [];
  let quote = null;
  let first = true;
  for (const line of text.split("\n")) {
    const quoted = line.match(/^(?:&gt;|>) ?(.*)$/);
    if (quoted) {
      if (quote) quote.append(h("br"));
      else nodes.push((quote = h("blockquote")));
      append(quote, inline(quoted[1]));
    } else {
      if (!first && !quote) nodes.push(h("br"));
      nodes.push(inline(line));
      quote = null;
    }
    first = false;
  }
  return nodes;
}

function inline(text) {
  const nodes = [];
  let end = 0;
  INLINE.lastIndex = 0;
  for (let token; (token = INLINE.exec(text)); ) {
    const [whole, angle, code, name, marker] = token;
    let node = null;
    let length = whole.length;
    if (angle) node = special(angle);
    else if (code) node = h("code", {}, unescape(code));
    else if (name) node = document.createTextNode(emoji(name));
    else {
      const close = closing(text, token.index, marker);
      if (close < 0) continue;
      node = h({ "*": "strong", _: "em", "~": "s" }[marker], {}, inlineOf(text.slice(token.index + 1, close)));
      length = close + 1 - token.index;
    }
    if (token.index > end) nodes.push(unescape(text.slice(end, token.index)));
    nodes.push(node);
    end = token.index + length;
    INLINE.lastIndex = end;
  }
  if (end < text.length) nodes.push(unescape(text.slice(end)));
  return nodes;
}

function inlineOf(text) {
  const kept = INLINE.lastIndex;
  const nodes = inline(text);
  INLINE.lastIndex = kept;
  return nodes;
}

function closing(text, open, marker) {
  const before = text[open - 1] ?? "";
  if (WORD.test(before) || /\s/.test(text[open + 1] ?? " ")) return -1;
  for (let at = text.indexOf(marker, open + 2); at > 0; at = text.indexOf(marker, at + 1)) {
    if (!/\s/.test(text[at - 1]) && !WORD.test(text[at + 1] ?? "")) return at;
  }
  return -1;
}

function special(inside) {
  const [target, label] = split(inside);
  if (target.startsWith("@")) return userMention(target.slice(1));
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) return document.createTextNode(label || target);
  if (target.startsWith("!")) return h("span", { class: "mention mention-me" }, `@${label || target.slice(1)}`);
  return link(unescape(target), unescape(label || target));
}

function split(inside) {
  const bar = inside.indexOf("|");
  return bar < 0 ? [inside, ""] : [inside.slice(0, bar), inside.slice(bar + 1)];
}

export function userMention(id) {
  const mine = id === state.me ? " mention-me" : "";
  return h("span", { class: `mention${mine}` }, `@${userOf(id).real_name}`);
}

export function channelMention(id, label = "") {
  const channel = channelOf(id);
  return h("a", { class: "mention", href: `#${id}` }, `#${channel?.name ?? (label || id)}`);
}
