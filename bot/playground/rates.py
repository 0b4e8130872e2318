"""Slack's rate limits: so many calls a minute by method, and a message a second by channel.

Source: https://docs.slack.dev/apis/web-api/rate-limits, and the tier on each method's page.
"""

import math
from collections import defaultdict, deque
from collections.abc import Mapping

from bot.playground.tickets import Clock

PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
TIERS: Mapping[str, int] = {
    "apps.connections.open": 1,
    "bots.info": 3,
    "chat.delete": 3,
    "chat.postEphemeral": 4,
    "chat.update": 3,
    "conversations.history": 3,
    "conversations.info": 3,
    "conversations.list": 2,
    "conversations.members": 4,
    "conversations.open": 3,
    "conversations.replies": 3,
    "reactions.add": 3,
    "reactions.remove": 2,
    "team.info": 3,
    "users.info": 4,
    "users.list": 2,
    "views.open": 4,
    "views.publish": 4,
    "views.push": 4,
    "views.update": 4,
}
POSTS_PER_WORKSPACE = 300  # "several hundred messages per minute"
WINDOW = 60.0


class Rates:
    """Counts calls in a sliding window."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def retry_after(self, method: str, channel: str = "") -> int:
        """Count a call; return 0, or the seconds to wait for one too many, which is not counted."""
        if method == "chat.postMessage":
            waits = self._wait(f"channel {channel}", 1, 1.0), self._wait(method, POSTS_PER_WORKSPACE, WINDOW)
        elif method in TIERS:
            waits = (self._wait(method, PER_MINUTE[TIERS[method]], WINDOW), 0.0)
        else:
            return 0
        if wait := max(waits):
            return max(1, math.ceil(wait))
        now = self._clock()
        self._calls[method].append(now)
        if method == "chat.postMessage":
            self._calls[f"channel {channel}"].append(now)
        return 0

    def _wait(self, key: str, limit: int, window: float) -> float:
        calls, now = self._calls[key], self._clock()
        while calls and now - calls[0] >= window:
            calls.popleft()
        return calls[0] + window - now if len(calls) >= limit else 0.0
