// Starts the page: loads the state, listens to changes, and redraws what each one touches.

import { listen, loadState } from "./api.js";
import { openThread, showHome, showMessages, showNotice, showPlace } from "./channel.js";
import { showEntry, showInspector } from "./inspector.js";
import { goTo, showSidebar } from "./sidebar.js";
import { apply, changed, onChange, state, takeOver } from "./state.js";
import { startTheme } from "./theme.js";
import { showReplies, showThread } from "./threads.js";
import { showModals } from "./views.js";

function redraw(what, detail) {
  switch (what) {
    case "all":
      showSidebar();
      showPlace();
      showThread();
      showInspector();
      showModals();
      break;
    case "place":
    case "channels":
      showSidebar();
      showPlace();
      break;
    case "thread":
      showThread();
      break;
    case "messages":
      if (detail.channel === state.place) showMessages();
      if (detail.isNew) showSidebar();
      followReply(detail);
      showReplies();
      break;
    case "home":
      showHome();
      break;
    case "modals":
      showModals();
      break;
    case "app":
      showSidebar();
      showNotice();
      break;
    case "log":
      showEntry(detail);
      break;
    case "inspector":
      showInspector();
      break;
    case "reset":
      state.thread = null;
      refresh();
      break;
  }
}

// The app answers a mention in a thread: open it for the one who asked, where there is room.
function followReply(message) {
  const asked = message.isNew && message.is_reply && message.user === state.app.bot_user;
  if (!asked || state.thread || message.channel !== state.place || innerWidth < 1000) return;
  const parent = state.messages.get(message.channel).get(message.thread_ts);
  if (parent?.user === state.me) openThread(parent.ts);
}

async function refresh() {
  takeOver(await loadState());
}

function followHash() {
  const [channel, message] = location.hash.slice(1).split("/");
  if (!channel) return;
  goTo(channel);
  if (!message) return;
  const ts = `${message.slice(1, -6)}.${message.slice(-6)}`;
  const shown = document.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  shown?.scrollIntoView({ block: "center" });
  shown?.classList.add("pointed-at");
}

startTheme();
state.me = localStorage.getItem("me") ?? "";
onChange(redraw);
listen(
  (event) => state.ready && apply(event),
  async () => {
    await refresh();
    followHash();
  },
  () => {
    state.online = false;
    if (state.ready) changed("app");
  },
);
addEventListener("hashchange", followHash);
