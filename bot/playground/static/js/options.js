// Where the options of a menu come from: the element itself, the app, or the workspace.

import { state, userOf } from "./state.js";

/** Whether several may be chosen. */
export const multiOf = (each) => each.type.startsWith("multi_");

/** Return {load(query), least}: `load` resolves to groups [{label?, options}]. */
export function menuSource(each, block, surface) {
  const kind = each.type.replace("multi_", "");
  if (kind === "external_select") {
    const least = each.min_query_length ?? 3;
    const load = async (value) => {
      const body = { block_id: block.block_id, action_id: each.action_id, value };
      const answer = await surface.send("options", body);
      return answer.option_groups ?? [{ options: answer.options ?? [] }];
    };
    return { least, load };
  }
  const groups = each.option_groups ?? [{ options: listed(kind) ?? each.options ?? [] }];
  return { least: 0, load: async (query) => narrowed(groups, query) };
}

function listed(kind) {
  const people = () => state.people.map((id) => ({ value: id, name: userOf(id).real_name }));
  const channels = () =>
    state.channels.filter((each) => each.kind === "channel").map((each) => ({ value: each.id, name: `#${each.name}` }));
  return { users_select: people, conversations_select: channels, channels_select: channels }[kind]?.();
}

function narrowed(groups, query) {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return groups;
  return groups
    .map((group) => ({ ...group, options: group.options.filter((each) => label(each).includes(wanted)) }))
    .filter((group) => group.options.length);
}

const label = (option) => (option.name ?? option.text?.text ?? "").toLowerCase();

/** What is shown of an option: its text object, or the name of a person or channel. */
export function shownOption(option) {
  if (typeof option !== "string") return option.name ?? option.text;
  const channel = state.channels.find((each) => each.id === option);
  return channel ? `#${channel.name}` : userOf(option).real_name;
}
