// rich_text blocks → DOM (docs.slack.dev/reference/block-kit/blocks/rich-text-block).

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { channelMention, userMention } from "./mrkdwn.js";

/** Turn a rich_text block into an element. */
export function richText(block) {
  return h("div", { class: "rich-text" }, (block.elements ?? []).map(part));
}

function part(element) {
  switch (element.type) {
    case "rich_text_section":
      return h("p", { class: "rich-section" }, lines(element.elements));
    case "rich_text_quote":
      return h("blockquote", { class: element.border ? "bordered" : "" }, lines(element.elements));
    case "rich_text_preformatted":
      return h("pre", { class: "code" }, lines(element.elements));
    case "rich_text_list":
      return list(element);
    default:
      return h("code", {}, JSON.stringify(element));
  }
}

function list(element) {
  const tag = element.style === "ordered" ? "ol" : "ul";
  const made = h(tag, { class: `rich-list indent-${Math.min(element.indent ?? 0, 8)}` });
  if (tag === "ol" && element.offset) made.start = element.offset + 1;
  for (const item of element.elements ?? []) made.append(h("li", {}, lines(item.elements)));
  return made;
}

function lines(elements = []) {
  return elements.map((element) => styled(leaf(element), element.style ?? {}));
}

function leaf(element) {
  switch (element.type) {
    case "text":
      return breaks(element.text);
    case "link":
      return link(element.url, element.text || element.url);
    case "user":
      return userMention(element.user_id);
    case "channel":
      return channelMention(element.channel_id);
    case "broadcast":
      return h("span", { class: "mention mention-me" }, `@${element.range}`);
    case "emoji":
      return emoji(element.name);
    case "date":
      return element.fallback ?? new Date(element.timestamp * 1000).toLocaleString("ko-KR");
    case "color":
      return element.value;
    case "citation":
      return element.url ? link(element.url, element.text ?? element.title ?? element.url) : element.text ?? "";
    default:
      return h("code", {}, JSON.stringify(element));
  }
}

function breaks(text) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));
}

function styled(node, style) {
  const tags = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };
  return Object.entries(tags).reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), node);
}
