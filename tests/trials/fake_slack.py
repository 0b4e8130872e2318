"""A small Slack over HTTP: posts, histories with metadata, and faults on order.

Whether a message was accepted is recorded apart from what the caller is told of it.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiohttp import web


class Fault(StrEnum):
    """What goes wrong with a call."""

    NONE = "none"
    LIMITED = "limited"
    REFUSED_500 = "500, not accepted"
    ACCEPTED_500 = "500, accepted"
    DROPPED = "connection lost, not accepted"
    ACCEPTED_DROPPED = "connection lost, accepted"
    ACCEPTED_HUNG = "accepted, and no answer in time"
    KILLED_BEFORE = "caller killed before acceptance"
    KILLED_AFTER = "caller killed after acceptance, before the answer"
    KILLED_LATER = "caller killed around its commit"


POST_FAULTS = {
    Fault.NONE: 40, Fault.LIMITED: 8, Fault.REFUSED_500: 7, Fault.ACCEPTED_500: 7, Fault.DROPPED: 6,
    Fault.ACCEPTED_DROPPED: 7, Fault.ACCEPTED_HUNG: 2, Fault.KILLED_BEFORE: 7, Fault.KILLED_AFTER: 8,
    Fault.KILLED_LATER: 8,
}  # fmt: skip
"""Weights for a post."""
LOOK_FAULTS = {
    Fault.NONE: 64, Fault.LIMITED: 8, Fault.REFUSED_500: 8, Fault.DROPPED: 8, Fault.KILLED_BEFORE: 6,
    Fault.KILLED_LATER: 6,
}  # fmt: skip
"""Weights for a look into the history."""

ACCEPTING = {Fault.NONE, Fault.ACCEPTED_500, Fault.ACCEPTED_DROPPED, Fault.ACCEPTED_HUNG,
             Fault.KILLED_AFTER, Fault.KILLED_LATER}  # fmt: skip
HANG_SECONDS = 3.0


@dataclass
class Message:
    team: str
    channel: str
    id: str
    ts: str
    arrived: float
    """Wall time."""


@dataclass
class FakeSlack:
    """Serves on 127.0.0.1. The token names the team and the caller's process: ``xoxb-TEAM-PID``.

    ``kill`` is called with the pid where a fault kills the caller.
    """

    kill: Callable[[int], None] = lambda pid: None
    post_faults: dict[Fault, int] = field(default_factory=lambda: {Fault.NONE: 1})
    look_faults: dict[Fault, int] = field(default_factory=lambda: {Fault.NONE: 1})
    rng: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311 (repeatable faults)
    messages: list[Message] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    url: str = ""
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/api/chat.postMessage", self._post)
        app.router.add_route("*", "/api/conversations.history", self._history)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        assert self._runner.addresses
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/api/"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def count(self) -> Counter[str]:
        """How often each message was accepted."""
        return Counter(message.id for message in self.messages)

    async def _post(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        team, pid = _caller(request)
        fault = self._draw("post", self.post_faults)
        ts = f"{time.time():.6f}"
        if fault in ACCEPTING:
            message_id = body["metadata"]["event_payload"]["id"]
            self.messages.append(Message(team, body["channel"], message_id, ts, time.time()))
        return await self._fate(request, fault, pid, {"ok": True, "ts": ts, "channel": body["channel"]})

    async def _history(self, request: web.Request) -> web.StreamResponse:
        asked: dict[str, Any] = {**request.query, **(await request.post())}
        team, pid = _caller(request)
        found = [
            {
                "ts": message.ts,
                "metadata": {"event_type": "telco_message", "event_payload": {"id": message.id}},
            }
            for message in self.messages
            if (message.team, message.channel) == (team, asked["channel"])
        ]
        return await self._fate(
            request, self._draw("look", self.look_faults), pid, {"ok": True, "messages": found}
        )

    async def _fate(
        self, request: web.Request, fault: Fault, pid: int, answer: dict[str, Any]
    ) -> web.StreamResponse:
        async def limited() -> web.Response:
            headers = {"Retry-After": "2"}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)

        async def failed() -> web.Response:
            return web.Response(status=500, text="<html>oops</html>", content_type="text/html")

        async def dropped() -> web.Response:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()

        async def hung() -> web.Response:
            await asyncio.sleep(HANG_SECONDS)
            return await dropped()

        async def killed() -> web.Response:
            self.kill(pid)
            return await dropped()

        async def killed_later() -> web.Response:
            asyncio.get_running_loop().call_later(self.rng.uniform(0, 0.02), self.kill, pid)
            return web.json_response(answer)

        ends: dict[Fault, Callable[[], Awaitable[web.Response]]] = {
            Fault.LIMITED: limited,
            Fault.REFUSED_500: failed,
            Fault.ACCEPTED_500: failed,
            Fault.DROPPED: dropped,
            Fault.ACCEPTED_DROPPED: dropped,
            Fault.ACCEPTED_HUNG: hung,
            Fault.KILLED_BEFORE: killed,
            Fault.KILLED_AFTER: killed,
            Fault.KILLED_LATER: killed_later,
        }
        end = ends.get(fault)
        return await end() if end else web.json_response(answer)

    def _draw(self, call: str, weights: dict[Fault, int]) -> Fault:
        fault = self.rng.choices(list(weights), list(weights.values()))[0]
        if fault is not Fault.NONE:
            self.faults[f"{call}: {fault}"] += 1
        return fault


def _caller(request: web.Request) -> tuple[str, int]:
    _, team, pid = request.headers["Authorization"].removeprefix("Bearer ").split("-")
    return team, int(pid)
