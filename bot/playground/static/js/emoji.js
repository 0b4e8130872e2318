// The emoji that a bot's texts use by name; an unknown name stays as it is written, :like_this:.

const NAMES = {
  "+1": "👍", "-1": "👎", thumbsup: "👍", thumbsdown: "👎", eyes: "👀", white_check_mark: "✅",
  heavy_check_mark: "✔️", x: "❌", warning: "⚠️", bulb: "💡", mag: "🔍", bell: "🔔", calendar: "📅",
  date: "📅", newspaper: "📰", link: "🔗", memo: "📝", pencil: "✏️", speech_balloon: "💬",
  question: "❓", grey_question: "❔", exclamation: "❗", information_source: "ℹ️", tada: "🎉",
  rocket: "🚀", robot_face: "🤖", wave: "👋", pray: "🙏", bow: "🙇", smile: "😄", slightly_smiling_face: "🙂",
  thinking_face: "🤔", sparkles: "✨", star: "⭐", fire: "🔥", heart: "❤️", hourglass: "⌛",
  hourglass_flowing_sand: "⏳", clock3: "🕒", chart_with_upwards_trend: "📈", bar_chart: "📊",
  office: "🏢", satellite: "🛰️", satellite_antenna: "📡", iphone: "📱", computer: "💻", electric_plug: "🔌",
  point_right: "👉", arrow_right: "➡️", arrow_left: "⬅️", round_pushpin: "📍", pushpin: "📌",
  page_facing_up: "📄", books: "📚", lock: "🔒", no_entry: "⛔", large_blue_circle: "🔵", red_circle: "🔴",
  large_green_circle: "🟢", scales: "⚖️", balance_scale: "⚖️", handshake: "🤝", kr: "🇰🇷", mega: "📣",
  loudspeaker: "📢", raised_hands: "🙌", clap: "👏", trash: "🗑️", wastebasket: "🗑️", gear: "⚙️",
};

/** The character of an emoji name, or :name: where it is not known. */
export function emoji(name) {
  return NAMES[name.replace(/::skin-tone-\d$/, "")] ?? `:${name}:`;
}

/** What the page offers as reactions: name, icon, and what it says. */
export const REACTIONS = [
  ["+1", "up", "좋아요"],
  ["eyes", "eye-big", "보고 있어요"],
  ["white_check_mark", "check", "확인했어요"],
];
