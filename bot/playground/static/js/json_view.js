// JSON as a coloured tree that opens where one looks.

import { h } from "./dom.js";

/** Show a value; objects beyond `depth` start closed. */
export function jsonView(value, depth = 2) {
  return h("div", { class: "json" }, node(value, "", depth));
}

function node(value, name, depth) {
  const key = name === "" ? null : h("span", { class: "json-key" }, `${name}: `);
  if (value === null || typeof value !== "object") {
    return h("div", { class: "json-leaf" }, key, leaf(value));
  }
  const entries = Object.entries(value);
  const [left, right] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (!entries.length) return h("div", { class: "json-leaf" }, key, left + right);
  const summary = h("summary", {}, key, h("span", { class: "json-size" }, `${left} ${entries.length} ${right}`));
  const details = h("details", { open: depth > 0 }, summary);
  const fill = () => {
    if (details.children.length > 1) return;
    details.append(h("div", { class: "json-inner" }, entries.map(([each, inner]) => node(inner, each, depth - 1))));
  };
  if (depth > 0) fill();
  details.addEventListener("toggle", fill);
  return details;
}

function leaf(value) {
  const kind = value === null ? "null" : typeof value;
  return h("span", { class: `json-${kind}` }, JSON.stringify(value));
}
