// Block Kit → DOM. A surface {source, values, send} says where the blocks stand and what an act does.

import { h, imageUrl, link } from "./dom.js";
import { element } from "./elements.js";
import { inputBlock } from "./inputs.js";
import { jsonView } from "./json_view.js";
import { markdown } from "./markdown.js";
import { mrkdwn, plainText, textObject } from "./mrkdwn.js";
import { richText } from "./rich_text.js";
import { T } from "./texts.js";

const BLOCKS = {
  actions: (block, surface) =>
    h("div", { class: "actions" }, block.elements.map((each) => element(each, block, surface))),
  context: (block) => h("div", { class: "context" }, block.elements.map(contextElement)),
  context_actions: (block, surface) =>
    h("div", { class: "context-actions" }, block.elements.map((each) => element(each, block, surface))),
  divider: () => h("hr", { class: "divider" }),
  header: (block) => h("h3", { class: "block-header" }, plainText(block.text)),
  image: imageBlock,
  input: inputBlock,
  markdown: (block) => markdown(block.text),
  rich_text: richText,
  section,
  table,
};

/** Turn blocks into elements; one that is not known shows as JSON. */
export function blocks(list, surface) {
  return list.map((block) => {
    const make = BLOCKS[block.type] ?? unknown;
    const made = make(block, surface);
    made.classList.add("block");
    if (block.block_id) made.dataset.block = block.block_id;
    return made;
  });
}

/** Turn a message's content into elements: its blocks, or its text. */
export function content(message, surface) {
  const made = message.blocks?.length
    ? blocks(message.blocks, surface)
    : message.text
      ? [h("div", { class: "block section" }, mrkdwn(message.text))]
      : [];
  const attached = (message.attachments ?? []).map((each) => attachment(each, surface));
  return [...made, ...attached, ...(message.files ?? []).map(file)];
}

function file(each) {
  if (!each.mimetype.startsWith("image/")) return h("p", { class: "block" }, link(each.url_private, each.title));
  const block = { title: { text: each.title }, alt_text: each.title, image_url: each.url_private };
  const made = imageBlock(block);
  made.classList.add("block");
  return made;
}

function attachment(each, surface) {
  const body = each.blocks ? blocks(each.blocks, surface) : [mrkdwn(each.text ?? each.fallback ?? "")];
  const title = each.title ? h("strong", {}, each.title_link ? link(each.title_link, each.title) : each.title) : null;
  const made = h("div", { class: "attachment" }, title, body);
  if (/^#?[0-9a-f]{6}$/i.test(each.color ?? "")) made.style.borderColor = `#${each.color.replace("#", "")}`;
  return made;
}

function section(block, surface) {
  const text = block.text ? h("div", { class: "section-text" }, textObject(block.text)) : null;
  const fields = block.fields
    ? h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, textObject(field))))
    : null;
  const accessory = block.accessory
    ? h("div", { class: "accessory" }, element(block.accessory, block, surface))
    : null;
  return h("div", { class: "section" }, h("div", { class: "section-body" }, text, fields), accessory);
}

function contextElement(each) {
  if (each.type === "image") return element(each);
  return h("span", { class: "context-text" }, textObject(each));
}

function imageBlock(block) {
  const url = imageUrl(block);
  const title = block.title ? h("figcaption", {}, plainText(block.title)) : null;
  const image = url
    ? h("img", { src: url, alt: block.alt_text ?? "", loading: "lazy" })
    : h("span", { class: "image-missing" }, `${T.image}: ${block.alt_text ?? ""}`);
  return h("figure", { class: "image-block" }, title, image);
}

function table(block) {
  const settings = block.column_settings ?? [];
  const row = (cells, tag) =>
    h("tr", {}, cells.map((cell, index) => h(tag, { class: columnClass(settings[index]) }, tableCell(cell))));
  const [head, ...body] = block.rows;
  return h(
    "div",
    { class: "table-box", tabIndex: 0, role: "group" },
    h("table", { class: "table" }, h("thead", {}, row(head, "th")), h("tbody", {}, body.map((cells) => row(cells, "td")))),
  );
}

function columnClass(setting) {
  const align = ["center", "right"].includes(setting?.align) ? `align-${setting.align}` : "";
  return `${align} ${setting?.is_wrapped ? "wrapped" : ""}`.trim();
}

function tableCell(cell) {
  if (cell.type === "rich_text") return richText(cell);
  return String(cell.text ?? cell.value ?? "");
}

function unknown(block) {
  return h("div", { class: "unknown" }, h("p", {}, T.unknownBlock(block.type)), jsonView(block));
}
