// The state of inputs, as Slack keeps it: values[block_id][action_id] = {type, …}. What each type calls its
// value: docs.slack.dev/reference/block-kit/block-elements.

const NAMES = {
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  checkboxes: "selected_options",
  multi_users_select: "selected_users",
  multi_conversations_select: "selected_conversations",
  multi_channels_select: "selected_channels",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
};

const STARTS = {
  selected_option: "initial_option",
  selected_user: "initial_user",
  selected_conversation: "initial_conversation",
  selected_channel: "initial_channel",
  selected_options: "initial_options",
  selected_users: "initial_users",
  selected_conversations: "initial_conversations",
  selected_channels: "initial_channels",
  selected_date: "initial_date",
  selected_time: "initial_time",
  selected_date_time: "initial_date_time",
  value: "initial_value",
};

const nameOf = (each) => NAMES[each.type] ?? "value";
const several = (each) => nameOf(each).endsWith("s");

function slot(surface, block, each) {
  const values = (surface.values[block.block_id] ??= {});
  const start = each[STARTS[nameOf(each)]];
  return (values[each.action_id] ??= { type: each.type, [nameOf(each)]: start ?? (several(each) ? [] : null) });
}

/** The options chosen, as a list whatever the element. */
export function remembered(surface, block, each) {
  const value = slot(surface, block, each)[nameOf(each)];
  return several(each) ? value : value === null ? [] : [value];
}

/** Choose an option (again: take it back, where several may be chosen); return what the act carries. */
export function remember(surface, block, each, option) {
  const kept = slot(surface, block, each);
  const name = nameOf(each);
  const value = option && option.name !== undefined ? option.value : option;
  if (several(each)) {
    const same = (one) => JSON.stringify(one) === JSON.stringify(value);
    kept[name] = kept[name].some(same) ? kept[name].filter((one) => !same(one)) : [...kept[name], value];
  } else {
    kept[name] = value;
  }
  return { [name]: kept[name] };
}

/** Set a plain value, such as a text or a date; return what the act carries. */
export function keep(surface, block, each, value) {
  slot(surface, block, each)[nameOf(each)] = value === "" ? null : value;
  return { [nameOf(each)]: value };
}
