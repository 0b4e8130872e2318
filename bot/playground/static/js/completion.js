// What completes the text before the caret: commands with their hints, and mentions.

import { state, userOf } from "./state.js";

/** Return {start, options: [{text, label, hint}], eager} or null; `eager` lets Enter take the first option. */
export function completionsFor(text, caret, inThread) {
  const before = text.slice(0, caret);
  if (before.startsWith("/") && !before.includes("\n") && caret === text.length) return commands(before, inThread);
  const mention = before.match(/(?:^|\s)@([^\s@]*)$/);
  if (mention) return mentions(mention[1], caret - mention[1].length - 1);
  return null;
}

function commands(typed, inThread) {
  if (inThread) return null;
  const known = state.app.commands.filter((each) => each.command.startsWith(typed.split(" ")[0]));
  const found = typed.includes(" ")
    ? []
    : known.map((each) => ({
        text: `${each.command} `,
        label: each.command,
        usage: each.usage,
        hint: each.description,
        app: true,
      }));
  const hints = state.hints
    .filter(([text]) => text.startsWith(typed.trimEnd()) && text !== typed && known.length)
    .map(([text, hint]) => ({ text, label: text, hint }));
  const options = [...found, ...hints];
  if (!options.length) return null;
  const exact = known.some((each) => each.command === typed);
  return { start: 0, options, eager: !typed.includes(" ") && !exact };
}

function mentions(typed, start) {
  const wanted = typed.toLowerCase();
  const people = [state.app.bot_user, ...state.people].map(userOf);
  const options = people
    .filter((user) => user.name.startsWith(wanted) || user.real_name.includes(wanted))
    .map((user) => ({
      text: `@${user.name} `,
      label: user.real_name,
      usage: user.is_bot ? "" : `@${user.name}`,
      hint: user.is_bot ? state.app.description : "",
      user: user.id,
    }));
  return options.length ? { start, options, eager: true } : null;
}
