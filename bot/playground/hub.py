"""Brings every change to the open pages as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from bot.playground.model import Json, Message
from bot.playground.recorder import Entry, Recorder
from bot.playground.workspace import Change, Workspace


def shown(message: Message, workspace: Workspace) -> Json:
    """Return a message as the page takes it: Slack's object, and for whom it is."""
    return {
        **message.to_slack(workspace.team_id, metadata=True),
        "channel": message.channel,
        "ephemeral_for": message.ephemeral_for,
        "is_reply": message.is_reply,
        "broadcast": message.broadcast,
    }


class Hub:
    """The open pages; each change becomes one event with a ``kind``."""

    def __init__(self, workspace: Workspace, recorder: Recorder) -> None:
        self._workspace = workspace
        self._pages: set[asyncio.Queue[Json | None]] = set()
        workspace.listeners.append(self._change)
        workspace.views.listeners.append(self._view)
        recorder.listeners.append(self._entry)

    def publish(self, kind: str, **data: object) -> None:
        """Send an event to every page."""
        for page in self._pages:
            page.put_nowait({"kind": kind, **data})

    def close(self) -> None:
        """End every page's stream."""
        for page in self._pages:
            page.put_nowait(None)

    async def stream(self) -> AsyncIterator[str]:
        """Yield the events of one page, until it goes or the server stops."""
        page: asyncio.Queue[Json | None] = asyncio.Queue()
        self._pages.add(page)
        try:
            yield "retry: 500\n\n"  # a page finds a restarted server within half a second
            yield f"data: {json.dumps({'kind': 'open'})}\n\n"
            while (event := await page.get()) is not None:
                yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
        finally:
            self._pages.discard(page)

    def _change(self, change: Change) -> None:
        message = change.message
        if message is None:
            self.publish(change.kind, **(change.data or {}))
        elif change.kind == "deleted":
            self.publish("deleted", channel=message.channel, ts=message.ts)
        else:
            self.publish("message", message=shown(message, self._workspace))

    def _view(self, user: str, what: str) -> None:
        self.publish(what, user=user, **views_of(self._workspace, user, what))

    def _entry(self, entry: Entry) -> None:
        self.publish("log", entry=asdict(entry))


def views_of(workspace: Workspace, user: str, what: str) -> Json:
    """Return a person's Home tab or open modals as the page takes them."""
    views = workspace.views
    if what == "home":
        home = views.homes.get(user)
        return {"view": views.to_slack(home) if home else None}
    stack = views.stacks.get(user, [])
    return {"views": [{**views.to_slack(view), "errors": view.errors} for view in stack]}
