// Talks to the server: the state once, then a stream of changes, and one POST for each act.

/** Load the whole state. */
export async function loadState() {
  const response = await fetch("/page/state");
  return response.json();
}

/** Do something as a person. Resolves to {ok, error?, shown?, …}; a lost server counts as an error. */
export async function act(name, body) {
  try {
    const response = await fetch(`/page/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, error: "offline" };
  }
}

/** Listen to changes; `onOpen` runs at each (re)connection, `onLost` when the server is away. */
export function listen(onEvent, onOpen, onLost) {
  const source = new EventSource("/page/events");
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.kind === "open") onOpen();
    else onEvent(event);
  };
  source.onerror = onLost;
}
