// What the page knows, and who wants to hear of changes.

const listeners = [];

/** The server's state, plus `me` (who is using the page), `place` and `thread` (what is looked at). */
export const state = {
  ready: false,
  online: true,
  me: "",
  place: "",
  tab: "messages",
  thread: null,
  inspector: false,
  unread: new Map(),
  statuses: new Map(),
};

/** Call `listener(change)` after each change; `change` is a word: "messages", "home", "modals", "log"… */
export function onChange(listener) {
  listeners.push(listener);
}

/** Tell the listeners. */
export function changed(what, detail) {
  for (const listener of listeners) listener(what, detail);
}

/** Take the whole state over, at the start and after a reconnection. */
export function takeOver(loaded) {
  const byChannel = new Map(loaded.channels.map((channel) => [channel.id, new Map()]));
  for (const message of loaded.messages) byChannel.get(message.channel)?.set(message.ts, message);
  Object.assign(state, loaded, { messages: byChannel, ready: true, online: true });
  if (!state.people.includes(state.me)) state.me = state.people[0];
  if (!channelOf(state.place)) state.place = state.channels[0].id;
  changed("all");
}

/** Apply one event of the stream. */
export function apply(event) {
  switch (event.kind) {
    case "message":
      takeMessage(event.message);
      break;
    case "deleted":
      state.messages.get(event.channel)?.delete(event.ts);
      changed("messages", event);
      break;
    case "home":
      state.homes[event.user] = event.view;
      changed("home");
      break;
    case "modals":
      state.modals[event.user] = event.views;
      changed("modals");
      break;
    case "joined":
      channelOf(event.channel).members.push(event.user);
      changed("channels");
      break;
    case "prompts":
      state.prompts[event.channel] = event;
      changed("messages", event);
      break;
    case "status":
      state.statuses.set(event.channel, event);
      changed("messages", event);
      break;
    case "app":
      state.app.connections = event.connections;
      changed("app");
      break;
    case "log":
      takeEntry(event.entry);
      break;
    case "reset":
      changed("reset");
      break;
  }
}

function takeMessage(message) {
  const known = state.messages.get(message.channel);
  const isNew = !known.has(message.ts);
  known.set(message.ts, message);
  if (isNew && message.user === state.app.bot_user) state.statuses.delete(message.channel);
  const looking = message.channel === state.place && !atHome();
  const elsewhere = !looking && message.user !== state.me;
  if (isNew && elsewhere && isMine(message)) {
    state.unread.set(message.channel, (state.unread.get(message.channel) ?? 0) + 1);
  }
  changed("messages", { ...message, isNew });
}

/** Whether the app's Home tab is looked at, and not its messages. */
export const atHome = () => state.tab === "home" && channelOf(state.place)?.kind === "im";

function takeEntry(entry) {
  const at = state.log.findIndex((known) => known.id === entry.id);
  if (at >= 0) state.log[at] = entry;
  else state.log.push(entry);
  if (state.log.length > 300) state.log.shift();
  changed("log", entry);
}

function isMine(message) {
  if (message.ephemeral_for) return message.ephemeral_for === state.me;
  const channel = channelOf(message.channel);
  return channel.kind !== "im" || channel.user === state.me;
}

export function channelOf(id) {
  return state.channels?.find((channel) => channel.id === id);
}

export function userOf(id) {
  return state.users[id] ?? { id, name: id, real_name: id };
}

/** The direct message between the person at the page and the app. */
export function directChannel() {
  return state.channels.find((channel) => channel.kind === "im" && channel.user === state.me);
}

/** A place's name for people: #통신-ai or telco. */
export function placeName(channel) {
  return channel.kind === "im" ? state.app.name : `#${channel.name}`;
}

function visible(channelId) {
  return [...(state.messages.get(channelId)?.values() ?? [])]
    .filter((message) => !message.ephemeral_for || message.ephemeral_for === state.me)
    .sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

/** The messages of a channel without those that stand in threads. */
export function messagesOf(channelId) {
  return visible(channelId).filter((message) => !message.is_reply || message.broadcast);
}

/** A thread: its parent, where it is still there, and the replies. */
export function threadOf(channelId, ts) {
  const all = visible(channelId);
  return {
    parent: all.find((message) => message.ts === ts),
    replies: all.filter((message) => message.is_reply && message.thread_ts === ts),
  };
}

/** The replies of every thread of a channel by the parent's ts. */
export function repliesByThread(channelId) {
  const found = new Map();
  for (const message of visible(channelId)) {
    if (!message.is_reply) continue;
    if (!found.has(message.thread_ts)) found.set(message.thread_ts, []);
    found.get(message.thread_ts).push(message);
  }
  return found;
}
