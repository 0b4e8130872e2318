// Builds DOM nodes. Text always becomes text nodes: nothing here reads HTML.

/** Make an element: h("button", {class: "x", onclick: f, "aria-label": "…"}, child, "text", …). */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

/** Append nodes, strings and lists of them, passing over empty ones. */
export function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : document.createTextNode(child));
  }
  return parent;
}

/** Replace all children. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  return append(parent, children);
}

/** Return the URL if it may be followed or shown, else null. */
export function safeUrl(url, schemes = ["http:", "https:", "mailto:"]) {
  try {
    const parsed = new URL(url, location.origin);
    return schemes.includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Return the address of an image block or element, or null where there is none to show. */
export function imageUrl({ image_url: url, slack_file: file }) {
  const address = url ?? file?.url ?? (file?.id && `/files/${file.id}`);
  return address ? safeUrl(address, ["https:", "http:", "data:"]) : null;
}

/** Make a link that opens beside the page, or plain text where the URL is none to follow. */
export function link(url, ...label) {
  const href = safeUrl(url);
  if (!href) return h("span", {}, ...label);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", class: "link" }, ...label);
}

/** An icon drawn by the style sheet. */
export function icon(name) {
  return h("span", { class: `icon icon-${name}`, "aria-hidden": "true" });
}

/** A short notice at the page's foot. */
export function toast(text, kind = "info") {
  const note = h("div", { class: `toast toast-${kind}` }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), 6000);
}
