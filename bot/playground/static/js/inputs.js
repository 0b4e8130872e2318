// Input blocks and the elements that hold a value: texts, choices, dates.

import { h } from "./dom.js";
import { element } from "./elements.js";
import { plainText, textObject } from "./mrkdwn.js";
import { T } from "./texts.js";
import { keep, remember, remembered } from "./values.js";

const KINDS = {
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "number",
};

/** Turn an input block into its label, element, hint and error. */
export function inputBlock(block, surface) {
  const each = block.element;
  const error = surface.errors?.[block.block_id];
  const made = element(each, block, surface, Boolean(block.dispatch_action));
  made.setAttribute("aria-describedby", `${block.block_id}-help`);
  if (error) made.setAttribute("aria-invalid", "true");
  return h(
    "div",
    { class: `input-block${error ? " input-bad" : ""}` },
    h(
      "label",
      { for: `${block.block_id}-${each.action_id}` },
      plainText(block.label),
      block.optional ? h("span", { class: "optional" }, ` ${T.optional}`) : null,
    ),
    made,
    h(
      "div",
      { id: `${block.block_id}-help`, class: "input-help" },
      error ? h("p", { class: "input-error", role: "alert" }, error) : null,
      block.hint ? h("p", { class: "input-hint" }, plainText(block.hint)) : null,
    ),
  );
}

/** Turn an element that holds a value into DOM; `onChoose(chosen, node)` runs at each change. */
export function choice(each, block, surface, onChoose) {
  if (each.type === "checkboxes" || each.type === "radio_buttons") return boxes(each, block, surface, onChoose);
  if (each.type === "plain_text_input") return textInput(each, block, surface, onChoose);
  return field(each, block, surface, onChoose);
}

function boxes(each, block, surface, onChoose) {
  const type = each.type === "checkboxes" ? "checkbox" : "radio";
  const name = `${block.block_id}-${each.action_id}`;
  const group = h("div", { class: "boxes", role: type === "radio" ? "radiogroup" : "group" });
  for (const option of each.options) {
    const chosen = remembered(surface, block, each).some((one) => one.value === option.value);
    const box = h("input", { type, name, checked: chosen });
    box.addEventListener("change", () => onChoose(remember(surface, block, each, option), group));
    const description = option.description ? h("small", {}, textObject(option.description)) : null;
    group.append(h("label", { class: "box" }, box, h("span", {}, textObject(option.text), description)));
  }
  return group;
}

function textInput(each, block, surface, onChoose) {
  const [start = ""] = remembered(surface, block, each);
  const made = h(each.multiline ? "textarea" : "input", {
    class: "field",
    id: `${block.block_id}-${each.action_id}`,
    placeholder: each.placeholder?.text ?? "",
    minLength: each.min_length ?? 0,
    maxLength: each.max_length ?? 3000,
  });
  if (each.multiline) made.rows = 4;
  made.value = start;
  const wanted = each.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  made.addEventListener("input", () => {
    const chosen = keep(surface, block, each, made.value);
    if (wanted.includes("on_character_entered")) onChoose(chosen, made);
  });
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || each.multiline) return;
    if (block.dispatch_action) event.preventDefault();
    if (wanted.includes("on_enter_pressed")) onChoose(keep(surface, block, each, made.value), made);
  });
  if (each.focus_on_load) queueMicrotask(() => made.focus());
  return made;
}

function field(each, block, surface, onChoose) {
  const [start] = remembered(surface, block, each);
  const made = h("input", {
    class: "field",
    type: KINDS[each.type] ?? "text",
    id: `${block.block_id}-${each.action_id}`,
    placeholder: each.placeholder?.text ?? "",
  });
  if (start !== undefined) made.value = each.type === "datetimepicker" ? local(start) : start;
  made.addEventListener("change", () => {
    const value = each.type === "datetimepicker" ? Date.parse(made.value) / 1000 : made.value;
    onChoose(keep(surface, block, each, value), made);
  });
  return made;
}

function local(seconds) {
  const date = new Date(seconds * 1000);
  return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

