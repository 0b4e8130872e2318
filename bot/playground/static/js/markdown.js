// markdown blocks → DOM: the standard Markdown that Slack shows there, as far as bots write it
// (docs.slack.dev/reference/block-kit/blocks/markdown-block).

import { h, link } from "./dom.js";

const INLINE = /\[([^\]\n]+)\]\(([^)\s]+)\)|`([^`\n]+)`|\*\*([^*\n]+)\*\*|~~([^~\n]+)~~|[*_]([^*_\n]+)[*_]/g;

/** Turn a Markdown text into an element. */
export function markdown(text) {
  const root = h("div", { class: "markdown" });
  const lines = text.split("\n");
  while (lines.length) {
    const [line] = lines;
    const heading = line.match(/^(#{1,6})\s+(.*)$/);
    if (line.startsWith("```")) root.append(fence(lines));
    else if (heading) root.append(h(`h${Math.min(heading[1].length + 2, 6)}`, {}, inline((lines.shift(), heading[2]))));
    else if (/^\s*([-*+]|\d+\.)\s/.test(line)) root.append(list(lines));
    else if (line.startsWith(">")) root.append(quote(lines));
    else if (/^\s*(-{3,}|\*{3,})\s*$/.test(line)) root.append((lines.shift(), h("hr")));
    else if (/^\s*\|.*\|\s*$/.test(line)) root.append(table(lines));
    else if (!line.trim()) lines.shift();
    else root.append(paragraph(lines));
  }
  return root;
}

function take(lines, matches) {
  const taken = [];
  while (lines.length && matches(lines[0])) taken.push(lines.shift());
  return taken;
}

function fence(lines) {
  lines.shift();
  const code = take(lines, (line) => !line.startsWith("```"));
  lines.shift();
  return h("pre", { class: "code" }, code.join("\n"));
}

function list(lines) {
  const ordered = /^\s*\d/.test(lines[0]);
  const items = take(lines, (line) => /^\s*([-*+]|\d+\.)\s/.test(line));
  const texts = items.map((item) => item.replace(/^\s*([-*+]|\d+\.)\s+/, ""));
  return h(ordered ? "ol" : "ul", { class: "rich-list" }, texts.map((text) => h("li", {}, inline(text))));
}

function quote(lines) {
  const quoted = take(lines, (line) => line.startsWith(">")).map((line) => line.replace(/^>\s?/, ""));
  return h("blockquote", {}, joined(quoted));
}

function table(lines) {
  const rows = take(lines, (line) => /^\s*\|.*\|\s*$/.test(line))
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) => line.trim().slice(1, -1).split("|").map((cell) => cell.trim()));
  const row = (cells, tag) => h("tr", {}, cells.map((cell) => h(tag, {}, inline(cell))));
  const [head, ...body] = rows;
  const made = h("table", { class: "table" }, h("thead", {}, row(head, "th")));
  made.append(h("tbody", {}, body.map((cells) => row(cells, "td"))));
  return h("div", { class: "table-box" }, made);
}

function paragraph(lines) {
  const special = /^(#{1,6}\s|```|>|\s*([-*+]|\d+\.)\s|\s*\|)/;
  const taken = [lines.shift(), ...take(lines, (line) => line.trim() && !special.test(line))];
  return h("p", {}, joined(taken));
}

function joined(texts) {
  return texts.flatMap((text, index) => (index ? [h("br"), ...inline(text)] : inline(text)));
}

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, label, url, code, bold, strike, italic] = found;
    nodes.push(text.slice(end, found.index));
    if (label) nodes.push(link(url, label));
    else if (code) nodes.push(h("code", {}, code));
    else if (bold) nodes.push(h("strong", {}, inline(bold)));
    else if (strike) nodes.push(h("s", {}, inline(strike)));
    else nodes.push(h("em", {}, inline(italic)));
    end = found.index + whole.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}
